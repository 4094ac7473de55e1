import { z } from "zod";
import { CONFIDENCES } from "#shared/domain/provinces/province";
import { switchesSchema } from "#shared/domain/provinces/switches";
import { ruleListsSchema } from "#shared/domain/rules/lists";
import { SEVERITIES } from "#shared/domain/rules/rule";
import type {
  NewListEdit,
  NewProvinceEdit,
  NewRuleSetting,
  RuleStore,
  StoredListEdit,
  StoredProvinceEdit,
  StoredRuleChange,
  StoredRuleSetting,
} from "../ports/rule-store";
import type { AppendAudit } from "./audit-log";
import { plainEntry } from "./audit-log";
import type { Client } from "./connection";
import type { AppendRuleChange } from "./rule-changes";
import { query } from "./statements";
import { inTransaction } from "./transaction";

/** Changes of each kind that are read; thousands of times what a desk makes in a year. */
const MOST_CHANGES = 10_000;

const settingValue = z.strictObject({ enabled: z.boolean(), severity: z.enum(SEVERITIES).nullable() });
const switchSubject = z.tuple([z.string(), switchesSchema.keyof()]);
const switchValue = z.strictObject({
  value: z.unknown(),
  source: z.string().nullable(),
  confidence: z.enum(CONFIDENCES).nullable(),
  effectiveTo: z.string().nullable(),
});
const listKey = ruleListsSchema.keyof();
const listValue = z.strictObject({ value: z.unknown() });

/** Settings, switches and lists as administrators changed them: history only, nothing is ever overwritten. */
export function ruleConfigStore(
  client: Client,
  lists: Client,
  audit: AppendAudit,
  append: AppendRuleChange,
): Pick<
  RuleStore,
  "ruleConfig" | "ruleConfigRevision" | "addRuleSetting" | "addProvinceEdit" | "addListEdit"
> {
  return { ...reading(lists), ...writing(client, audit, append) };
}

type ChangeRow = StoredRuleChange & { subject: string; value: string };

function reading(client: Client): Pick<RuleStore, "ruleConfig" | "ruleConfigRevision"> {
  const last = query<[], { id: number | null }>(client, "SELECT max(id) AS id FROM rule_changes");
  const ofKind = query<[string, number], ChangeRow>(
    client,
    `SELECT id, subject, value, effective_from AS effectiveFrom, reason, changed_by AS changedBy,
       changed_at_ms AS changedAtMs
     FROM rule_changes WHERE kind = ? ORDER BY effective_from, id LIMIT ?`,
  );
  const revision = () => last().get()?.id ?? 0;
  return {
    async ruleConfig() {
      return {
        revision: revision(),
        settings: ofKind().all("SETTING", MOST_CHANGES).map(settingOf),
        provinceEdits: ofKind().all("PROVINCE", MOST_CHANGES).map(provinceEditOf),
        listEdits: ofKind().all("LIST", MOST_CHANGES).map(listEditOf),
      };
    },
    async ruleConfigRevision() {
      return revision();
    },
  };
}

function settingOf({ subject, value, ...change }: ChangeRow): StoredRuleSetting {
  return { ...change, ruleId: subject, ...settingValue.parse(JSON.parse(value)) };
}

function provinceEditOf({ subject, value: text, ...change }: ChangeRow): StoredProvinceEdit {
  const [provinceCode, key] = switchSubject.parse(subject.split("."));
  const { value, ...ground } = switchValue.parse(JSON.parse(text));
  return { ...change, provinceCode, key, value, ground: { ...ground, effectiveFrom: change.effectiveFrom } };
}

function listEditOf({ subject, value, ...change }: ChangeRow): StoredListEdit {
  return { ...change, key: listKey.parse(subject), value: listValue.parse(JSON.parse(value)).value };
}

function writing(
  client: Client,
  audit: AppendAudit,
  append: AppendRuleChange,
): Pick<RuleStore, "addRuleSetting" | "addProvinceEdit" | "addListEdit"> {
  function addSetting(setting: NewRuleSetting): number {
    const { ruleId, enabled, severity, effectiveFrom, changedBy, changedAtMs } = setting;
    const value = { enabled, severity };
    const revision = append({ kind: "SETTING", subject: ruleId, effectiveFrom, value }, setting);
    const data = { ruleId, enabled, severity, effectiveFrom, revision };
    audit(plainEntry(changedAtMs, changedBy, "addRuleSetting", null, data));
    return revision;
  }

  function addSwitch(edit: NewProvinceEdit): number {
    const { provinceCode, key, value, source, confidence, effectiveTo } = edit;
    const { effectiveFrom, changedBy, changedAtMs } = edit;
    const subject = `${provinceCode}.${key}`;
    const stored = { value: value ?? null, source, confidence, effectiveTo };
    const revision = append({ kind: "PROVINCE", subject, effectiveFrom, value: stored }, edit);
    const data = { provinceCode, key, effectiveFrom, effectiveTo, revision };
    audit(plainEntry(changedAtMs, changedBy, "addProvinceEdit", null, data));
    return revision;
  }

  function addList({ key, value, ...edit }: NewListEdit): number {
    const { effectiveFrom, changedBy, changedAtMs } = edit;
    const stored = { value: value ?? null };
    const revision = append({ kind: "LIST", subject: key, effectiveFrom, value: stored }, edit);
    audit(plainEntry(changedAtMs, changedBy, "addListEdit", null, { key, effectiveFrom, revision }));
    return revision;
  }

  return {
    addRuleSetting: async (setting) => inTransaction(client, () => addSetting(setting)),
    addProvinceEdit: async (edit) => inTransaction(client, () => addSwitch(edit)),
    addListEdit: async (edit) => inTransaction(client, () => addList(edit)),
  };
}
