import { claimNext } from "#server/usecases/claim-next";
import type { Deps } from "#server/usecases/deps";
import { escalateOrder } from "#server/usecases/escalate-order";
import { holdOrder } from "#server/usecases/hold-order";
import type { StaffActor } from "#shared/domain/order/actor";
import { addWorkingMinutes } from "#shared/domain/time/working-calendar";

const HELD = [
  { username: "reviewer2", reason: "CALL_BACK", comment: "两个电话均未接通,约定稍后回电" },
  { username: "reviewer3", reason: "VIDEO_VERIFICATION", comment: "已约视频核验" },
  { username: "reviewer4", reason: "INTERNAL", comment: "等待同事确认授权书样式" },
] as const;
const ESCALATED = [{ username: "reviewer5", comment: "域名持有者与主体关系不清,请组长判断" }] as const;

/** What lies on the desks when the demo opens: orders on hold for each reason, and one in the lead's hands. */
export async function leaveWorkInHand(deps: Deps): Promise<void> {
  for (const { username, reason, comment } of HELD) {
    const orderNo = await takeOne(deps, reviewer(username));
    if (orderNo === null) return;
    const untilMs = addWorkingMinutes(deps.now(), 240).atMs;
    await holdOrder(deps, { orderNo, requestId: deps.newId(), reason, untilMs, comment }, reviewer(username));
  }
  for (const { username, comment } of ESCALATED) {
    const orderNo = await takeOne(deps, reviewer(username));
    if (orderNo === null) return;
    await escalateOrder(deps, { orderNo, requestId: deps.newId(), to: "lead1", comment }, reviewer(username));
  }
}

function reviewer(username: string): StaffActor {
  return { kind: "STAFF", username, roles: ["REVIEWER"] };
}

async function takeOne(deps: Deps, actor: StaffActor): Promise<string | null> {
  const reply = await claimNext(deps, { requestId: deps.newId() }, actor);
  return reply.kind === "DONE" && reply.value !== null ? reply.value.orderNo : null;
}
