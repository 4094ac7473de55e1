import { domainKey } from "../../identifiers/domain-name";
import { materialNames } from "../../materials/material-names";
import { provinceDemand } from "../../materials/province-materials";
import { hasMaterial, servicesAt } from "../document-view";
import { NEW_SERVICE_FILINGS, SERVICE_FILINGS } from "../filing-sets";
import { at, fact, violated } from "../results";
import { type Rule, type RuleResult, rule } from "../rule";
import type { RuleInput } from "../rule-input";
import { isGiven } from "./platforms";

const REPORT = "ANTI_FRAUD_REPORT";

/** What an APP declares and hands in beyond its platforms (domain.md §7.APP). */
export const APP_PAPER_RULES: readonly Rule[] = [
  rule({
    id: "R-132",
    group: "APP",
    title: { zh: "SDK信息不全", en: "SDK data incomplete" },
    applies: { filingTypes: SERVICE_FILINGS, serviceKinds: ["APP"] },
    fields: ["services[].usesSdk", "services[].sdks[]"],
    needs: [],
    severity: "block",
    check: "fully",
    outcome: "REVISE",
    message: { zh: "使用SDK须填写厂商和类型", en: "SDK vendor and type are required" },
    params: [],
    templates: ["T-APP-04"],
    source: "seed §1 s3.3",
    judge: (input) =>
      servicesAt(input, "APP").flatMap(({ service: { usesSdk, sdks }, path }): RuleResult[] => {
        if (usesSdk !== true) return [];
        const declared = at(`${path}.usesSdk`);
        if (!sdks || sdks.length === 0) return [violated(`${path}.sdks`, {}, [declared, at(`${path}.sdks`)])];
        return sdks.flatMap(({ vendor, type }, place) => {
          const where = `${path}.sdks[${place}]`;
          return isGiven(vendor) && isGiven(type) ? [] : [violated(where, {}, [declared, at(where)])];
        });
      }),
  }),
  rule({
    id: "R-133",
    group: "APP",
    title: { zh: "反诈自评估缺失", en: "Anti-fraud report missing" },
    applies: { filingTypes: SERVICE_FILINGS, serviceKinds: ["APP"] },
    fields: ["materials[kind=ANTI_FRAUD_REPORT]"],
    needs: ["province.requiredMaterials"],
    severity: "block",
    check: "fully",
    outcome: "REVISE",
    message: { zh: "请上传APP涉诈风险自评估报告", en: "Upload the anti-fraud self-assessment" },
    params: ["materialList"],
    templates: ["T-AUT-05"],
    source: "seed §1 s3.4",
    judge: (input) => {
      if (provinceDemand(input, REPORT) === null || hasMaterial(input, REPORT)) return [];
      const ground = fact("province.requiredMaterials", REPORT);
      return [violated("materials", { materialList: materialNames([REPORT]) }, [at("materials"), ground])];
    },
  }),
  rule({
    id: "R-134",
    group: "APP",
    title: { zh: "个人同域名网站与APP同单", en: "Individual site+APP with one domain" },
    applies: { filingTypes: NEW_SERVICE_FILINGS, natures: ["INDIVIDUAL"] },
    fields: ["services"],
    needs: [],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "个人主体网站与APP同域名须分两次备案",
      en: "Individuals file site and APP of one domain in two orders",
    },
    params: ["item"],
    templates: ["T-ORD-12"],
    source: "HW-KB doc_0124",
    judge: (input) => {
      const shared = domainsOfSiteAndApp(input);
      const item = { zh: shared.join("、"), en: shared.join(", ") };
      return shared.length === 0 ? [] : [violated("services", { item }, [at("services")])];
    },
  }),
];

function domainsOfSiteAndApp(input: RuleInput): string[] {
  const domainsOf = (kind: "WEBSITE" | "APP") =>
    servicesAt(input, kind).flatMap(({ service }) => service.domains.filter(isGiven).map(domainKey));
  const ofSites = new Set(domainsOf("WEBSITE"));
  return [...new Set(domainsOf("APP"))].filter((domain) => ofSites.has(domain));
}
