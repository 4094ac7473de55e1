import { domainKey } from "../../identifiers/domain-name";
import { type DomainAt, sitesAt } from "../document-view";
import { NEW_SERVICE_FILINGS } from "../filing-sets";
import { at, cannotCheck, fact, violated } from "../results";
import { type ParamValue, type Rule, type RuleResult, rule } from "../rule";
import type { RuleInput } from "../rule-input";
import { givenDomains, recordOf } from "./registrations";

/** Whether new websites' domains are in use or filed already (R-100, R-101). */
export const USE_RULES: readonly Rule[] = [
  rule({
    id: "R-100",
    group: "DOM",
    title: { zh: "未备案域名已开通", en: "Unfiled domain resolves" },
    applies: { filingTypes: NEW_SERVICE_FILINGS, serviceKinds: ["WEBSITE"] },
    fields: ["services[].domains[]"],
    needs: ["evidence.domains[].resolves", "evidence.sites[].reachable"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "未备案域名须停止解析，备案后再启用",
      en: "Stop resolution of the unfiled domain",
    },
    params: ["domain"],
    templates: ["T-DOM-06"],
    source: "seed table 1-1; seed2 L20; HW-KB doc_0150",
    judge: (input) =>
      givenDomains(input, "WEBSITE")
        .filter(({ domain }) => !isFiled(input, domain))
        .flatMap((place) => judgeUse(input, place)),
  }),
  rule({
    id: "R-101",
    group: "DOM",
    title: { zh: "网站域名已备案", en: "Website domain already filed" },
    applies: { filingTypes: NEW_SERVICE_FILINGS, serviceKinds: ["WEBSITE"] },
    fields: ["services[].domains[]"],
    needs: ["evidence.miitRegistry.domainsFiled"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    override: "LEAD",
    message: {
      zh: "该网站域名已有备案，请改用新增接入或先注销",
      en: "Website domain already filed; use add-access or deregister",
    },
    params: ["domain", "filingNumber"],
    templates: ["T-DOM-07"],
    source: "V3.0 1005/1039; HW-KB doc_0111, doc_0126",
    judge: (input) =>
      givenDomains(input, "WEBSITE").flatMap(({ domain, domainPath }): RuleResult[] => {
        const filed = isFiled(input, domain);
        if (filed === null) return [cannotCheck(domainPath, "evidence.miitRegistry.domainsFiled")];
        if (!filed) return [];
        const evidence = [at(domainPath), fact("evidence.miitRegistry.domainsFiled", domain)];
        return [violated(domainPath, { domain, filingNumber: filedUnder(input, domain) }, evidence)];
      }),
  }),
];

/** A name that does not resolve answers no HTTP either; without that record a probe alone tells only the bad. */
function judgeUse(input: RuleInput, { domain, domainPath }: DomainAt): RuleResult[] {
  const record = recordOf(input, domain);
  const answering = sitesAt(input).find(
    ({ site }) => site.reachable === true && isSiteOf(site.domain, domain),
  );
  const evidence = [
    ...(record?.found.resolves === true
      ? [at(`${record.path}.resolves`), at(`${record.path}.resolvedIps`)]
      : []),
    ...(answering === undefined ? [] : [at(`${answering.path}.reachable`)]),
  ];
  if (evidence.length > 0) return [violated(domainPath, { domain }, evidence)];
  return typeof record?.found.resolves === "boolean"
    ? []
    : [cannotCheck(domainPath, "evidence.domains[].resolves")];
}

function isSiteOf(visited: string, domain: string): boolean {
  return [domainKey(domain), `www.${domainKey(domain)}`].includes(domainKey(visited));
}

/** Whether the ministry's registry holds the domain; null when nobody asked. */
function isFiled({ application }: RuleInput, domain: string): boolean | null {
  const filed = application.evidence?.miitRegistry?.domainsFiled;
  return filed ? filed.some((one) => domainKey(one) === domainKey(domain)) : null;
}

/** The number of the filed service with this domain, else that of the entity in the registry. */
function filedUnder({ application }: RuleInput, domain: string): ParamValue {
  const { filedRecord, miitRegistry } = application.evidence ?? {};
  const service = filedRecord?.services.find(({ domains }) =>
    domains.some((one) => domainKey(one) === domainKey(domain)),
  );
  const number = service?.filingNumber?.trim() || miitRegistry?.entityFilingNumber?.trim();
  return number || { zh: "（备案号未知）", en: "(number not known)" };
}
