import type { Keyring } from "../crypto/keyring";
import type { BlacklistEntry, NewBlacklistEntry, RuleChange, RuleStore } from "../ports/rule-store";
import { blacklist } from "../schema/rule-config";
import type { AppendAudit } from "./audit-log";
import { plainEntry } from "./audit-log";
import { blacklistLabel, blacklistToken } from "./blacklist-tokens";
import type { Client } from "./connection";
import type { AppendRuleChange } from "./rule-changes";
import { insertInto, query } from "./statements";
import { inTransaction } from "./transaction";

/** Entries that the list shows; rules look at all of them. */
const MOST_SHOWN = 5000;

/** Listed entities, domains and persons. Each change counts as one of the configuration: findings may differ. */
export function blacklistStore(
  client: Client,
  keyring: Keyring,
  audit: AppendAudit,
  append: AppendRuleChange,
): Pick<RuleStore, "blacklist" | "addBlacklistEntry" | "removeBlacklistEntry"> {
  const all = query<[number], BlacklistEntry>(
    client,
    `SELECT id, kind, label, bureau, reason, added_by AS addedBy, added_at_ms AS addedAtMs
     FROM blacklist ORDER BY id DESC LIMIT ?`,
  );
  const listed = query<[string, string], { id: number }>(
    client,
    "SELECT id FROM blacklist WHERE kind = ? AND token = ?",
  );
  const insert = insertInto(client, blacklist);
  const drop = query<[number], Pick<BlacklistEntry, "kind" | "label" | "bureau">>(
    client,
    "DELETE FROM blacklist WHERE id = ? RETURNING kind, label, bureau",
  );

  function recorded(
    action: string,
    { kind, label, bureau }: Pick<BlacklistEntry, "kind" | "label" | "bureau">,
    change: RuleChange,
  ): number {
    const value = { action, kind, bureau };
    const revision = append({ kind: "BLACKLIST", subject: label, effectiveFrom: "", value }, change);
    const data = { kind, label, bureau, revision };
    audit(plainEntry(change.changedAtMs, change.changedBy, action, null, data));
    return revision;
  }

  function add({ kind, value, bureau, ...change }: NewBlacklistEntry): number | null {
    const token = blacklistToken(keyring, kind, value);
    if (token === null || listed().get(kind, token) !== undefined) return null;
    const label = blacklistLabel(kind, value);
    // The number of its change is the entry's, so that none is ever given twice.
    const id = recorded("addBlacklistEntry", { kind, label, bureau }, change);
    const { reason, changedBy: addedBy, changedAtMs: addedAtMs } = change;
    insert({ id, kind, token, label, bureau, reason, addedBy, addedAtMs });
    return id;
  }

  function remove(id: number, change: RuleChange): number | null {
    const row = drop().get(id);
    return row === undefined ? null : recorded("removeBlacklistEntry", row, change);
  }

  return {
    blacklist: async () => all().all(MOST_SHOWN),
    addBlacklistEntry: async (entry) => inTransaction(client, () => add(entry)),
    removeBlacklistEntry: async (id, change) => inTransaction(client, () => remove(id, change)),
  };
}
