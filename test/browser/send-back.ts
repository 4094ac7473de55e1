import { randomUUID } from "node:crypto";
import type { OrderDetail, VerdictInput } from "#shared/contract/staff-orders";
import type { Caller } from "#test/support/staff-caller";

/** Takes an order and sends it back because of these places, without a screen. */
export async function sendBack(
  reviewer: Caller,
  orderNo: string,
  problems: Readonly<Record<string, string>>,
): Promise<void> {
  const { version } = await reviewer.must<OrderDetail>("orders.get", { orderNo });
  const held = await reviewer.must<OrderDetail>("queue.claim", { orderNo, version, requestId: randomUUID() });
  const verdict: VerdictInput = {
    orderNo,
    version: held.version,
    findingsVersion: held.findingsVersion,
    requestId: randomUUID(),
    outcome: "REVISE",
    comment: "",
    reasons: Object.entries(problems).map(([fieldPath, text]) => ({ fieldPath, text, suggestion: "" })),
    overrides: [],
  };
  await reviewer.must("verdicts.record", { ...verdict });
}
