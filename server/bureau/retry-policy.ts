/** Transport codes that time may cure: too many files today, outside hours, maintenance, "other" (domain.md §11.2). */
const TRANSIENT = new Set([15, 20, 901, 902, 999]);

const FIRST_MS = 30_000;
const LONGEST_MS = 60 * 60_000;
const GIVE_UP_AFTER = 12;

/**
 * When to push again after a definite refusal of the transport: a function of the submission number (each push takes
 * one) and of a number in [0, 1), in ms from now. Null = never by itself: a dead letter for a lead.
 */
export function retryOf(msgCode: number): (submissionNo: number, chance: number) => number | null {
  return (submissionNo, chance) => {
    if (!TRANSIENT.has(msgCode) || submissionNo >= GIVE_UP_AFTER) return null;
    return jittered(FIRST_MS * 2 ** (submissionNo - 1), LONGEST_MS, chance);
  };
}

/** Pause before the same batch goes out again after an unknown outcome, in ms. `chance` in [0, 1). */
export function unknownPauseMs(attempts: number, chance: number): number {
  return jittered(1_000 * 2 ** Math.min(attempts - 1, 10), 60_000, chance);
}

/** Half fixed, half by chance, so that provinces do not knock in step after an outage. */
function jittered(baseMs: number, longestMs: number, chance: number): number {
  const capped = Math.min(baseMs, longestMs);
  return Math.round(capped / 2 + (capped / 2) * chance);
}
