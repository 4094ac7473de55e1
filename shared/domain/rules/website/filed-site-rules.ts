import { domainsAt } from "../document-view";
import { EXISTING_FILINGS } from "../filing-sets";
import { at, fact, needsHuman } from "../results";
import { type NeedsHuman, type Rule, rule } from "../rule";
import type { RuleInput } from "../rule-input";
import { type FiledSite, filedSites } from "./filed-sites";
import { copyrightFault, footerFaults, namesEntity } from "./footer";
import { type SiteAnswer, together } from "./site-answers";

const FILING_NUMBER = "entity.filingNumber";

/** The websites that the entity has filed before (domain.md §7.WEB). */
export const FILED_SITE_RULES: readonly Rule[] = [
  rule({
    id: "R-116",
    group: "WEB",
    title: { zh: "已备案网站不可访问", en: "Filed sites not reachable" },
    applies: { filingTypes: EXISTING_FILINGS },
    fields: ["entity.filingNumber"],
    needs: ["evidence.sites", "province.filedSitesMustBeOpen"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "已备案网站{domain}无法访问或未解析到境内",
      en: "Filed site {domain} is unreachable or not on mainland IP",
    },
    params: ["domain"],
    templates: ["T-WEB-05"],
    source: "HW-KB doc_0020",
    judge: (input) =>
      together(input, FILING_NUMBER, filedSites(input)?.map(closedSite), {
        params: () => ({}),
        ground: [fact("province.filedSitesMustBeOpen", input.province.switches.filedSitesMustBeOpen)],
      }),
  }),
  rule({
    id: "R-117",
    group: "WEB",
    title: { zh: "已备案网站未悬挂备案号", en: "Footer number missing" },
    applies: { filingTypes: EXISTING_FILINGS },
    fields: ["entity.filingNumber"],
    needs: ["evidence.sites[].footerNumber", "evidence.sites[].footerLink"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "{domain}底部未正确悬挂备案号并链接工信部",
      en: "{domain} lacks the filing number or link",
    },
    params: ["domain", "reason", "filingNumber"],
    templates: ["T-WEB-06"],
    source: "HW-KB doc_0021",
    judge: (input) =>
      together(
        input,
        FILING_NUMBER,
        filedSites(input)?.map((site) => footerFaults(input, site)),
        {
          params: (reason) => ({ reason, filingNumber: filingNumberText(input) }),
          ground: [at(FILING_NUMBER)],
        },
      ),
  }),
  rule({
    id: "R-118",
    group: "WEB",
    title: { zh: "版权所有不一致", en: "Footer copyright" },
    applies: { filingTypes: EXISTING_FILINGS },
    fields: ["entity.name"],
    needs: ["evidence.sites[].footerCopyright", "province.footerCopyright"],
    severity: "warn",
    check: "partly",
    outcome: "REJECT",
    message: { zh: "网页底部版权归属须与单位名称一致", en: "Footer copyright must name the unit" },
    params: ["domain", "reason", "filingNumber"],
    templates: ["T-WEB-06"],
    source: "seed2 L16; JD",
    judge: (input) => {
      if (input.province.switches.footerCopyright !== true) return [];
      return together(
        input,
        "entity.name",
        filedSites(input)?.map((site) => copyrightFault(input, site)),
        {
          params: (reason) => ({ reason, filingNumber: filingNumberText(input) }),
          ground: [at("entity.name"), fact("province.footerCopyright", true)],
        },
      );
    },
  }),
  rule({
    id: "R-119",
    group: "WEB",
    title: { zh: "网站内容违规", en: "Content illegal or outside entity" },
    applies: { filingTypes: EXISTING_FILINGS },
    fields: ["services[].domains[]"],
    needs: ["evidence.sites"],
    severity: "block",
    check: "human",
    outcome: "REJECT",
    message: { zh: "网站内容违规或与备案主体不符", en: "Content is illegal or not the filed entity's" },
    params: ["domain", "issue"],
    templates: ["T-WEB-07"],
    source: "seed table 1-4 (违规 is 驳回); HW-KB doc_0011, doc_0022",
    question: {
      zh: "已备案网站的内容是否合法，并且属于本主体？",
      en: "Is what the filed websites show lawful, and this entity's own?",
    },
    judge: contentQuestions,
  }),
];

function closedSite({ domain, visit }: FiledSite): SiteAnswer {
  if (visit === null) return { domain, missing: "evidence.sites" };
  const { reachable, onMainlandIp } = visit.site;
  const evidence = [at(`${visit.path}.reachable`), at(`${visit.path}.onMainlandIp`)];
  if (reachable === false || onMainlandIp === false) return { domain, faults: [], evidence };
  if (typeof reachable !== "boolean") return { domain, missing: "evidence.sites[].reachable" };
  return typeof onMainlandIp === "boolean" ? null : { domain, missing: "evidence.sites[].onMainlandIp" };
}

function filingNumberText({ application: { entity, evidence } }: RuleInput) {
  const known =
    entity.filingNumber?.trim() ||
    evidence?.filedRecord?.entity.filingNumber?.trim() ||
    evidence?.miitRegistry?.entityFilingNumber?.trim();
  return known || { zh: "（主体备案号）", en: "(the entity's)" };
}

/** One question for each open site that the order names, and one for all other sites together. */
function contentQuestions(input: RuleInput): NeedsHuman[] {
  const open = (filedSites(input) ?? []).filter(({ visit }) => visit?.site.reachable !== false);
  const inOrder = domainsAt(input, "WEBSITE");
  const placed = open.map((site) => ({
    site,
    place: inOrder.find(({ domain }) => domain === site.domain)?.domainPath ?? FILING_NUMBER,
  }));
  return [...new Set(placed.map(({ place }) => place))].map((place) => {
    const sites = placed.flatMap((entry) => (entry.place === place ? [entry.site] : []));
    const evidence = sites.flatMap(({ visit }) => (visit === null ? [] : [at(`${visit.path}.domain`)]));
    return needsHuman(
      place,
      evidence,
      sites.some((site) => showsSomebodyElse(input, site)),
    );
  });
}

/** The copyright line of the site is there and names another. */
function showsSomebodyElse(input: RuleInput, { visit }: FiledSite): boolean {
  const line = visit?.site.footerCopyright?.trim();
  return Boolean(line) && !namesEntity(input, line ?? "");
}
