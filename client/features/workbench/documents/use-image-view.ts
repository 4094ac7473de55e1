import { type RefObject, useCallback, useEffect, useState } from "react";
import { useShortcut } from "../../../lib/shortcuts";

interface View {
  scale: number;
  /** Degrees, clockwise. */
  turn: number;
  x: number;
  y: number;
}

const FIT: View = { scale: 1, turn: 0, x: 0, y: 0 };
const SMALLEST = 0.25;
const LARGEST = 8;
const KEY_STEP = 1.25;

/** How each document was turned, for as long as the page lives: a photo lying on its side is turned once only. */
const turns = new Map<string, number>();

/** Scale, turn and place of the image in the stage, with wheel, drag, double click and keys. */
export function useImageView(stage: RefObject<HTMLElement | null>, sha256: string) {
  const [view, setView] = useState<View>(() => ({ ...FIT, turn: turns.get(sha256) ?? 0 }));
  const zoom = useCallback(
    (by: number) =>
      setView((old) => ({ ...old, scale: Math.max(SMALLEST, Math.min(LARGEST, old.scale * by)) })),
    [],
  );
  const rotate = useCallback(
    (by: number) =>
      setView((old) => {
        const turn = (old.turn + by + 360) % 360;
        turns.set(sha256, turn);
        return { ...old, turn, x: 0, y: 0 };
      }),
    [sha256],
  );
  const fit = useCallback(() => setView((old) => ({ ...FIT, turn: old.turn })), []);
  const move = useCallback(
    (dx: number, dy: number) => setView((old) => ({ ...old, x: old.x + dx, y: old.y + dy })),
    [],
  );
  useHands(stage, zoom, move, fit);
  useShortcut(
    { keys: "equal,shift+equal", label: "workbench:keys.zoomIn", group: "documents" },
    useCallback(() => zoom(KEY_STEP), [zoom]),
  );
  useShortcut(
    { keys: "minus", label: "workbench:keys.zoomOut", group: "documents" },
    useCallback(() => zoom(1 / KEY_STEP), [zoom]),
  );
  useShortcut({ keys: "0", label: "workbench:keys.fit", group: "documents" }, fit);
  useShortcut(
    { keys: "period", label: "workbench:keys.rotate", group: "documents" },
    useCallback(() => rotate(90), [rotate]),
  );
  return { view, zoom, rotate, fit };
}

/** Wheel, drag and double click. The wheel listener is not passive: it must keep the page from scrolling. */
function useHands(
  stage: RefObject<HTMLElement | null>,
  zoom: (by: number) => void,
  move: (dx: number, dy: number) => void,
  fit: () => void,
): void {
  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    const listeners = new AbortController();
    const { signal } = listeners;
    element.addEventListener(
      "wheel",
      (event) => {
        event.preventDefault();
        zoom(event.deltaY < 0 ? 1.12 : 1 / 1.12);
      },
      { signal, passive: false },
    );
    element.addEventListener("dblclick", fit, { signal });
    element.addEventListener("pointerdown", (event) => element.setPointerCapture(event.pointerId), {
      signal,
    });
    element.addEventListener(
      "pointermove",
      (event) => {
        if (event.buttons === 1) move(event.movementX, event.movementY);
      },
      { signal },
    );
    return () => listeners.abort();
  }, [stage, zoom, move, fit]);
}
