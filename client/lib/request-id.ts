import { useCallback, useRef } from "react";

/** A fresh id of one intention (contracts.md §3). A repeat with the same id answers the first result. */
export function newRequestId(): string {
  return crypto.randomUUID();
}

/**
 * Request ids minted once per intention: `of(key)` gives the same id until `done(key)`, so that pressing a button
 * again after a broken answer repeats the call instead of doing it twice.
 */
export function useIntentions() {
  const ids = useRef(new Map<string, string>());
  const of = useCallback((key: string) => {
    const known = ids.current.get(key);
    if (known !== undefined) return known;
    const minted = newRequestId();
    ids.current.set(key, minted);
    return minted;
  }, []);
  const done = useCallback((key: string) => {
    ids.current.delete(key);
  }, []);
  return { of, done };
}
