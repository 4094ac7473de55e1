import { useEffect } from "react";

/**
 * When somebody last touched keyboard, mouse or screen. A session's idle time and a claim's lease count only calls
 * caused by a person (assurance.md §3), so every call asks here whether it is one.
 */
const INPUT_EVENTS = ["keydown", "pointerdown", "wheel", "touchstart", "input"] as const;
/** A call this long after the last input is no longer its consequence. */
const CAUSED_WITHIN_MS = 20_000;

let lastInputMs = Date.now();

for (const name of INPUT_EVENTS) {
  window.addEventListener(name, () => (lastInputMs = Date.now()), { capture: true, passive: true });
}

export function causedByInput(): boolean {
  return Date.now() - lastInputMs < CAUSED_WITHIN_MS;
}

/** Calls `onInput` at most once per `everyMs`, and only while somebody is really working on this page. */
export function useThrottledInput(onInput: () => void, everyMs: number, enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return;
    let lastCallMs = 0;
    const handle = () => {
      const nowMs = Date.now();
      if (nowMs - lastCallMs < everyMs) return;
      lastCallMs = nowMs;
      onInput();
    };
    for (const name of INPUT_EVENTS) window.addEventListener(name, handle, { capture: true, passive: true });
    return () => {
      for (const name of INPUT_EVENTS) window.removeEventListener(name, handle, { capture: true });
    };
  }, [onInput, everyMs, enabled]);
}
