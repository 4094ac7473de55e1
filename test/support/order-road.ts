import type { Command } from "#shared/domain/order/command";
import type { Verdict, VerdictOutcome, VerdictReason } from "#shared/domain/review/verdict";
import { deskOf } from "./desk";
import type { IntakeRig } from "./intake-rig";
import { BUREAU, FIRST_FILING, REVIEWER, reasonOf, SYSTEM, verdictOf } from "./order-fixtures";

/** What reviewers, our machinery and the bureau do to an order; a name says who acts from there on. */
export type Road = readonly (Command | "reviewer" | "system" | "bureau")[];

const ACTORS = { reviewer: REVIEWER, system: SYSTEM, bureau: BUREAU };

/** Leads an order along a road, at the rig's time; a reviewer acts first. Where the system begins, undo is over. */
export async function lead(rig: IntakeRig, orderNo: string, road: Road): Promise<void> {
  const desk = deskOf(rig.store);
  let actor: (typeof ACTORS)[keyof typeof ACTORS] = REVIEWER;
  for (const step of road) {
    if (step === "system") rig.clock.nowMs += rig.deps.settings.undoWindowMs;
    if (typeof step === "string") actor = ACTORS[step];
    else await desk.must(orderNo, step, actor, rig.clock.nowMs);
  }
}

let verdicts = 0;

/** A verdict with an id, a comment for the customer and a note for colleagues of its own. */
function freshVerdict(outcome: VerdictOutcome, reasons: readonly Partial<VerdictReason>[] = []): Verdict {
  verdicts += 1;
  const parts = reasons.length === 0 ? {} : { reasons: reasons.map((reason) => reasonOf(reason)) };
  const verdictId = `verdict-${verdicts}`;
  return verdictOf(outcome, { verdictId, comment: "请看审核意见", note: "仅同事可见", ...parts });
}

export const approval = (): Road => [
  { type: "claim" },
  { type: "approve", verdict: freshVerdict("APPROVE") },
];
export const rejection = (): Road => [{ type: "claim" }, { type: "reject", verdict: freshVerdict("REJECT") }];
export const revision = (...reasons: Partial<VerdictReason>[]): Road => [
  { type: "claim" },
  { type: "requestRevision", verdict: freshVerdict("REVISE", reasons) },
];

export const PUSHED: Road = [
  "system",
  { type: "push", expectsSms: true },
  "bureau",
  { type: "uploadAccepted", submissionNo: 1 },
];

export const SMS_DEADLINE_MS = 1_800_000_000_000;
export const CODE_SENT: Road = [
  ...PUSHED,
  { type: "domainCheckPassed", submissionNo: 1 },
  { type: "codeSent", submissionNo: 1, role: "ERP", deadlineMs: SMS_DEADLINE_MS },
];
export const VERIFIED: Road = [
  ...CODE_SENT,
  { type: "verify", submissionNo: 1, result: "ALL", role: "ERP", attemptsLeft: 5 },
];

/** A submitted order of the kind, approved; its verdict can no longer be undone. */
export async function approvedOrder(rig: IntakeRig, kind = FIRST_FILING) {
  const document = await rig.documentOf(kind);
  const orderNo = await rig.submit(document);
  await lead(rig, orderNo, approval());
  rig.clock.nowMs += rig.deps.settings.undoWindowMs;
  return { orderNo, document };
}
