import { submissionKeyOf } from "#shared/contract/bureau-record";
import type { BureauSubmissionState } from "#shared/contract/bureau-v1";
import { bureauApprovedStatus } from "#shared/domain/filing/filing-type";
import type { Order } from "#shared/domain/order/order";
import type { OrderStatus } from "#shared/domain/order/status";
import type { DeliveryRig } from "./delivery-rig";

const LIVE: readonly BureauSubmissionState[] = ["RECEIVED", "DOMAIN_CHECK", "SMS_PENDING", "IN_REVIEW"];
/** Numbers looked at beyond the desk's last one, for submissions it does not know it made. */
const BEYOND = 2;

/**
 * What is wrong between the desk's orders and what the bureau really took, in words; empty when nothing is (P4).
 * The bureau is asked directly, past the faulty network.
 */
export async function violations(rig: DeliveryRig, orderNos: readonly string[]): Promise<string[]> {
  const found = await Promise.all(orderNos.map((orderNo) => violationsOf(rig, orderNo)));
  return found.flat();
}

async function violationsOf(rig: DeliveryRig, orderNo: string): Promise<string[]> {
  const order = await rig.store.load(orderNo);
  if (order === null) return [`${orderNo}: gone`];
  const wrong: string[] = [];
  const marks = rig.acceptances(orderNo);
  let live = 0;
  let latest: BureauSubmissionState = "UNKNOWN";
  for (let submissionNo = 1; submissionNo <= order.submissionNo + BEYOND; submissionNo += 1) {
    const key = submissionKeyOf(orderNo, submissionNo);
    const state = await rig.bureau.stateOf(key);
    const marked = marks.filter((mark) => mark === submissionNo).length;
    if (state === "UNKNOWN" && marked > 0) wrong.push(`${key}: lost, the desk believes it was taken`);
    if (state !== "UNKNOWN" && marked === 0 && !awaitsOutcome(order, submissionNo))
      wrong.push(`${key}: taken, and the desk does not know`);
    if (marked > 1) wrong.push(`${key}: accepted ${marked} times`);
    if (LIVE.includes(state)) live += 1;
    if (submissionNo <= order.submissionNo) latest = state;
  }
  if (live > 1) wrong.push(`${orderNo}: ${live} live submissions`);
  if (!agrees(order, latest)) wrong.push(`${orderNo}: ${order.status} here, ${latest} there`);
  return wrong;
}

function awaitsOutcome(order: Order, submissionNo: number): boolean {
  return order.status === "SUBMITTING_TO_BUREAU" && order.submissionNo === submissionNo;
}

/** Whether the order stands where the bureau's state of its latest submission says; a little behind is no error. */
function agrees(order: Order, state: BureauSubmissionState): boolean {
  const ended = endOf(order, state);
  if (ended !== null) return order.status === ended || isOnTheRoad(order.status);
  return state === "UNKNOWN" || isOnTheRoad(order.status);
}

/** The status an order has in the end when the bureau has this of it; null while it has not ended there. */
export function endOf(order: Order, state: BureauSubmissionState): OrderStatus | null {
  switch (state) {
    case "APPROVED":
      return bureauApprovedStatus(order.kind);
    case "REFUSED":
      return "BUREAU_REJECTED";
    case "RECORD_ERROR":
    case "DOMAIN_FAILED":
      return "MIIT_RETURNED";
    case "SMS_FAILED":
      return "SMS_RETURNED";
    default:
      return null;
  }
}

export function isOnTheRoad(status: OrderStatus): boolean {
  return ["SUBMITTING_TO_BUREAU", "MIIT_DOMAIN_CHECK", "SMS_PENDING", "UNDER_BUREAU_REVIEW"].includes(status);
}

/** Orders whose last submission ended at the bureau and whose status here is not that end. */
export async function unsettled(rig: DeliveryRig, orderNos: readonly string[]): Promise<string[]> {
  const open: string[] = [];
  for (const orderNo of orderNos) {
    const order = await rig.store.load(orderNo);
    if (order === null) continue;
    const state = await rig.bureau.stateOf(submissionKeyOf(orderNo, Math.max(1, order.submissionNo)));
    if (endOf(order, state) !== order.status) open.push(`${orderNo}: ${order.status} / ${state}`);
  }
  return open;
}
