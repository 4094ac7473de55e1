import type { Decision } from "#shared/domain/order/decision";
import type { Client } from "./connection";
import { query } from "./statements";

/** Keeps the record of which account holds which filed entity, from the ends of orders. */
export type ProjectFilings = (decision: Decision, nowMs: number) => void;

export function filingProjector(client: Client): ProjectFilings {
  const put = query<{ accountId: string; orderNo: string; number: string | null; nowMs: number }, never>(
    client,
    `INSERT INTO filings (account_id, entity_token, entity_filing_number, order_no, since_ms)
     SELECT @accountId, entity_token, @number, order_no, @nowMs FROM orders WHERE order_no = @orderNo
     ON CONFLICT (account_id) DO UPDATE SET entity_token = excluded.entity_token, order_no = excluded.order_no,
       entity_filing_number = coalesce(excluded.entity_filing_number, entity_filing_number)`,
  );
  const drop = query<[string], { number: string | null }>(
    client,
    "DELETE FROM filings WHERE account_id = ? RETURNING entity_filing_number AS number",
  );

  return ({ next, events }, nowMs) => {
    const { accountId, orderNo } = next;
    for (const event of events) {
      switch (event.command) {
        case "bureauApproved":
          if (next.status === "FILED") {
            put().run({ accountId, orderNo, number: next.filingNumbers.entity, nowMs });
          } else if (next.kind.type === "DEREGISTER_ENTITY") {
            drop().get(accountId);
          }
          break;
        case "approve":
          if (event.to === "CLAIMED") put().run({ accountId, orderNo, number: null, nowMs });
          break;
        case "undoVerdict":
          // An undone claim was an account's first record: there is nothing older to bring back.
          if (event.from === "CLAIMED") drop().get(accountId);
          break;
        case "transfer": {
          const number = drop().get(accountId)?.number ?? null;
          const to = event.data.toAccount;
          if (typeof to === "string") put().run({ accountId: to, orderNo, number, nowMs });
          break;
        }
      }
    }
  };
}
