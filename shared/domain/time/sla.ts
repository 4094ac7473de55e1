import { addWorkingMinutes, WORKING_DAY_MINUTES, workingMinutesBetween } from "./working-calendar";

/** Working days that the published first-review clock allows (domain.md §10). */
export const FIRST_REVIEW_WORKING_DAYS = 2;
/** The same budget in working minutes. */
export const FIRST_REVIEW_WORKING_MINUTES = FIRST_REVIEW_WORKING_DAYS * WORKING_DAY_MINUTES;
/** How long a revised order waits for its previous reviewer, in working minutes. */
export const PREFERRED_REVIEWER_WORKING_MINUTES = 30;
/** Share of the budget from which the light is amber. */
export const AMBER_FROM_SHARE = 0.5;
/** Share of the budget above which the light is red. */
export const RED_ABOVE_SHARE = 0.8;

export type FirstReviewDue = { readonly dueAtMs: number; readonly estimated: boolean };

/**
 * Due time of the first review of a submit at `submittedAtMs`: 1,080 working minutes later, a submit outside
 * working hours counting from the next opening. `estimated`: a year without an announced calendar is involved.
 */
export function firstReviewDue(submittedAtMs: number): FirstReviewDue {
  const due = addWorkingMinutes(submittedAtMs, FIRST_REVIEW_WORKING_MINUTES);
  return { dueAtMs: due.atMs, estimated: due.estimated };
}

/** Until when (UTC ms) a revised order is kept for the person who reviewed it before; then it is anybody's. */
export function preferredReviewerUntil(submittedAtMs: number): number {
  return addWorkingMinutes(submittedAtMs, PREFERRED_REVIEWER_WORKING_MINUTES).atMs;
}

export const SLA_LIGHTS = ["GREEN", "AMBER", "RED", "BREACHED"] as const;
export type SlaLight = (typeof SLA_LIGHTS)[number];

export type SlaSpan = { readonly startedAtMs: number; readonly dueAtMs: number; readonly nowMs: number };

/**
 * Traffic light of a running clock by the share of its working time that is used up: below 50 % green, up to
 * 80 % amber, above red. Breached only after the due instant itself, so that a decision at that instant is on time.
 */
export function slaLight({ startedAtMs, dueAtMs, nowMs }: SlaSpan): SlaLight {
  if (nowMs > dueAtMs) return "BREACHED";
  const budgetMinutes = workingMinutesBetween(startedAtMs, dueAtMs);
  if (budgetMinutes === 0) return "RED";
  const usedShare = workingMinutesBetween(startedAtMs, nowMs) / budgetMinutes;
  if (usedShare < AMBER_FROM_SHARE) return "GREEN";
  return usedShare <= RED_ABOVE_SHARE ? "AMBER" : "RED";
}
