/**
 * Failed sign-ins per key (an address, an unknown user name) within a window, in memory. A restart forgives; the
 * lock of a real account stands in the store and does not.
 */
export interface Attempts {
  fail(key: string, nowMs: number): void;
  /** Until when this key is refused; null while it is not. */
  refusedUntilMs(key: string, nowMs: number): number | null;
}

/** Keys remembered at most; the oldest are forgotten first. */
const MOST_KEYS = 10_000;

/** After `limit` failures within `windowMs` a key is refused until `refuseMs` after the last of them. */
export function createAttempts(limit: number, windowMs: number, refuseMs: number): Attempts {
  const failures = new Map<string, number[]>();
  return {
    fail(key, nowMs) {
      const recent = (failures.get(key) ?? []).filter((atMs) => nowMs - atMs < windowMs);
      failures.delete(key);
      failures.set(key, [...recent.slice(1 - limit), nowMs]);
      const [oldest] = failures.keys();
      if (failures.size > MOST_KEYS && oldest !== undefined) failures.delete(oldest);
    },
    refusedUntilMs(key, nowMs) {
      const recent = (failures.get(key) ?? []).filter((atMs) => nowMs - atMs < windowMs);
      const last = recent.at(-1);
      if (last === undefined || recent.length < limit) return null;
      return nowMs < last + refuseMs ? last + refuseMs : null;
    },
  };
}
