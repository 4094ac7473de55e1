import { addWorkingDays } from "../../time/working-calendar";
import { type ServiceAt, servicesAt } from "../document-view";
import { ADDING_FILINGS, CHANGE_FILINGS, SERVICE_FILINGS } from "../filing-sets";
import { at, cannotCheck, fact, violated } from "../results";
import { type Rule, type RuleResult, rule, type Text } from "../rule";
import type { RuleInput } from "../rule-input";
import { authCodeFaults } from "./auth-code";
import { type Resource, resourceLabel } from "./resource-label";

/** Whether the resource may carry a filing. */
export const RESOURCE_ELIGIBILITY_RULES: readonly Rule[] = [
  rule({
    id: "R-135",
    group: "RES",
    title: { zh: "备案资源不合格", en: "Resource not eligible" },
    applies: { filingTypes: SERVICE_FILINGS },
    fields: [
      "services[].resource.type",
      "services[].resource.billing",
      "services[].resource.months",
      "services[].resource.regionMainland",
    ],
    needs: ["list.resourceTerms"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    override: "LEAD",
    message: {
      zh: "资源类型、计费或时长不满足（ECS等3个月，专属云1年）",
      en: "Resource type, billing or term not met (3 months; dedicated cloud 1 year)",
    },
    params: ["resource", "reason"],
    templates: ["T-RES-01"],
    source: "seed table 1-1, 1-2",
    judge: (input) =>
      servicesAt(input).flatMap((place) => {
        const { resource } = place.service;
        if (resource?.type === "PRIVILEGED") return [];
        if (resource) return ineligible(input, place, resource);
        // A change that leaves the resource alone need not name it.
        if (CHANGE_FILINGS.some((type) => type === input.kind.type)) return [];
        return [fault(place, "type", NO_RESOURCE)];
      }),
  }),
  rule({
    id: "R-136",
    group: "RES",
    title: { zh: "备案次数用尽", en: "Filing quota used up" },
    applies: { filingTypes: ADDING_FILINGS },
    fields: ["services[].resource.filingsUsed"],
    needs: ["list.resourceQuota", "context.quotaUsed"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    override: "LEAD",
    message: {
      zh: "该资源备案次数已用完",
      en: "Filing quota of this resource is used up",
    },
    params: ["resource", "reason"],
    templates: ["T-RES-01"],
    source: "seed table 1-2, §8",
    judge: (input) => servicesAt(input).flatMap((place) => quotaFault(input, place)),
  }),
  rule({
    id: "R-137",
    group: "RES",
    title: { zh: "授权码无效", en: "Auth code invalid" },
    applies: { filingTypes: ADDING_FILINGS },
    fields: ["services[].resource.authCode"],
    needs: ["context.authCodes"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    override: "LEAD",
    message: {
      zh: "授权码无效、已使用或关联资源失效",
      en: "Auth code invalid, used, or its resource lapsed",
    },
    params: ["resource", "reason"],
    templates: ["T-RES-01"],
    source: "seed table 1-2; HW-KB doc_0051",
    judge: (input) => servicesAt(input).flatMap((place) => authCodeFaults(input, place)),
  }),
  rule({
    id: "R-138",
    group: "RES",
    title: { zh: "资源即将到期", en: "Resource expires during review" },
    applies: { filingTypes: SERVICE_FILINGS },
    fields: ["services[].resource.expiresOn"],
    needs: ["context.today"],
    severity: "warn",
    check: "fully",
    outcome: null,
    message: {
      zh: "资源将在管局审核期内到期，请续费",
      en: "Resource expires during bureau review; renew",
    },
    params: [],
    templates: [],
    source: "TX-docs 备案审核.md; seed §7",
    thresholds: { workingDays: 20 },
    judge: (input, { workingDays }) =>
      servicesAt(input).flatMap(({ service: { resource }, path }): RuleResult[] => {
        if (!resource) return [];
        const place = `${path}.resource.expiresOn`;
        if (!resource.expiresOn) return [cannotCheck(place, "services[].resource.expiresOn")];
        const longest = addWorkingDays(input.today, workingDays);
        return resource.expiresOn < longest
          ? [violated(place, {}, [at(place), fact("context.today", input.today)])]
          : [];
      }),
  }),
];

const NO_RESOURCE: Text = { zh: "未提供备案资源", en: "no resource is named" };
const UNKNOWN_TYPE: Text = { zh: "该类资源不能用于备案", en: "this type of resource cannot carry a filing" };
const PAY_PER_USE: Text = {
  zh: "须为包年包月，不能按需计费",
  en: "it must be a monthly or yearly plan, not pay-per-use",
};
const ABROAD: Text = { zh: "资源不在中国大陆区域", en: "it lies outside the mainland regions" };

type ResourceField = "type" | "billing" | "months" | "regionMainland";

function fault(
  { service, path }: ServiceAt,
  field: ResourceField,
  reason: Text,
  ...more: ReturnType<typeof fact>[]
): RuleResult {
  const place = `${path}.resource.${field}`;
  return violated(place, { resource: resourceLabel(service.resource), reason }, [at(place), ...more]);
}

function ineligible(input: RuleInput, place: ServiceAt, resource: Resource): RuleResult[] {
  const { type, billing, months, regionMainland } = resource;
  const { resourceTerms } = input.lists;
  const unknown = (field: ResourceField) =>
    cannotCheck(`${place.path}.resource.${field}`, `services[].resource.${field}`);
  const results: RuleResult[] = [];
  const term = Object.hasOwn(resourceTerms, type) ? (resourceTerms[type] ?? null) : null;
  if (term === null) results.push(fault(place, "type", UNKNOWN_TYPE));
  // An authorisation code has no plan of its own: that of its issuing server is R-137.
  if (billing == null && type !== "AUTH_CODE" && term !== null) results.push(unknown("billing"));
  if (billing != null && billing !== "SUBSCRIPTION") results.push(fault(place, "billing", PAY_PER_USE));
  if (term !== null && term > 0) {
    if (months == null) results.push(unknown("months"));
    else if (months < term)
      results.push(fault(place, "months", tooShort(months, term), fact("list.resourceTerms", term)));
  }
  if (regionMainland === false) results.push(fault(place, "regionMainland", ABROAD));
  else if (regionMainland == null && term !== null) results.push(unknown("regionMainland"));
  return results;
}

function tooShort(months: number, term: number): Text {
  return {
    zh: `累计购买时长${months}个月，须满${term}个月`,
    en: `bought for ${months} months in all; at least ${term} are needed`,
  };
}

function quotaFault(input: RuleInput, { service, path }: ServiceAt): RuleResult[] {
  const { resource } = service;
  if (!resource) return [];
  const { resourceQuota } = input.lists;
  const quota = Object.hasOwn(resourceQuota, resource.type) ? (resourceQuota[resource.type] ?? null) : null;
  if (quota === null) return [];
  const ordered = servicesOnSame(input, resource);
  const used = usedBefore(input, resource);
  const place = `${path}.resource.filingsUsed`;
  if (used === null && ordered <= quota)
    return [cannotCheck(place, "services[].resource.filingsUsed", "context.quotaUsed")];
  const total = (used ?? 0) + ordered;
  if (total <= quota) return [];
  const reason = {
    zh: `备案次数上限${quota}次，已用${used ?? 0}次，本单需${ordered}次`,
    en: `it carries ${quota} filings; ${used ?? 0} are used and this order needs ${ordered}`,
  };
  const evidence = [at(place), fact("list.resourceQuota", quota), fact("context.quotaUsed", used)];
  return [violated(place, { resource: resourceLabel(resource), reason }, evidence)];
}

/**
 * Filings on the resource before this order. The document tells what was filed when it was written, our own orders
 * what was submitted since: the higher of the two is true. Null if neither is known.
 */
function usedBefore({ facts }: RuleInput, { filingsUsed, instanceId }: Resource): number | null {
  const ours = instanceId && facts.quotaUsed !== null ? ownCount(facts.quotaUsed, instanceId) : null;
  if (filingsUsed == null) return ours;
  return Math.max(filingsUsed, ours ?? 0);
}

function ownCount(quotaUsed: Readonly<Record<string, number>>, instanceId: string): number {
  return Object.hasOwn(quotaUsed, instanceId) ? (quotaUsed[instanceId] ?? 0) : 0;
}

function servicesOnSame({ application }: RuleInput, resource: Resource): number {
  const key = identityOf(resource);
  if (key === null) return 1;
  return application.services.filter((one) => one.resource && identityOf(one.resource) === key).length;
}

/** Codes of one server are resources of their own. */
function identityOf({ type, instanceId, authCode }: Resource): string | null {
  if (type === "AUTH_CODE" && authCode) return `code ${authCode.code.trim()}`;
  return instanceId ? `${type} ${instanceId}` : null;
}
