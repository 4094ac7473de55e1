import { claimOrder } from "#server/usecases/claim-order";
import { getOrderDetail } from "#server/usecases/get-order-detail";
import { recheckOrder } from "#server/usecases/recheck-order";
import type { Reply } from "#server/usecases/reply";
import type { OrderDetail } from "#shared/contract/staff-orders";
import type { RuleReport } from "#shared/domain/rules/report";
import { judgedDesk } from "./judged-desk";
import { staff } from "./order-fixtures";
import { REVIEWER1 } from "./staff-desk";
import type { TestServer } from "./test-server";

export const ADMIN1 = staff("admin1", "ADMIN");

/** The value of a step that a test takes for granted. */
export function granted<T>(reply: Reply<T>): T {
  if (reply.kind !== "DONE") throw new Error(`refused: ${JSON.stringify(reply)}`);
  return reply.value;
}

/** `R-027 entity.certValidTo` of every violation. */
export function violationsOf({ findings }: Pick<RuleReport, "findings">): string[] {
  return findings
    .filter(({ state }) => state === "VIOLATED")
    .map(({ ruleId, fieldPath }) => `${ruleId} ${fieldPath}`);
}

/** A judged desk whose orders are looked at again after somebody changed what the rules decide by. */
export function ruleDesk(server: TestServer) {
  const { deps } = server;

  async function detail(orderNo: string): Promise<OrderDetail> {
    return granted(await getOrderDetail(deps, { orderNo }, REVIEWER1));
  }

  /** The order in a reviewer's hands, with what the rules find at that moment. */
  async function claim(orderNo: string): Promise<OrderDetail> {
    const version = (await server.store.load(orderNo))?.version ?? 0;
    const input = { orderNo, version, requestId: `claim-${orderNo}-${version}` };
    return granted(await claimOrder(deps, input, REVIEWER1));
  }

  /** What the rules find in the order when they run now. */
  async function found(orderNo: string): Promise<string[]> {
    return violationsOf(granted(await recheckOrder(deps, { orderNo }, REVIEWER1)));
  }

  /** `action` and data of everything an administrator did, oldest first. */
  async function administered(): Promise<unknown[]> {
    const { rows } = await server.store.auditSearch({});
    const own = rows.filter(({ actor }) => actor === ADMIN1.username);
    return own.map(({ action, data }) => ({ action, data })).reverse();
  }

  return { ...judgedDesk(server), detail, claim, found, administered };
}
