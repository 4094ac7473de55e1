import { claimOrder } from "#server/usecases/claim-order";
import type { Deps } from "#server/usecases/deps";
import { recordVerdict } from "#server/usecases/record-verdict";
import type { VerdictInput } from "#shared/contract/staff-orders";
import type { StaffActor } from "#shared/domain/order/actor";
import { REASON_TEMPLATES } from "#shared/domain/review/templates";
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
export function planReview(history: History, sidecar: Sidecar, rng: Rng, mended = false): void {
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
    const { version } = claimed.value;
    history.agenda.at(history.deps.now() + handled, () =>
      decide(history, sidecar, rng, actor, version, mended),
    );
  });
}

async function decide(
  history: History,
  sidecar: Sidecar,
  rng: Rng,
  actor: StaffActor,
  version: number,
  mended: boolean,
): Promise<void> {
  const verdict = verdictFor(sidecar, mended, rng);
  const input = {
    ...verdict,
    orderNo: sidecar.orderNo,
    version,
    requestId: history.deps.newId(),
    overrides: [],
  };
  const reply = await recordVerdict(history.deps, input, actor);
  if (reply.kind !== "DONE") throw new Error(`demo verdict refused: ${reply.code}`);
  const comesBack = rng.chance(verdict.outcome === "APPROVE" ? 0.5 : 0.65);
  if (!comesBack) return;
  // Applicants also work in the evening and at weekends.
  const later = history.deps.now() + (30 + rng.int(2_400)) * MINUTE_MS;
  history.agenda.at(later, async () => {
    const acted = await applicantActs(history.deps, history.dataDir, sidecar.orderNo, history.pictures);
    if (acted.kind === "DONE" && verdict.outcome !== "APPROVE") planReview(history, sidecar, rng, true);
  });
}

type PlannedVerdict = Pick<VerdictInput, "outcome" | "comment" | "note" | "reasons">;

/** What a careful reviewer would have said: the planted faults, in the words of their templates. */
function verdictFor(sidecar: Sidecar, mended: boolean, rng: Rng): PlannedVerdict {
  if (mended || sidecar.defects.length === 0)
    return { outcome: "APPROVE", comment: "", note: "", reasons: [] };
  const templates = sidecar.defects.map(({ ruleId }) =>
    REASON_TEMPLATES.find((template) => template.rules.includes(ruleId)),
  );
  // A reviewer may choose otherwise than the rule suggests; in the trade somewhat more is sent back than rejected.
  const wrong = templates.some((template) => template?.outcome === "REJECT");
  const outcome: VerdictOutcome = wrong && rng.chance(0.45) ? "REJECT" : "REVISE";
  return {
    outcome,
    comment: outcome === "REVISE" ? "请按下列意见补充后重新提交。" : "下列信息有误,请更正后重新提交。",
    note: "",
    reasons: sidecar.defects.map(({ fieldPath, ruleId }, index) => ({
      fieldPath,
      text: templates[index]?.titleZh ?? `与规则 ${ruleId} 不符`,
      suggestion: "请核对后修改",
    })),
  };
}
