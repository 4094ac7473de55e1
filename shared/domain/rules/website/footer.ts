import { canonicalText } from "../../privacy/normalise";
import { at } from "../results";
import type { Text } from "../rule";
import type { RuleInput } from "../rule-input";
import type { FiledSite } from "./filed-sites";
import type { SiteAnswer } from "./site-answers";

/** What the foot of a filed website shows. */

const NO_NUMBER: Text = { zh: "未悬挂备案号", en: "no filing number is shown" };
const WRONG_NUMBER: Text = { zh: "备案号与本主体不符", en: "the filing number is not this entity's" };
const NO_LINK: Text = { zh: "备案号未链接到工信部网站", en: "it has no link to the ministry's site" };
const WRONG_OWNER: Text = {
  zh: "版权归属与主办单位名称不一致",
  en: "the copyright line does not name the entity",
};

/** The number of an entity or, with its suffix, of a service: `粤ICP备2026012345号-1`. */
const NUMBER = /\p{Script=Han}ICP备\d{1,20}号/gu;

/** Number and link of an open site. A site that is closed is R-116. */
export function footerFaults(input: RuleInput, { domain, visit }: FiledSite): SiteAnswer {
  if (visit === null) return { domain, missing: "evidence.sites" };
  const { reachable, footerNumber, footerLink } = visit.site;
  if (reachable === false) return null;
  if (typeof reachable !== "boolean") return { domain, missing: "evidence.sites[].reachable" };
  const number = numberFault(input, footerNumber);
  const faults = [
    ...(number === null || number === "UNKNOWN" ? [] : [number]),
    ...(footerLink === undefined || linksToMinistry(footerLink) ? [] : [NO_LINK]),
  ];
  if (faults.length > 0) {
    return { domain, faults, evidence: [at(`${visit.path}.footerNumber`), at(`${visit.path}.footerLink`)] };
  }
  if (number === "UNKNOWN") {
    const missing = footerNumber === undefined ? "evidence.sites[].footerNumber" : "evidence.filedRecord";
    return { domain, missing };
  }
  return footerLink === undefined ? { domain, missing: "evidence.sites[].footerLink" } : null;
}

/** Whether the copyright line of an open site names the entity. */
export function copyrightFault(input: RuleInput, { domain, visit }: FiledSite): SiteAnswer {
  if (visit === null) return { domain, missing: "evidence.sites" };
  const { reachable, footerCopyright } = visit.site;
  if (reachable === false) return null;
  if (footerCopyright === undefined) return { domain, missing: "evidence.sites[].footerCopyright" };
  if (namesEntity(input, footerCopyright ?? "")) return null;
  return { domain, faults: [WRONG_OWNER], evidence: [at(`${visit.path}.footerCopyright`)] };
}

/** Whether a line names the entity as it is called in the order or, where that is about to change, as it is filed. */
export function namesEntity({ application }: RuleInput, line: string): boolean {
  const shown = canonicalText(line);
  return [application.entity.name, application.evidence?.filedRecord?.entity.name ?? ""]
    .map(canonicalText)
    .some((name) => name !== "" && shown.includes(name));
}

/** Null evidence is a site that shows none (contracts.md §2); evidence that is not there tells nothing. */
function numberFault(input: RuleInput, shown: string | null | undefined): Text | "UNKNOWN" | null {
  if (shown === undefined) return "UNKNOWN";
  if (shown === null || shown.trim() === "") return NO_NUMBER;
  const own = ownNumbers(input);
  if (own.size === 0) return "UNKNOWN";
  return numbersIn(shown).some((number) => own.has(number)) ? null : WRONG_NUMBER;
}

/** Numbers of the entity and its services, without suffix: with one or without, the footer may show any of them. */
function ownNumbers({ application }: RuleInput): ReadonlySet<string> {
  const { entity, services, target, evidence } = application;
  const filed = evidence?.filedRecord;
  const written = [
    entity.filingNumber,
    target?.entityFilingNumber,
    filed?.entity.filingNumber,
    evidence?.miitRegistry?.entityFilingNumber,
    ...services.map(({ filingNumber }) => filingNumber),
    ...(filed?.services ?? []).map(({ filingNumber }) => filingNumber),
  ];
  return new Set(written.flatMap((text) => numbersIn(text ?? "")));
}

function numbersIn(text: string): string[] {
  return canonicalText(text).match(NUMBER) ?? [];
}

/** The ministry's filing site is `beian.miit.gov.cn`; any host of the ministry's domain counts. */
function linksToMinistry(link: string | null): boolean {
  const host =
    /^(?:[a-z][a-z0-9+.-]{0,20}:)?(?:\/\/)?([^/?#:]*)/u.exec(canonicalText(link ?? "").toLowerCase())?.[1] ??
    "";
  return host === "miit.gov.cn" || host.endsWith(".miit.gov.cn");
}
