import { provinceDemand } from "../../materials/province-materials";
import { maskValue } from "../../privacy/mask-value";
import { type DomainAt, isUnit, materialsOf } from "../document-view";
import { SERVICE_FILINGS } from "../filing-sets";
import { listed, stated } from "../param-texts";
import { at, cannotCheck, fact, violated } from "../results";
import { type Rule, type RuleResult, rule } from "../rule";
import type { RuleInput } from "../rule-input";
import {
  heldByEntity,
  heldByErp,
  heldByUnitItself,
  missingHolderParts,
  PROVABLE_RELATIONS,
  provableRelation,
} from "./holders";
import { givenDomains, type Registration, registrationOf, speaksOf } from "./registrations";

/** Who holds the domains, and the papers about it. */
export const HOLDER_RULES: readonly Rule[] = [
  rule({
    id: "R-096",
    group: "DOM",
    title: { zh: "域名持有者不一致", en: "Holder differs from entity" },
    applies: { filingTypes: SERVICE_FILINGS },
    fields: ["services[].domains[]"],
    needs: [
      "evidence.domains[].realNameHolder",
      "evidence.domains[].holderCertType",
      "evidence.domains[].holderCertNumber",
      "evidence.domains[].holderRelation",
      "province.holderMustBeUnit",
    ],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "域名持有者须为备案主体（单位也可为其主体负责人），名称、证件类型、号码须一致",
      en: "Domain holder must be the filing entity (for units also its ERP), with equal name, ID type and number",
    },
    params: ["domain"],
    templates: ["T-DOM-02"],
    source: "seed table 1-3 and its note; HW-KB doc_0018, doc_0094, doc_0224, doc_0228",
    judge: (input) =>
      asksForUnitItself(input) ? [] : givenDomains(input).flatMap((place) => judgeHolder(input, place)),
  }),
  rule({
    id: "R-097",
    group: "DOM",
    title: { zh: "持有者关系证明缺失", en: "Relation proof missing" },
    applies: { filingTypes: SERVICE_FILINGS, natures: ["UNIT"] },
    fields: ["materials[kind=HOLDER_RELATION_PROOF]"],
    needs: ["evidence.domains[].holderRelation", "province.holderMustBeUnit"],
    severity: "block",
    check: "fully",
    outcome: "REVISE",
    message: {
      zh: "持有者为股东或高管，请上传证明",
      en: "Holder is a shareholder or executive: upload proof",
    },
    params: ["domain", "holderMasked", "relation"],
    templates: ["T-DOM-03"],
    source: "seed table 1-3 note",
    judge: (input) =>
      asksForUnitItself(input) || !input.lists.flags.unitDomainHeldByPerson ? [] : judgeProof(input),
  }),
  rule({
    id: "R-098",
    group: "DOM",
    title: { zh: "须与主办单位一致（不接受法人）", en: "Holder must be the unit itself" },
    applies: { filingTypes: SERVICE_FILINGS, natures: ["UNIT"] },
    fields: ["services[].domains[]"],
    needs: ["evidence.domains[].realNameHolder", "province.holderMustBeUnit"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "{province}要求域名持有者为主办单位",
      en: "{province} requires the unit as holder",
    },
    params: ["province", "domain"],
    templates: ["T-DOM-02"],
    source: "HW-KB doc_0239; TX-XZ",
    judge: (input) =>
      asksForUnitItself(input)
        ? givenDomains(input).flatMap(({ domain, domainPath }): RuleResult[] => {
            const record = registrationOf(input, domain);
            const held = record === null ? null : heldByUnitItself(input, record);
            if (record === null || held === null)
              return [cannotCheck(domainPath, "evidence.domains[].realNameHolder")];
            const evidence = [...holderEvidence(record), fact("province.holderMustBeUnit", true)];
            return held ? [] : [violated(domainPath, { province: input.province.name, domain }, evidence)];
          })
        : [],
  }),
  rule({
    id: "R-099",
    group: "DOM",
    title: { zh: "域名证书缺失", en: "Domain certificate missing" },
    applies: { filingTypes: SERVICE_FILINGS },
    fields: ["materials[kind=DOMAIN_CERTIFICATE]"],
    needs: ["province.requiredMaterials"],
    severity: "block",
    check: "fully",
    outcome: "REVISE",
    message: { zh: "请上传域名证书", en: "Upload the domain certificate" },
    params: ["domain"],
    templates: ["T-DOM-09"],
    source: "seed §1 preconditions and s3.4 (as the bureau asks); HW-KB doc_0252; JD",
    judge: (input) => {
      const demand = provinceDemand(input, "DOMAIN_CERTIFICATE");
      if (demand === null) return [];
      const bare = givenDomains(input).filter((place) => !hasCertificate(input, place));
      const domain = listed([...new Set(bare.map((place) => place.domain))].map(sameInBoth));
      if (domain === null) return [];
      const evidence = [
        ...bare.map(({ domainPath }) => at(domainPath)),
        fact("province.requiredMaterials", `DOMAIN_CERTIFICATE (${demand.source})`),
      ];
      return [violated("materials", { domain }, evidence)];
    },
  }),
];

/** Where a province wants the unit itself as holder, R-098 alone speaks about a unit's domains (domain.md §7.X). */
function asksForUnitItself(input: RuleInput): boolean {
  return isUnit(input) && input.province.switches.holderMustBeUnit === true;
}

function judgeHolder(input: RuleInput, { domain, domainPath }: DomainAt): RuleResult[] {
  const record = registrationOf(input, domain);
  if (record === null) return [cannotCheck(domainPath, "evidence.domains[].realNameHolder")];
  const personMayHold = isUnit(input) && input.lists.flags.unitDomainHeldByPerson;
  // A stated relation is R-097's: proven it is fine, unproven only the proof is missing.
  if (personMayHold && provableRelation(record) !== null) return [];
  const held = heldByEntity(input, record);
  const heldByPerson = personMayHold ? heldByErp(input, record) : false;
  if (held === true || heldByPerson === true) return [];
  if (held === null || heldByPerson === null) {
    const [first = "evidence.domains[].realNameHolder", ...more] = missingHolderParts(record);
    return [cannotCheck(domainPath, first, ...more)];
  }
  const unsaid = !record.found.holderRelation && personMayHold && provesRelation(input, domain);
  if (unsaid) return [cannotCheck(domainPath, "evidence.domains[].holderRelation")];
  return [violated(domainPath, { domain }, holderEvidence(record))];
}

function judgeProof(input: RuleInput): RuleResult[] {
  const unproven = givenDomains(input).filter(({ domain }) => !provesRelation(input, domain));
  const related = unproven.flatMap(({ domain }) => {
    const record = registrationOf(input, domain);
    const relation = record === null ? null : provableRelation(record);
    return record === null || relation === null ? [] : [{ domain, record, relation }];
  });
  const domain = listed([...new Set(related.map((one) => one.domain))].map(sameInBoth));
  if (domain !== null) {
    const holders = related.map(({ record }) => maskValue("PERSON_NAME", record.found.realNameHolder ?? ""));
    const params = {
      domain,
      holderMasked: stated([...new Set(holders)].filter((name) => name !== "").join("、")),
      relation: listed([...new Set(related.map((one) => PROVABLE_RELATIONS[one.relation]))]) ?? domain,
    };
    return [
      violated(
        "materials",
        params,
        related.flatMap(({ record }) => holderEvidence(record)),
      ),
    ];
  }
  return unproven.some((place) => isRelationOpen(input, place))
    ? [cannotCheck("materials", "evidence.domains[].holderRelation")]
    : [];
}

/** Nobody says how the holder is related, and it is not known to be the unit or its ERP, who need no proof. */
function isRelationOpen(input: RuleInput, { domain }: DomainAt): boolean {
  const record = registrationOf(input, domain);
  if (record === null) return true;
  if (record.found.holderRelation) return false;
  return heldByEntity(input, record) !== true && heldByErp(input, record) !== true;
}

function provesRelation(input: RuleInput, domain: string): boolean {
  return materialsOf(input, "HOLDER_RELATION_PROOF").some(({ material }) =>
    speaksOf(material.domain, domain),
  );
}

/** A certificate that names the domain, or one that names none and belongs to its service. */
function hasCertificate(input: RuleInput, { domain, index }: DomainAt): boolean {
  return (
    materialsOf(input, "DOMAIN_CERTIFICATE").some(
      ({ material }) => material.domain && speaksOf(material.domain, domain),
    ) || materialsOf(input, "DOMAIN_CERTIFICATE", index).some(({ material }) => !material.domain)
  );
}

function holderEvidence({ path }: Registration) {
  const parts = ["realNameHolder", "holderCertType", "holderCertNumber", "holderRelation"];
  return [...parts.map((part) => at(`${path}.${part}`)), at("entity.name")];
}

function sameInBoth(text: string) {
  return { zh: text, en: text };
}
