import type { MaterialKind } from "../filing/materials";
import type { RequiredMaterial } from "../provinces/switches";
import {
  ADDING_FILINGS,
  CHANGE_FILINGS,
  FULL_FILINGS,
  NEW_SERVICE_FILINGS,
  SERVICE_FILINGS,
} from "../rules/filing-sets";
import { NATURES } from "../rules/natures";
import type { AppliesWhen } from "../rules/rule";
import type { RuleInput } from "../rules/rule-input";

/** What the filing province demands of this order beyond the national papers (`requiredMaterials`, domain.md §8). */
export function provinceDemands(input: RuleInput): RequiredMaterial[] {
  const { application, province, today } = input;
  return province.switches.requiredMaterials.filter(
    ({ filingTypes, natures, effectiveFrom }) =>
      (filingTypes === null || filingTypes.includes(application.filingType)) &&
      (natures === null || natures.some((name) => bearsNature(application.entity.nature, name))) &&
      (effectiveFrom === null || effectiveFrom <= today),
  );
}

/** The province's demand for one kind, or null when it asks this order for none. */
export function provinceDemand(input: RuleInput, kind: MaterialKind): RequiredMaterial | null {
  return provinceDemands(input).find((demand) => demand.kind === kind) ?? null;
}

/** Nature names of provinces are free text: one that nobody knows is nobody's. */
function bearsNature(code: number, name: string): boolean {
  if (name === "UNIT") return code !== NATURES.INDIVIDUAL;
  return Object.entries(NATURES).some(([known, value]) => known === name && value === code);
}

type Coverage = Pick<AppliesWhen, "filingTypes" | "provinces">;

/** Orders for which another rule than R-081 reports a province's paper as missing (domain.md §7.AUT, R-081). */
const OWN_RULES: Partial<Record<MaterialKind, readonly Coverage[]>> = {
  DOMAIN_CERTIFICATE: [{ filingTypes: SERVICE_FILINGS }],
  ERP_AUTHORIZATION: [{ filingTypes: FULL_FILINGS }],
  SRP_AUTHORIZATION: [{ filingTypes: FULL_FILINGS }],
  FILING_UNDERTAKING: [{ filingTypes: FULL_FILINGS, provinces: ["GD"] }],
  TRUTH_NOTICE: [{ filingTypes: FULL_FILINGS, provinces: ["JS"] }],
  TRUTH_UNDERTAKING: [{ filingTypes: FULL_FILINGS, provinces: ["JS"] }],
  RESIDENCE_PROOF: [{ filingTypes: FULL_FILINGS }],
  EMPLOYMENT_PROOF: [{ filingTypes: FULL_FILINGS }],
  CONSTRUCTION_PLAN: [{ filingTypes: NEW_SERVICE_FILINGS }],
  PRE_APPROVAL: [{ filingTypes: FULL_FILINGS }],
  NO_PRE_APPROVAL_UNDERTAKING: [{ filingTypes: FULL_FILINGS }],
  OTHER_LICENCE: [{ filingTypes: FULL_FILINGS }],
  ANTI_FRAUD_REPORT: [{ filingTypes: FULL_FILINGS }],
  APP_ICON: [{ filingTypes: FULL_FILINGS }],
  PARTY_BUILDING_PROOF: [{ filingTypes: NEW_SERVICE_FILINGS, provinces: ["XJ"] }],
  INSTITUTION_APPROVAL: [{ filingTypes: NEW_SERVICE_FILINGS, provinces: ["JX", "NM"] }],
  NAME_CHANGE_PROOF: [{ filingTypes: [...CHANGE_FILINGS, ...ADDING_FILINGS] }],
  HOLDER_RELATION_PROOF: [{ filingTypes: FULL_FILINGS }],
  TRADEMARK_PROOF: [{ filingTypes: SERVICE_FILINGS }],
  VERIFICATION_SHEET: [{ filingTypes: CHANGE_FILINGS, provinces: ["QH"] }],
};

/** Whether a rule of its own reports this paper as missing on this order, so that R-081 stays silent about it. */
export function hasOwnRule({ application, province }: RuleInput, kind: MaterialKind): boolean {
  return (OWN_RULES[kind] ?? []).some(
    ({ filingTypes, provinces }) =>
      filingTypes.includes(application.filingType) &&
      (provinces === undefined || (province.id !== null && provinces.includes(province.id))),
  );
}
