import { useEffect } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { createStore, useStore } from "./store";

/**
 * Keyboard shortcuts. They never fire in a text field, while the Chinese input method is composing, or behind an
 * open dialog. Each one announces itself, so that the help page shows exactly the keys that work here and now.
 */
export interface Shortcut {
  /** Keys in the notation of react-hotkeys-hook: `n`, `shift+slash`, `ctrl+enter`. */
  keys: string;
  /** Translation key, with its namespace, of what the key does. */
  label: string;
  group: "page" | "order" | "verdict" | "documents" | "general";
}

const active = createStore<readonly Shortcut[]>([]);

export function useActiveShortcuts(): readonly Shortcut[] {
  return useStore(active);
}

function dialogIsOpen(): boolean {
  return document.querySelector('[aria-modal="true"]') !== null;
}

function mustIgnore(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229 || dialogIsOpen();
}

export function useShortcut(shortcut: Shortcut, run: (event: KeyboardEvent) => void, enabled = true): void {
  const { keys, label, group } = shortcut;
  useHotkeys(keys, run, { enabled, preventDefault: true, ignoreEventWhen: mustIgnore }, [run, enabled]);
  useEffect(() => {
    if (!enabled) return;
    const mine = { keys, label, group };
    active.set([...active.get(), mine]);
    return () => active.set(active.get().filter((other) => other !== mine));
  }, [keys, label, group, enabled]);
}

const KEY_NAMES: Record<string, string> = {
  shift: "⇧",
  ctrl: "Ctrl",
  mod: "Ctrl",
  enter: "↵",
  esc: "Esc",
  escape: "Esc",
  up: "↑",
  down: "↓",
  left: "←",
  right: "→",
  bracketleft: "[",
  bracketright: "]",
  slash: "/",
  equal: "+",
  minus: "−",
  period: ".",
  comma: ",",
};

/** `ctrl+enter` as the caps on the keyboard: `["Ctrl", "↵"]`. Alternatives after a comma are left out. */
export function keyCaps(keys: string): string[] {
  if (keys === "shift+slash") return ["?"];
  const first = keys.split(",")[0] ?? "";
  return first.split("+").map((key) => KEY_NAMES[key] ?? key.toUpperCase());
}
