import { isUnit, sameText, servicesAt } from "../document-view";
import { SERVICE_FILINGS } from "../filing-sets";
import { at, cannotCheck, fact, violated } from "../results";
import { type Rule, type RuleResult, rule, type Text } from "../rule";
import type { RuleInput } from "../rule-input";
import { isSameService } from "../same-service";
import { quoted, suggestedName } from "./name-form";
import { fullOrShortNames, plainName, shortNames } from "./unit-names";

const OFFICIAL_SITE = "官网";

/** What a bureau asks of the names of websites (domain.md §7.WEB, §7.X). */
export const PROVINCE_NAME_RULES: readonly Rule[] = [
  rule({
    id: "R-111",
    group: "WEB",
    title: { zh: "各省名称规则", en: "Province naming rule" },
    applies: { filingTypes: SERVICE_FILINGS, serviceKinds: ["WEBSITE"], provinces: ["GD", "HL", "SN"] },
    fields: ["services[].name"],
    needs: ["province.nameRule"],
    severity: "warn",
    check: "partly",
    outcome: "REJECT",
    message: { zh: "{province}名称规则：{rule}", en: "{province} naming rule: {rule}" },
    params: ["province", "rule", "name", "reason", "suggestion"],
    templates: ["T-WEB-01"],
    source: "XN (GD 官网); JD (HL, SN)",
    judge: (input) => {
      const form = isUnit(input) ? unitNameForm(input) : null;
      if (form === null) return [];
      const { province } = input;
      return servicesAt(input, "WEBSITE").flatMap(({ service: { name }, path }) => {
        if (form.names.includes(plainName(name))) return [];
        const params = {
          province: province.name,
          rule: form.rule,
          name: quoted(name),
          reason: form.reason,
          suggestion: suggestedName(input),
        };
        const ground = fact("province.nameRule", province.switches.nameRule);
        return [violated(`${path}.name`, params, [at(`${path}.name`), at("entity.name"), ground])];
      });
    },
  }),
  rule({
    id: "R-112",
    group: "WEB",
    title: { zh: "同主体网站名重复", en: "Site name repeated" },
    applies: { filingTypes: SERVICE_FILINGS, serviceKinds: ["WEBSITE"], provinces: ["SN"] },
    fields: ["services[].name"],
    needs: ["province.nameRule", "evidence.filedRecord.services[].name"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: { zh: "陕西多个网站名称不能相同", en: "Names must differ in Shaanxi" },
    params: ["name", "reason", "suggestion"],
    templates: ["T-WEB-01"],
    source: "JD Shaanxi; V3.0 1020",
    judge: (input) =>
      input.province.switches.nameRule === "DISTINCT_WITHIN_ENTITY" ? repeatedNames(input) : [],
  }),
];

interface UnitNameForm {
  /** Accepted names in plain form. */
  readonly names: readonly string[];
  readonly rule: Text;
  readonly reason: Text;
}

/** How the province wants a unit's website called; null where it asks for no form. */
function unitNameForm({ application, province }: RuleInput): UnitNameForm | null {
  const full = application.entity.name;
  switch (province.switches.nameRule) {
    case "COMPANY_PLUS_OFFICIAL_SITE":
      return {
        names: [plainName(full), ...shortNames(full)].map((name) => `${name}${OFFICIAL_SITE}`),
        rule: { zh: "单位网站名称为单位名称加“官网”", en: "a unit's website bears the unit's name and 官网" },
        reason: { zh: "不是单位全称或简称加“官网”", en: "it is not the unit's full or short name and 官网" },
      };
    case "UNIT_FULL_OR_SHORT_NAME":
      return {
        names: fullOrShortNames(full),
        rule: { zh: "单位网站名称为单位全称或简称", en: "a unit's website bears its full or short name" },
        reason: { zh: "不是单位全称或简称", en: "it is not the unit's full or short name" },
      };
    default:
      return null;
  }
}

const REPEATED: Text = {
  zh: "与本主体另一网站同名",
  en: "another website of this entity has the same name",
};

/** The later website of two in the order, and one of the order whose name a filed one bears. */
function repeatedNames(input: RuleInput): RuleResult[] {
  const sites = servicesAt(input, "WEBSITE").filter(({ service }) => service.name.trim() !== "");
  const filed = otherFiledSites(input);
  return sites.flatMap(({ service, path }, place): RuleResult[] => {
    const earlier = sites.slice(0, place).find((other) => sameText(other.service.name, service.name));
    const before = filed?.find((other) => sameText(other.site.name, service.name));
    const twin = earlier?.path ?? before?.path;
    const params = { name: quoted(service.name), reason: REPEATED, suggestion: anotherName };
    if (twin !== undefined)
      return [violated(`${path}.name`, params, [at(`${path}.name`), at(`${twin}.name`)])];
    return filed === null ? [cannotCheck(`${path}.name`, "evidence.filedRecord.services[].name")] : [];
  });
}

const anotherName: Text = {
  zh: "与其他网站不同、能说明内容的名称",
  en: "a name of its own that tells the content",
};

/** Filed websites that the order does not itself carry; null when the record is missing. A first filing has none. */
function otherFiledSites({ application }: RuleInput) {
  const { evidence, filingType, services } = application;
  if (filingType === "FIRST_FILING") return [];
  if (!evidence?.filedRecord) return null;
  return evidence.filedRecord.services
    .map((site, place) => ({ site, path: `evidence.filedRecord.services[${place}]` }))
    .filter(
      ({ site }) => site.kind === "WEBSITE" && !services.some((service) => isSameService(service, site)),
    );
}
