import type { AuthCodeRow, NewAuthCode, RuleStore } from "../ports/rule-store";
import { authCodes } from "../schema/rule-config";
import type { AppendAudit } from "./audit-log";
import { plainEntry } from "./audit-log";
import type { Client } from "./connection";
import type { AppendRuleChange } from "./rule-changes";
import { insertInto, query } from "./statements";
import { inTransaction } from "./transaction";

/** Codes that the list shows; rules look at all of them. */
const MOST_SHOWN = 5000;

/** Filing authorisation codes that we issued. Each change counts as one of the configuration. */
export function authCodeStore(
  client: Client,
  audit: AppendAudit,
  append: AppendRuleChange,
): Pick<RuleStore, "authCodes" | "addAuthCode"> {
  const all = query<[number], AuthCodeDbRow>(
    client,
    `SELECT code, issuer_instance_id AS issuerInstanceId, issuer_valid AS issuerValid, used, added_by AS addedBy,
       added_at_ms AS addedAtMs
     FROM auth_codes ORDER BY code LIMIT ?`,
  );
  const put = insertInto(
    client,
    authCodes,
    `ON CONFLICT (code) DO UPDATE SET issuer_instance_id = excluded.issuer_instance_id, used = excluded.used,
       issuer_valid = excluded.issuer_valid, added_by = excluded.added_by, added_at_ms = excluded.added_at_ms`,
  );

  function add({ reason, changedBy, changedAtMs, ...row }: NewAuthCode): number {
    const { code, issuerInstanceId, issuerValid, used } = row;
    put({ ...row, addedBy: changedBy, addedAtMs: changedAtMs });
    const what = { kind: "AUTH_CODE", subject: code, effectiveFrom: "" } as const;
    const value = { issuerInstanceId, issuerValid, used };
    const revision = append({ ...what, value }, { reason, changedBy, changedAtMs });
    const data = { code, issuerValid, used, revision };
    audit(plainEntry(changedAtMs, changedBy, "addAuthCode", null, data));
    return revision;
  }

  return {
    async authCodes() {
      const rows = all().all(MOST_SHOWN);
      return rows.map((row) => ({ ...row, issuerValid: row.issuerValid === 1, used: row.used === 1 }));
    },
    addAuthCode: async (code) => inTransaction(client, () => add(code)),
  };
}

type AuthCodeDbRow = Omit<AuthCodeRow, "issuerValid" | "used"> & { issuerValid: number; used: number };
