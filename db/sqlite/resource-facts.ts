import type { AuthCodeFact, RuleFacts } from "#shared/domain/rules/rule-input";
import type { FactRequest } from "../ports/rule-store";
import type { Client } from "./connection";
import { authCodesOf, instanceIdsOf } from "./order-resources";
import { query } from "./statements";

/** Who else uses the resources and authorisation codes that an order names. */
export type ReadResourceFacts = (request: FactRequest) => Pick<RuleFacts, "quotaUsed" | "authCodes">;

/** Another order that is open or was filed names the same value. */
const ELSEWHERE = `FROM order_resources u CROSS JOIN orders o ON o.order_no = u.order_no
  WHERE u.value = @value AND u.order_no <> @orderNo AND (o.is_open = 1 OR o.status = 'FILED')`;

type Place = { value: string; orderNo: string };

export function resourceFactReader(client: Client): ReadResourceFacts {
  const services = query<Place, { services: number }>(
    client,
    `SELECT coalesce(sum(u.services), 0) AS services ${ELSEWHERE} AND u.kind = 'INSTANCE'`,
  );
  const code = query<Place, { issuerValid: number; used: number }>(
    client,
    `SELECT issuer_valid AS issuerValid, used OR EXISTS (SELECT 1 ${ELSEWHERE} AND u.kind = 'AUTH_CODE') AS used
     FROM auth_codes WHERE code = @value`,
  );
  const anyCode = query<[], { code: string }>(client, "SELECT code FROM auth_codes LIMIT 1");

  function authCodes(named: ReadonlySet<string>, orderNo: string): AuthCodeFact[] | null {
    if (anyCode().get() === undefined) return null;
    return [...named].flatMap((value) => {
      const row = code().get({ value, orderNo });
      if (row === undefined) return [];
      return [{ code: value, issuerValid: row.issuerValid === 1, used: row.used === 1 }];
    });
  }

  return ({ orderNo, application }) => {
    const self = orderNo ?? "";
    const used = [...new Set(instanceIdsOf(application))].map((value) => {
      return [value, services().get({ value, orderNo: self })?.services ?? 0] as const;
    });
    return {
      quotaUsed: Object.fromEntries(used),
      authCodes: authCodes(new Set(authCodesOf(application)), self),
    };
  };
}
