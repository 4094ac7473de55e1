import { hasMaterial, natureSide, servicesAt } from "../document-view";
import { NEW_SERVICE_FILINGS } from "../filing-sets";
import { at, cannotCheck, fact, violated } from "../results";
import { type Rule, type RuleResult, rule } from "../rule";
import type { RuleInput } from "../rule-input";
import { fullestDomain } from "./host-counts";

const TOTAL = "evidence.miitRegistry.servicesTotal";
const UNLIMITED = Number.POSITIVE_INFINITY;

/** How many services an entity may file, and from how many on it must say why (domain.md §7.WEB, §7.X). */
export const QUANTITY_RULES: readonly Rule[] = [
  rule({
    id: "R-120",
    group: "WEB",
    title: { zh: "数量达阈值缺方案书", en: "Construction plan missing" },
    applies: { filingTypes: NEW_SERVICE_FILINGS },
    fields: ["materials[kind=CONSTRUCTION_PLAN]"],
    needs: ["province.constructionPlanThreshold", TOTAL],
    severity: "block",
    check: "fully",
    outcome: "REVISE",
    message: {
      zh: "网站数量达到{n}，请上传网站建设方案书",
      en: "With {n} sites upload the construction plan",
    },
    params: ["n"],
    templates: ["T-WEB-08"],
    source:
      "HW-KB doc_0220 (SH >= 30 units), doc_0234 (HN: more than 1 filed before), doc_0252; JD (GD > 31 prefixes, HN when the entity is filed, FAQ > 5)",
    judge: missingPlan,
  }),
  rule({
    id: "R-121",
    group: "WEB",
    title: { zh: "超过省内上限", en: "Province ceiling" },
    applies: { filingTypes: NEW_SERVICE_FILINGS, serviceKinds: ["WEBSITE"] },
    fields: ["services"],
    needs: ["province.maxTotal", TOTAL],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    override: "LEAD",
    message: { zh: "{province}该类主体最多备案{max}个网站", en: "{province} allows at most {max}" },
    params: ["province", "max", "n"],
    templates: ["T-WEB-09"],
    source: "HW-KB doc_0236; JD Shaanxi",
    judge: (input) => {
      const max = provinceCeiling(input);
      if (max === UNLIMITED) return [];
      const n = filedBefore(input) + servicesAt(input, "WEBSITE").length;
      if (n <= max) return filedCount(input) === null ? [cannotCheck("services", TOTAL)] : [];
      const params = { province: input.province.name, max: String(max), n: String(n) };
      return [violated("services", params, [at(TOTAL), fact("province.maxTotal", max)])];
    },
  }),
  rule({
    id: "R-122",
    group: "WEB",
    title: { zh: "个人最多5个", en: "Individual maximum 5" },
    applies: { filingTypes: NEW_SERVICE_FILINGS, natures: ["INDIVIDUAL"] },
    fields: ["services"],
    needs: [TOTAL],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    override: "LEAD",
    message: { zh: "个人主体最多备案5个服务", en: "Individuals may file at most 5 services" },
    params: ["province", "max", "n"],
    templates: ["T-WEB-09"],
    source: "HW-RULES knowledge-base §6",
    thresholds: { max: 5 },
    judge: (input, { max }) => {
      if (exceedsProvinceCeiling(input)) return [];
      const n = filedBefore(input) + input.application.services.length;
      if (n <= max) return filedCount(input) === null ? [cannotCheck("services", TOTAL)] : [];
      const params = { province: input.province.name, max: String(max), n: String(n) };
      // Jiangxi has a rule of its own for individuals with more than seven, so five cannot be its limit.
      const mildly = input.province.id === "JX" ? { severity: "warn" as const, outcome: null } : {};
      return [violated("services", params, [at(TOTAL), at("services")], mildly)];
    },
  }),
];

/** Services filed before this order; null when the registry was not asked. */
function filedCount({ application }: RuleInput): number | null {
  return application.evidence?.miitRegistry?.servicesTotal ?? null;
}

/** At least so many are filed: what is over the limit without knowing more stays over it. */
function filedBefore(input: RuleInput): number {
  return filedCount(input) ?? 0;
}

function provinceCeiling(input: RuleInput): number {
  return input.province.switches.maxTotal[natureSide(input)] ?? UNLIMITED;
}

/** Whether R-121 speaks up, so that R-122 need not. */
function exceedsProvinceCeiling(input: RuleInput): boolean {
  const websites = servicesAt(input, "WEBSITE").length;
  return websites > 0 && filedBefore(input) + websites > provinceCeiling(input);
}

function missingPlan(input: RuleInput): RuleResult[] {
  const asked = input.province.switches.constructionPlanThreshold?.[natureSide(input)];
  if (!asked || hasMaterial(input, "CONSTRUCTION_PLAN")) return [];
  const { n, complete } = counted(input, asked.basis);
  if (n < asked.min) return complete ? [] : [cannotCheck("materials", missingInput[asked.basis])];
  const grounds = [
    at(TOTAL),
    at("services"),
    fact("province.constructionPlanThreshold", `${asked.basis} ${asked.min}`),
  ];
  return [violated("materials", { n: String(n) }, grounds)];
}

type Basis = "TOTAL" | "FILED_BEFORE" | "DOMAIN_PREFIXES";

const missingInput: Record<Basis, string> = {
  TOTAL,
  FILED_BEFORE: TOTAL,
  DOMAIN_PREFIXES: "evidence.miitRegistry.domainsFiled",
};

/** The number on the province's basis; not `complete` when the filed part of it is not known. */
function counted(input: RuleInput, basis: Basis): { readonly n: number; readonly complete: boolean } {
  const known = filedCount(input) !== null;
  switch (basis) {
    case "TOTAL":
      return { n: filedBefore(input) + input.application.services.length, complete: known };
    case "FILED_BEFORE":
      return { n: filedBefore(input), complete: known };
    case "DOMAIN_PREFIXES": {
      const filed = filedDomains(input);
      const ordered = input.application.services.flatMap(({ domains }) => domains);
      const n = fullestDomain([...ordered, ...(filed ?? [])]);
      return { n, complete: filed !== null };
    }
  }
}

/** Host names filed before, from the registry's list and the filed record; null when there is neither. */
function filedDomains(input: RuleInput): string[] | null {
  const { miitRegistry, filedRecord } = input.application.evidence ?? {};
  if (filedCount(input) === 0 || miitRegistry?.domainsFiled || filedRecord) {
    return [
      ...(miitRegistry?.domainsFiled ?? []),
      ...(filedRecord?.services ?? []).flatMap(({ domains }) => domains),
    ];
  }
  return null;
}
