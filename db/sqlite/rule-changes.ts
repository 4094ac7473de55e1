import type { RuleChange } from "../ports/rule-store";
import { ruleChanges } from "../schema/rule-config";
import type { Client } from "./connection";
import { insertInto, query } from "./statements";

type ChangeRow = typeof ruleChanges.$inferSelect;

/** Appends to the history of what the rules decide by, and answers the number of the row: the new revision. */
export type AppendRuleChange = (
  what: Pick<ChangeRow, "kind" | "subject" | "effectiveFrom"> & { readonly value: object | null },
  change: RuleChange,
) => number;

export function ruleChangeLog(client: Client): AppendRuleChange {
  const last = query<[], { id: number | null }>(client, "SELECT max(id) AS id FROM rule_changes");
  const insert = insertInto(client, ruleChanges);
  return ({ kind, subject, effectiveFrom, value }, { reason, changedBy, changedAtMs }) => {
    const id = (last().get()?.id ?? 0) + 1;
    const text = JSON.stringify(value);
    insert({ id, kind, subject, value: text, effectiveFrom, reason, changedBy, changedAtMs });
    return id;
  };
}
