import type { RuleFacts } from "#shared/domain/rules/rule-input";
import type { Keyring } from "../crypto/keyring";
import type { FactRequest } from "../ports/rule-store";
import { certificateToken } from "./certificate-token";
import type { Client } from "./connection";
import { query } from "./statements";

/** Whether account and entity belong to each other or to nobody yet. */
export type ReadAccountBinding = (request: FactRequest) => RuleFacts["accountBinding"];

type Bound = { entityToken: string | null; entityLabel: string };
type Place = { value: string; orderNo: string };

const COLUMNS = "o.entity_token AS entityToken, o.entity_label AS entityLabel";

export function accountBindingReader(client: Client, keyring: Keyring): ReadAccountBinding {
  // What an account is bound to: the entity it has filed, and the one of its open order.
  const ofAccount = query<Place, Bound>(
    client,
    `SELECT r.entity_token AS entityToken, o.entity_label AS entityLabel
     FROM filings r CROSS JOIN orders o ON o.order_no = r.order_no WHERE r.account_id = @value AND r.order_no <> @orderNo
     UNION ALL
     SELECT ${COLUMNS} FROM orders o WHERE o.account_id = @value AND o.is_open = 1 AND o.order_no <> @orderNo`,
  );
  const ofEntity = query<Place & { accountId: string }, Bound>(
    client,
    `SELECT r.entity_token AS entityToken, o.entity_label AS entityLabel
     FROM filings r CROSS JOIN orders o ON o.order_no = r.order_no
     WHERE r.entity_token = @value AND r.account_id <> @accountId
     UNION ALL
     SELECT ${COLUMNS} FROM orders o
     WHERE o.entity_token = @value AND o.is_open = 1 AND o.account_id <> @accountId AND o.order_no <> @orderNo`,
  );

  return ({ orderNo, application }) => {
    const { accountId, entity, transfer, filingType } = application;
    const self = orderNo ?? "";
    if (filingType === "TRANSFER" && transfer) {
      return answer(ofAccount().get({ value: transfer.toAccountId, orderNo: self }));
    }
    const token = certificateToken(keyring, entity.certType, entity.certNumber);
    // Without a number nothing tells this entity from another.
    if (token === null) return "FREE";
    const bound = ofAccount().all({ value: accountId, orderNo: self });
    const other = bound.find(({ entityToken }) => entityToken !== null && !sameNumber(entityToken, token));
    return answer(other ?? ofEntity().get({ value: token, accountId, orderNo: self }));
  };
}

function answer(bound: Bound | undefined): RuleFacts["accountBinding"] {
  return bound === undefined ? "FREE" : { boundEntity: bound.entityLabel };
}

/** A certificate whose type alone was stated otherwise is the same one. */
function sameNumber(left: string, right: string): boolean {
  return left.slice(left.indexOf(":")) === right.slice(right.indexOf(":"));
}
