import type { StoredRuleConfig } from "#db/ports/rule-store";
import type { ProvinceEditRow, ProvinceRow } from "#shared/contract/staff-rules";
import { PROVINCES, type Province, provinceOn } from "#shared/domain/provinces/province";
import { SWITCH_KEYS } from "#shared/domain/provinces/switches";
import { shanghaiDay } from "#shared/domain/time/working-calendar";
import type { Deps } from "./deps";
import { ruleSetOf } from "./rule-set";

/** All 31 provinces with every switch as it is in force today and where its value is known from. */
export async function listProvinces(deps: Deps): Promise<{ rows: ProvinceRow[] }> {
  const today = shanghaiDay(deps.now());
  const config = await deps.store.ruleConfig();
  const { provinceEdits } = ruleSetOf(config, today);
  const rows = PROVINCES.map((base) => {
    const province = provinceOn(base.adcode, provinceEdits, today) ?? base;
    // An edit stands in place of the documented value as long as its ground does: not after its last day.
    const edited = new Set(SWITCH_KEYS.filter((key) => province.grounds[key] !== base.grounds[key]));
    return rowOf(province, edited);
  });
  return { rows };
}

function rowOf(province: Province, edited: ReadonlySet<string>): ProvinceRow {
  const { code, adcode, zh, en, confidence, source, notes, switches, grounds, conflicts } = province;
  return {
    code,
    adcode,
    name: { zh, en },
    confidence,
    source,
    notes,
    switches: SWITCH_KEYS.map((key) => ({
      key,
      value: switches[key],
      ...grounds[key],
      edited: edited.has(key),
      conflict: conflicts.find((conflict) => conflict.key === key) ?? null,
    })),
  };
}

/** What administrators changed about a province, newest first. */
export async function provinceHistory(deps: Deps, code: string): Promise<{ edits: ProvinceEditRow[] }> {
  const config = await deps.store.ruleConfig();
  return {
    edits: config.provinceEdits
      .filter((edit) => edit.provinceCode === code)
      .map(editRow)
      .sort(newestFirst),
  };
}

function editRow(edit: StoredRuleConfig["provinceEdits"][number]): ProvinceEditRow {
  const { id, effectiveFrom, reason, changedBy, changedAtMs, key, value, ground } = edit;
  return { ...ground, id, effectiveFrom, reason, changedBy, changedAtMs, key, value };
}

function newestFirst(a: { readonly id: number }, b: { readonly id: number }): number {
  return b.id - a.id;
}
