import { type Application, filingKindOf } from "../filing/application";
import { type ProvinceEdit, provinceOn, UNKNOWN_SWITCHES } from "../provinces/province";
import type { RuleLists } from "./lists";
import type { RuleFacts, RuleInput, RuleProvince } from "./rule-input";

export interface InputParts {
  readonly application: Application;
  readonly previous: Application | null;
  readonly today: string;
  readonly provinceEdits: readonly ProvinceEdit[];
  readonly lists: RuleLists;
  readonly facts: RuleFacts;
}

/** Puts together what the rules look at; the filing province is that of `entity.region.provinceCode`. */
export function buildRuleInput(parts: InputParts): RuleInput {
  const { application, previous, today, lists, facts } = parts;
  const adcode = application.entity.region.provinceCode;
  return {
    application,
    previous,
    today,
    lists,
    facts,
    kind: filingKindOf(application),
    province: ruleProvince(adcode, parts.provinceEdits, today),
  };
}

function ruleProvince(adcode: string, edits: readonly ProvinceEdit[], day: string): RuleProvince {
  const province = provinceOn(adcode, edits, day);
  if (province === null) {
    const name =
      adcode.trim() === "" ? { zh: "（未填省份）", en: "(no province given)" } : { zh: adcode, en: adcode };
    return { id: null, adcode, name, switches: UNKNOWN_SWITCHES };
  }
  const { code, zh, en, switches } = province;
  return { id: code, adcode, name: { zh, en }, switches };
}
