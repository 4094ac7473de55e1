import { domainKey, isWithinDomain } from "../../identifiers/domain-name";
import { domainsAt, sameText, servicesAt } from "../document-view";
import { SERVICE_FILINGS } from "../filing-sets";
import { at, violated } from "../results";
import { type Rule, type RuleResult, rule, type Text } from "../rule";
import type { RuleInput } from "../rule-input";

/** Homepages, and what stands twice in one order. */
export const HOMEPAGE_RULES: readonly Rule[] = [
  rule({
    id: "R-104",
    group: "DOM",
    title: { zh: "首页地址不合规", en: "Homepage URL" },
    applies: { filingTypes: SERVICE_FILINGS },
    fields: ["services[].homepageUrl"],
    needs: [],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "首页须以www.开头并含列表中的域名",
      en: "Homepage must start with www. and contain a listed domain",
    },
    params: ["value", "reason"],
    templates: ["T-DOM-10"],
    source: "seed fig 1-8 (APP form); V3.0 1022/1041",
    judge: (input) =>
      servicesAt(input).flatMap(({ service, path }) => {
        const value = service.homepageUrl?.trim() ?? "";
        const reason = value === "" ? null : faultOf(value, service.domains);
        if (reason === null) return [];
        const place = `${path}.homepageUrl`;
        return [violated(place, { value, reason }, [at(place), at(`${path}.domains`)])];
      }),
  }),
  rule({
    id: "R-105",
    group: "DOM",
    title: { zh: "订单内重复", en: "Duplicate in the order" },
    applies: { filingTypes: SERVICE_FILINGS },
    fields: ["services[].domains[]", "services[].name"],
    needs: [],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: { zh: "订单内域名或APP重复", en: "Duplicate domain or APP in the order" },
    params: ["item"],
    templates: ["T-ORD-12"],
    source: "[assumption]; V3.0 1037-1039; seed §1 s3.3 (APP names); HW-KB doc_0124",
    judge: (input) => [...sharedDomains(input), ...sharedNames(input)],
  }),
];

function faultOf(homepage: string, domains: readonly string[]): Text | null {
  if (!homepage.toLowerCase().startsWith("www."))
    return { zh: "首页须以www.开头", en: "a homepage starts with www." };
  const [host = ""] = homepage.split(/[/?#:]/);
  return domains.some((domain) => isWithinDomain(host, domain))
    ? null
    : { zh: "不在所填域名之下", en: "it is not under a listed domain" };
}

/** A domain of a website that an earlier website of the order has too; the finding stands at the later one. */
function sharedDomains(input: RuleInput): RuleResult[] {
  const websites = domainsAt(input, "WEBSITE").filter(({ domain }) => domain.trim() !== "");
  return websites.flatMap(({ domain, index, domainPath }) => {
    const first = websites.find((one) => one.index < index && domainKey(one.domain) === domainKey(domain));
    return first === undefined
      ? []
      : [violated(domainPath, { item: domain }, [at(domainPath), at(first.domainPath)])];
  });
}

/** An APP whose name an earlier APP of the order bears. */
function sharedNames(input: RuleInput): RuleResult[] {
  const apps = servicesAt(input, "APP").filter(({ service }) => service.name.trim() !== "");
  return apps.flatMap(({ service, index, path }) => {
    const first = apps.find((one) => one.index < index && sameText(one.service.name, service.name));
    if (first === undefined) return [];
    const place = `${path}.name`;
    return [violated(place, { item: service.name }, [at(place), at(`${first.path}.name`)])];
  });
}
