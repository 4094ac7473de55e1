import { LICENCE } from "../../identifiers/certificate-number";
import { canonicalPersonName, canonicalText } from "../../privacy/normalise";
import { NATURES } from "../natures";
import type { RuleInput } from "../rule-input";
import { isNoName } from "./entity-view";

/** What a licence without trade name may bear after the operator's name, and Zhejiang asks for. */
const SOLE_TRADER_MARK = "(个体工商户)";
/** Words by which a remark says that there is no trade name. */
const REMARK_OF_SOLE_TRADER = /个体|无字号|没有字号/u;

/** Whether the registry calls the unit a sole trader (个体工商户); null when it was not asked about a licence holder. */
export function isSoleTrader({ application }: RuleInput): boolean | null {
  const kind = application.evidence?.companyRegistry?.entityKind;
  if (kind) return kind.includes("个体");
  const { nature, certType } = application.entity;
  return certType === LICENCE || nature === NATURES.ENTERPRISE ? null : false;
}

/** R-037 for a sole trader: the place that is filled wrongly, or null. */
export function soleTraderFault(input: RuleInput): "entity.nature" | "entity.name" | "entity.remark" | null {
  const { nature, name, remark } = input.application.entity;
  if (nature !== NATURES.ENTERPRISE) return "entity.nature";
  const operator = operatorWithoutTradeName(input);
  if (operator === null) return null;
  switch (input.province.id) {
    case "ZJ":
      return canonicalText(name) === canonicalText(operator + SOLE_TRADER_MARK) ? null : "entity.name";
    case "AH":
      if (canonicalText(name) !== canonicalText(operator)) return "entity.name";
      return REMARK_OF_SOLE_TRADER.test(remark ?? "") ? null : "entity.remark";
    default:
      return null;
  }
}

/** The operator's name when the registered name is none, or only that person's; null with a trade name. */
function operatorWithoutTradeName({ application }: RuleInput): string | null {
  const registry = application.evidence?.companyRegistry;
  const operator = registry?.legalRepresentative ?? application.entity.responsiblePerson?.name;
  if (registry?.name == null || !operator) return null;
  const registered = canonicalText(registry.name).replace(SOLE_TRADER_MARK, "");
  const isOwnName = canonicalPersonName(registered) === canonicalPersonName(operator);
  return isOwnName || isNoName(registered) ? operator : null;
}
