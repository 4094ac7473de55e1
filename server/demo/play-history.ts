import { claimOrder } from "#server/usecases/claim-order";
import type { Deps } from "#server/usecases/deps";
import { recordVerdict } from "#server/usecases/record-verdict";
import type { OrderDetail, VerdictInput } from "#shared/contract/staff-orders";
import type { FindingView } from "#shared/contract/staff-review";
import type { StaffActor } from "#shared/domain/order/actor";
import { blocksApproval, mayOverride } from "#shared/domain/review/settle-finding";
import type { VerdictOutcome } from "#shared/domain/review/verdict";
import { addWorkingMinutes } from "#shared/domain/time/working-calendar";
import type { Agenda } from "./agenda";
import { applicantActs } from "./applicant";
import type { Rng } from "./generator/random";
import type { PictureMaker } from "./images/page";
import type { Sidecar } from "./sidecar";

const MINUTE_MS = 60_000;
const REVIEWERS = ["reviewer1", "reviewer2", "reviewer3", "reviewer4", "reviewer5", "reviewer6"];

export interface History {
  readonly deps: Deps;
  readonly dataDir: string;
  readonly agenda: Agenda;
  readonly pictures: PictureMaker;
}

/** Puts the review of a freshly submitted order on the agenda; some orders are left lying, as in every queue. */
export function planReview(history: History, sidecar: Sidecar, rng: Rng): void {
  if (rng.chance(0.03)) return;
  // Two working days are 1,080 minutes: a few orders are decided late, as in every week.
  const minutes = rng.chance(0.05) ? 1_100 + rng.int(400) : 120 + rng.int(840);
  const waited = addWorkingMinutes(history.deps.now(), minutes).atMs;
  const handled = (3 + rng.int(11)) * MINUTE_MS + rng.int(MINUTE_MS);
  history.agenda.at(waited, async () => {
    const actor: StaffActor = { kind: "STAFF", username: rng.pick(REVIEWERS), roles: ["REVIEWER"] };
    const order = await history.deps.store.load(sidecar.orderNo);
    if (
      order === null ||
      (order.status !== "PENDING_FIRST_REVIEW" && order.status !== "REVISED_PENDING_REVIEW")
    )
      return;
    const claim = { orderNo: order.orderNo, version: order.version, requestId: history.deps.newId() };
    const claimed = await claimOrder(history.deps, claim, actor);
    if (claimed.kind !== "DONE") throw new Error(`demo claim refused: ${claimed.code}`);
    history.agenda.at(history.deps.now() + handled, () =>
      decide(history, sidecar, rng, actor, claimed.value),
    );
  });
}

async function decide(
  history: History,
  sidecar: Sidecar,
  rng: Rng,
  actor: StaffActor,
  { orderNo, version, findings }: OrderDetail,
): Promise<void> {
  const verdict = verdictFor(findings, rng);
  const input = { ...verdict, orderNo, version, requestId: history.deps.newId() };
  const reply = await recordVerdict(history.deps, input, actor);
  // Something turned up between claim and verdict: the order goes back to the queue when its lease ends.
  if (reply.kind === "REFUSAL" && reply.code === "UNRESOLVED_FINDINGS") return;
  if (reply.kind !== "DONE") throw new Error(`demo verdict refused: ${reply.code}`);
  const comesBack = rng.chance(verdict.outcome === "APPROVE" ? 0.5 : 0.65);
  if (!comesBack) return;
  // Applicants also work in the evening and at weekends.
  const later = history.deps.now() + (30 + rng.int(2_400)) * MINUTE_MS;
  history.agenda.at(later, async () => {
    const acted = await applicantActs(history.deps, history.dataDir, sidecar.orderNo, history.pictures);
    if (acted.kind === "DONE" && verdict.outcome !== "APPROVE") planReview(history, sidecar, rng);
  });
}

type PlannedVerdict = Pick<VerdictInput, "outcome" | "comment" | "note" | "reasons" | "overrides">;

const APPROVAL: PlannedVerdict = { outcome: "APPROVE", comment: "", note: "", reasons: [], overrides: [] };
/** What reviewers write when they know better than the machine. */
const KNOWN_BETTER = ["已电话核实，情况属实", "原件清晰，系识别误差", "已核对工商公示，信息一致"];

/** What a careful reviewer does with the findings: he sends the order back with them, now and then he knows better. */
function verdictFor(findings: readonly FindingView[], rng: Rng): PlannedVerdict {
  const violations = findings.filter(({ state }) => state === "VIOLATED");
  const worthSaying = violations.filter(({ severity, texts }) => texts.length > 0 && severity !== "info");
  const blocks = violations.filter(blocksApproval);
  const mayPass = blocks.every(({ override }) => mayOverride(override, false));
  if (worthSaying.length === 0 || (mayPass && rng.chance(blocks.length === 0 ? 0.6 : 0.12))) {
    const overrides = violations.map(({ ruleId, fieldPath }) => ({
      ruleId,
      fieldPath,
      reason: rng.pick(KNOWN_BETTER),
    }));
    return { ...APPROVAL, overrides };
  }
  // A reviewer may choose otherwise than the rules suggest; in the trade somewhat more is sent back than rejected.
  const wrong = worthSaying.some(({ suggestedOutcome }) => suggestedOutcome === "REJECT");
  const outcome: VerdictOutcome = wrong && rng.chance(0.45) ? "REJECT" : "REVISE";
  return {
    ...APPROVAL,
    outcome,
    comment: outcome === "REVISE" ? "请按下列意见补充后重新提交。" : "下列信息有误，请更正后重新提交。",
    reasons: worthSaying.map(({ fieldPath, ruleId, params, texts }) => ({
      fieldPath,
      ruleId,
      params,
      templateCode: texts[0]?.templateCode ?? null,
      text: texts[0]?.text.zh ?? "",
      suggestion: "",
    })),
  };
}
