import { firstReviewDue, preferredReviewerUntil } from "../time/sla";
import type { Claim, ReviewClock } from "./order";

/** A new first-review clock: two working days from now (domain.md §10). */
export function newClock(nowMs: number): ReviewClock {
  const due = firstReviewDue(nowMs);
  return { startedAtMs: nowMs, dueAtMs: due.dueAtMs, estimated: due.estimated, pausedMs: 0 };
}

/** Until when a revised order waits for its previous reviewer; null when there was none. */
export function preferredUntil(previousReviewer: string | null, nowMs: number): number | null {
  return previousReviewer === null ? null : preferredReviewerUntil(nowMs);
}

/** The clock after a hold ended: waiting for the customer pauses the internal clock, an internal hold does not (§3.4). */
export function clockAfterHold(clock: ReviewClock, lease: Claim["lease"], nowMs: number): ReviewClock {
  if (lease.state !== "SUSPENDED" || lease.hold.reason === "INTERNAL") return clock;
  return { ...clock, pausedMs: clock.pausedMs + Math.max(0, nowMs - lease.hold.sinceMs) };
}
