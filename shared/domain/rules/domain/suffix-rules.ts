import { domainKey } from "../../identifiers/domain-name";
import { ADDING_FILINGS, NEW_SERVICE_FILINGS } from "../filing-sets";
import { isOfNature } from "../natures";
import { at, fact, violated } from "../results";
import { type Rule, rule } from "../rule";
import { givenDomains } from "./registrations";

const GOVERNMENT = {
  suffixes: [".gov.cn", ".政务"],
  nature: { zh: "党政机关", en: "government body" },
  suffix: { zh: ".gov.cn或.政务", en: ".gov.cn or .政务" },
} as const;
const INSTITUTION = {
  suffixes: [".cn", ".公益"],
  nature: { zh: "事业单位", en: "public institution" },
  suffix: { zh: ".cn或.公益", en: ".cn or .公益" },
} as const;

/** Suffixes that a nature needs or a province refuses. */
export const SUFFIX_RULES: readonly Rule[] = [
  rule({
    id: "R-102",
    group: "DOM",
    title: { zh: "党政机关事业单位域名后缀", en: "Suffix of government or institution" },
    applies: {
      filingTypes: ADDING_FILINGS,
      natures: ["GOVERNMENT", "PUBLIC_INSTITUTION"],
      serviceKinds: ["WEBSITE"],
    },
    fields: ["services[].domains[]"],
    needs: [],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "机关须用.gov.cn或.政务，事业单位须用.cn或.公益",
      en: "Government .gov.cn/.政务; institutions .cn/.公益",
    },
    params: ["nature", "suffix"],
    templates: ["T-DOM-08"],
    source: "seed2 L22 (cut off before the suffix); HW-KB doc_0218, doc_0220-0222, doc_0233; HW-RULES",
    judge: (input) => {
      const body = isOfNature(input.application.entity.nature, "GOVERNMENT") ? GOVERNMENT : INSTITUTION;
      const { suffixes, nature, suffix } = body;
      return givenDomains(input, "WEBSITE")
        .filter(({ domain }) => !suffixes.some((one) => endsWith(domain, one)))
        .map(({ domainPath }) =>
          violated(domainPath, { nature, suffix }, [at(domainPath), at("entity.nature")]),
        );
    },
  }),
  rule({
    id: "R-103",
    group: "DOM",
    title: { zh: "北京后缀限制", en: "Beijing TLD list" },
    applies: { filingTypes: NEW_SERVICE_FILINGS, provinces: ["BJ"] },
    fields: ["services[].domains[]"],
    needs: ["province.tldDeny"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: { zh: "北京不受理该后缀", en: "Beijing does not accept this TLD" },
    params: ["domain", "reason"],
    templates: ["T-DOM-05"],
    source: "TX-docs 省管局要求相关.md (2019); AL20",
    judge: (input) =>
      givenDomains(input).flatMap(({ domain, domainPath }) => {
        const denied = input.province.switches.tldDeny.find((suffix) => endsWith(domain, suffix));
        if (denied === undefined) return [];
        const { zh, en } = input.province.name;
        const reason = { zh: `${zh}不受理${denied}后缀`, en: `${en} does not accept ${denied}` };
        return [violated(domainPath, { domain, reason }, [at(domainPath), fact("province.tldDeny", denied)])];
      }),
  }),
];

/** Whether the name lies under a suffix, which is written with or without its dot, as IDN or in ASCII. */
function endsWith(domain: string, suffix: string): boolean {
  const bare = suffix.replace(/^\./, "");
  return bare !== "" && domainKey(domain).endsWith(`.${asciiSuffix(bare)}`);
}

/** A suffix alone is no host name, one label before it makes it one. */
function asciiSuffix(suffix: string): string {
  return domainKey(`a.${suffix}`).slice("a.".length);
}
