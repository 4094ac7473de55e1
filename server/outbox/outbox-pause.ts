const FIRST_MS = 1_000;
const LONGEST_MS = 60 * 60_000;

/** Pause before a message that failed is tried again, ms; `attempts` (from 1) includes the one that failed. */
export function outboxPauseMs(attempts: number): number {
  return Math.min(FIRST_MS * 2 ** Math.min(attempts - 1, 20), LONGEST_MS);
}
