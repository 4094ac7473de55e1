import { isOfNature } from "../rules/natures";
import type { Text } from "../rules/rule";
import type { RuleInput } from "../rules/rule-input";
import type { Confidence, Province } from "./province";
import { SAYINGS, type Side, say } from "./province-sayings";
import { SWITCH_KEYS, type Switches, type SwitchKey } from "./switches";

/** One thing the province asks of this order, with where that is known from. */
export interface ProvinceCardItem {
  readonly key: SwitchKey;
  readonly text: Text;
  readonly source: string | null;
  readonly confidence: Confidence | null;
  readonly effectiveFrom: string | null;
  /** The source that says otherwise; null where all agree. */
  readonly contradictedBy: string | null;
}

/** What the filing province asks of one order, so that nobody needs a second browser tab (experience.md). */
export interface ProvinceCard {
  readonly code: string;
  readonly name: Text;
  readonly items: readonly ProvinceCardItem[];
  /** Policies that would decide about this order and that no source states: the reviewer has to ask. */
  readonly unknown: readonly Text[];
  /** Contradictions of the sources and what is not data yet (domain.md §13). */
  readonly notes: readonly string[];
}

/** The card of the order's province: what it asks of this kind of filer and filing, and what nobody knows. */
export function provinceCard(province: Province, input: RuleInput): ProvinceCard {
  const side: Side = isOfNature(input.application.entity.nature, "UNIT") ? "unit" : "individual";
  const items = SWITCH_KEYS.flatMap((key): ProvinceCardItem[] => {
    const text = SAYINGS[key](province.switches, side, input);
    if (text === null) return [];
    const { source, confidence, effectiveFrom } = province.grounds[key];
    const contradictedBy = province.conflicts.find((conflict) => conflict.key === key)?.source ?? null;
    return [{ key, text, source, confidence, effectiveFrom, contradictedBy }];
  });
  const { code, zh, en, notes } = province;
  return { code, name: { zh, en }, items, unknown: unknownPolicies(province.switches, side, input), notes };
}

function unknownPolicies(switches: Switches, side: Side, { application }: RuleInput): Text[] {
  const adds = application.filingType === "ADD_ACCESS" || application.filingType === "ADD_SERVICE";
  return [
    ...(side === "individual" && switches.individualPolicy === null
      ? [say("是否受理外省个人", "Whether individuals from elsewhere are accepted")]
      : []),
    ...(adds && switches.accessMayChange === null
      ? [say("新增时能否同时变更主体", "Whether an addition may change the entity")]
      : []),
  ];
}
