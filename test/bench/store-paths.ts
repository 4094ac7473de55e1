import type { ChangeResult } from "#db/ports/order-store";
import type { Store } from "#db/store";
import type { StaffActor } from "#shared/domain/order/actor";
import type { Command } from "#shared/domain/order/command";
import { decide } from "#shared/domain/order/decide";
import type { Order } from "#shared/domain/order/order";
import { DEFAULT_ORDER_SETTINGS } from "#shared/domain/order/settings";

const REVIEWER: StaffActor = { kind: "STAFF", username: "bench-reviewer", roles: ["REVIEWER"] };
const SETTINGS = { ...DEFAULT_ORDER_SETTINGS, claimLimit: 1_000_000 };

/** Claim and verdict in the store itself: what the door costs without HTTP around it. */
export function storePaths(store: Store): { claim(): Promise<void>; verdict(): Promise<void> } {
  const held: Order[] = [];
  let verdicts = 0;

  const change = async (target: { next: { reviewer: string } } | { orderNo: string }, command: Command) => {
    const nowMs = Date.now();
    const result: ChangeResult = await store.change(
      { target, actor: REVIEWER, nowMs, lookup: {}, once: null },
      (order, facts) =>
        decide(order, command, {
          actor: REVIEWER,
          nowMs,
          settings: SETTINGS,
          facts,
          expectedVersion: null,
          expectedFindingsVersion: null,
        }),
    );
    if (result.kind !== "CHANGED") throw new Error(`bench command refused: ${JSON.stringify(result)}`);
    return result.order;
  };

  return {
    async claim() {
      held.push(await change({ next: { reviewer: REVIEWER.username } }, { type: "claim" }));
    },
    async verdict() {
      const order = held.pop();
      if (order === undefined) throw new Error("no claimed order left");
      verdicts += 1;
      await change(
        { orderNo: order.orderNo },
        {
          type: "requestRevision",
          verdict: {
            verdictId: `bench-verdict-${verdicts}`,
            outcome: "REVISE",
            comment: "请补充材料",
            note: "",
            reasons: [
              {
                templateCode: null,
                fieldPath: "materials",
                params: {},
                problem: "缺少材料",
                suggestion: "请上传",
              },
            ],
            overrides: [],
          },
        },
      );
    },
  };
}
