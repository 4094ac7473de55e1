/** Transport codes that time may cure: too many files today, outside hours, maintenance, "other" (domain.md §11.2). */
const TRANSIENT = new Set([15, 20, 901, 902, 999]);

const FIRST_MS = 30_000;
const LONGEST_MS = 60 * 60_000;
/** With the pauses below that is a day and more, so that a night outside reporting hours needs nobody's help. */
const GIVE_UP_AFTER = 40;
const LONGEST_SILENCE_MS = 60_000;
const LONGEST_RETRY_AFTER_MS = 24 * 60 * 60_000;

/**
 * When to push again after a definite refusal of the transport: by the submission number (each push takes one) and
 * a number in [0, 1), in ms from now. Null = never by itself: a dead letter for a lead.
 */
export function pushAgainMs(msgCode: number, submissionNo: number, chance: number): number | null {
  if (!TRANSIENT.has(msgCode) || submissionNo >= GIVE_UP_AFTER) return null;
  return jittered(FIRST_MS * 2 ** Math.min(submissionNo - 1, 10), LONGEST_MS, chance);
}

/** Pause of a province after a definite refusal, so that what else waits there does not meet the same at once. */
export function refusedPauseMs(chance: number): number {
  return jittered(FIRST_MS, FIRST_MS, chance);
}

/** Pause after the nth call in a row without an answer, or after an answer that settled nothing. `chance` in [0, 1). */
export function silentPauseMs(times: number, chance: number): number {
  return jittered(1_000 * 2 ** Math.min(times - 1, 10), LONGEST_SILENCE_MS, chance);
}

/** What the bureau asked for with `Retry-After`, within reason; else our own pause. */
export function retryAfterOr(retryAfterMs: number | null, ownMs: number): number {
  return retryAfterMs === null ? ownMs : Math.min(retryAfterMs, LONGEST_RETRY_AFTER_MS);
}

const ALARMS_MS = [15 * 60_000, 24 * 60 * 60_000];

/** Whether a doubt that began at `sinceMs` has become a matter for a lead between the last look and now (T54). */
export function alarmIsDue(sinceMs: number, lastLookMs: number, nowMs: number): boolean {
  return ALARMS_MS.some((afterMs) => lastLookMs < sinceMs + afterMs && nowMs >= sinceMs + afterMs);
}

/** Half fixed, half by chance, so that provinces do not knock in step after an outage. */
function jittered(baseMs: number, longestMs: number, chance: number): number {
  const capped = Math.min(baseMs, longestMs);
  return Math.round(capped / 2 + (capped / 2) * chance);
}
