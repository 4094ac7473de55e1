import { asciiHost, isFilableDomain } from "../../identifiers/domain-name";
import { domainsAt } from "../document-view";
import { SERVICE_FILINGS } from "../filing-sets";
import { stated } from "../param-texts";
import { at, fact, violated } from "../results";
import { type Rule, rule, type Text } from "../rule";

const NO_HOST: Text = { zh: "不是有效的域名", en: "not a valid host name" };
const WITH_WWW: Text = { zh: "不要带www.", en: "leave out www." };
const NOT_REGISTRABLE: Text = {
  zh: "不是可注册的主域名",
  en: "not a registrable domain",
};

/** How domains are written. */
export const SYNTAX_RULES: readonly Rule[] = [
  rule({
    id: "R-091",
    group: "DOM",
    title: { zh: "域名格式错误", en: "Domain syntax" },
    applies: { filingTypes: SERVICE_FILINGS },
    fields: ["services[].domains[]"],
    needs: ["list.publicSuffixes"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "域名格式错误，网站请填主域名",
      en: "Invalid domain; websites take the registrable domain",
    },
    params: ["value", "reason"],
    templates: ["T-DOM-10"],
    source: "seed table 1-1; seed2 L22; V3.0 1004",
    judge: (input) =>
      domainsAt(input).flatMap(({ service, domain, domainPath }) => {
        const reason =
          asciiHost(domain) === null ? NO_HOST : service.kind === "WEBSITE" ? unfit(domain) : null;
        if (reason === null) return [];
        const evidence = [at(domainPath), fact("list.publicSuffixes", "ICANN")];
        return [violated(domainPath, { value: stated(domain), reason }, evidence)];
      }),
  }),
];

/** Why a website cannot be filed under this name, or null. */
function unfit(domain: string): Text | null {
  if (asciiHost(domain)?.startsWith("www.")) return WITH_WWW;
  return isFilableDomain(domain) ? null : NOT_REGISTRABLE;
}
