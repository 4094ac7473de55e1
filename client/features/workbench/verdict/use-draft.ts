import { useCallback, useEffect, useRef, useState } from "react";
import { sessionExpired } from "../../../lib/session";
import { useStore } from "../../../lib/store";
import { client, queryClient, trpc } from "../../../lib/trpc";
import { type Draft, type DraftAction, EMPTY_DRAFT, reduceDraft } from "./draft";

export type SaveState = "SAVED" | "SAVING" | "UNSAVED" | "FAILED";

const TYPING_PAUSE_MS = 900;
const RETRY_MS = 5_000;

/**
 * The draft of one order, saved to the server shortly after each change, at the latest when the page is left.
 * A failed save is tried again, after an expired session as soon as somebody is back; until then the text is kept here and the bar says that it is not saved.
 */
export function useDraft(orderNo: string, stored: Draft | null) {
  const [draft, setDraft] = useState(stored ?? EMPTY_DRAFT);
  const [saveState, setSaveState] = useState<SaveState>("SAVED");
  const latest = useRef(draft);
  const pending = useRef<Draft | null>(null);
  const expired = useStore(sessionExpired);

  const flush = useCallback(async () => {
    const next = pending.current;
    if (next === null) return;
    pending.current = null;
    setSaveState("SAVING");
    try {
      await client.orders.saveDraft.mutate({ orderNo, draft: next });
      rememberDraft(orderNo, next);
      setSaveState(pending.current === null ? "SAVED" : "UNSAVED");
    } catch {
      pending.current ??= next;
      setSaveState("FAILED");
    }
  }, [orderNo]);

  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const change = useCallback(
    (action: DraftAction) => {
      latest.current = reduceDraft(latest.current, action);
      pending.current = latest.current;
      setDraft(latest.current);
      setSaveState("UNSAVED");
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), TYPING_PAUSE_MS);
    },
    [flush],
  );

  useEffect(() => {
    if (saveState !== "FAILED" || expired) return;
    const again = setTimeout(() => void flush(), RETRY_MS);
    return () => clearTimeout(again);
  }, [saveState, flush, expired]);

  useEffect(() => {
    const leave = () => void flush();
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [flush]);

  /** After a verdict there is nothing left to save: the server has cleared the draft. */
  const discard = useCallback(() => {
    clearTimeout(timer.current);
    pending.current = null;
    setSaveState("SAVED");
    rememberDraft(orderNo, null);
  }, [orderNo]);

  return { draft, change, saveState, discard };
}

/** The cached order shows the draft too, so that coming back within the page finds it at once. */
function rememberDraft(orderNo: string, draft: Draft | null): void {
  queryClient.setQueryData(trpc.orders.get.queryKey({ orderNo }), (old) => (old ? { ...old, draft } : old));
}
