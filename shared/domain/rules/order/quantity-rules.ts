import { domainsAt, natureSide, servicesAt } from "../document-view";
import { ADDING_FILINGS } from "../filing-sets";
import { stated } from "../param-texts";
import { at, cannotCheck, fact, violated } from "../results";
import { type Rule, type RuleResult, rule } from "../rule";
import type { RuleInput } from "../rule-input";
import { filedDomains, foreignDomains } from "./filed-domains";

/** How much one order holds. */
export const QUANTITY_RULES: readonly Rule[] = [
  rule({
    id: "R-011",
    group: "ORD",
    title: { zh: "接入需覆盖全部域名", en: "Add-access must cover all domains" },
    applies: { filingTypes: ["ADD_ACCESS"] },
    fields: ["services[].domains[]"],
    needs: ["evidence.filedRecord.services[].domains"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    override: "LEAD",
    message: {
      zh: "须接入该服务已备案的全部域名；过期域名请续费或先注销",
      en: "All domains of the filed service must be accessed; renew or deregister expired ones",
    },
    params: ["domains"],
    templates: ["T-ORD-10"],
    source: "seed §2, §3 note",
    judge: (input) =>
      servicesAt(input).flatMap((place): RuleResult[] => {
        const { service, path } = place;
        const filed = filedDomains(input, place);
        if (filed === "NO_RECORD") {
          return [cannotCheck(`${path}.domains`, "evidence.filedRecord.services[].domains")];
        }
        if (filed === "NOT_FILED") return [];
        const extra = service.domains.findIndex((domain) => !filed.domains.includes(domain));
        const lacks = filed.domains.some((domain) => !service.domains.includes(domain));
        if (extra < 0 && !lacks) return [];
        const wrong = lacks ? `${path}.domains` : `${path}.domains[${extra}]`;
        const domains = stated(filed.domains.join("、"));
        return [violated(wrong, { domains }, [at(`${path}.domains`), at(filed.path)])];
      }),
  }),
  rule({
    id: "R-012",
    group: "ORD",
    title: { zh: "单次数量超限", en: "Too many services in one order" },
    applies: { filingTypes: ADDING_FILINGS },
    fields: ["services"],
    needs: ["province.maxServicesPerOrder", "evidence.miitRegistry.servicesTotal"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "{province}单次最多提交{max}个网站/APP，本单为{n}个，请拆单",
      en: "{province} accepts at most {max} services per order; this has {n}",
    },
    params: ["province", "max", "n"],
    templates: ["T-ORD-03"],
    source:
      "seed §2-5 note (HN, HB: one APP or domain); HW-KB doc_0217 (SX 3), doc_0232 (HA 5), doc_0226 (JX), doc_0230 (HI); JD (HN, HB, HA also for first filings)",
    judge: tooManyServices,
  }),
  rule({
    id: "R-013",
    group: "ORD",
    title: { zh: "一网站一域名", en: "One domain per website" },
    applies: {
      filingTypes: ["FIRST_FILING", "ADD_SERVICE", "CHANGE_SERVICE", "CHANGE_BOTH"],
      serviceKinds: ["WEBSITE"],
    },
    fields: ["services[].domains[]"],
    needs: ["evidence.filedRecord.services[].domains"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "新备案的网站只能填一个域名；变更只能保留或减少域名",
      en: "A new website lists exactly one domain; a change may keep or remove domains only",
    },
    params: ["value", "reason"],
    templates: ["T-DOM-10"],
    source: "REN633; HW-KB doc_0240; seed §6 (removing domains by change)",
    thresholds: { domains: 1 },
    judge: (input, { domains }) =>
      servicesAt(input, "WEBSITE").flatMap((place): RuleResult[] => {
        const { service, path } = place;
        if (input.kind.type === "FIRST_FILING" || input.kind.type === "ADD_SERVICE") {
          if (service.domains.length === domains) return [];
          const value = stated(service.domains.join("、"));
          return [violated(`${path}.domains`, { value, reason: ONE_DOMAIN }, [at(`${path}.domains`)])];
        }
        if (service.domains.length === 0) return [];
        const foreign = foreignDomains(input, place);
        if (foreign === null) {
          return [cannotCheck(`${path}.domains`, "evidence.filedRecord.services[].domains")];
        }
        return foreign.added.map(({ domain, path: wrong }) =>
          violated(wrong, { value: stated(domain), reason: NO_NEW_DOMAIN }, [
            at(wrong),
            at(foreign.filedPath),
          ]),
        );
      }),
  }),
];

const ONE_DOMAIN = { zh: "新备案的网站只能填一个域名", en: "a new website lists exactly one domain" };
const NO_NEW_DOMAIN = {
  zh: "该域名不在原备案内，变更不能新增域名",
  en: "not among the filed domains; a change cannot add one",
};

function tooManyServices(input: RuleInput): RuleResult[] {
  const limits = input.province.switches.maxServicesPerOrder;
  const { filingType } = input.application;
  if (limits.onlyTypes !== null && !limits.onlyTypes.includes(filingType)) return [];
  const n = orderedCount(input);
  const usual = limits[natureSide(input)];
  const strict = stricterLimit(input);
  const applying = [usual, strict?.reached === true ? strict.max : null].filter((max) => max !== null);
  const max = Math.min(...applying);
  if (n > max) {
    const params = { province: input.province.name, max: String(max), n: String(n) };
    const grounds = [at("services"), fact("province.maxServicesPerOrder", max)];
    return [violated("services", params, [...grounds, ...(strict === null ? [] : [at(SERVICES_TOTAL)])])];
  }
  return strict?.reached === null && n > strict.max ? [cannotCheck("services", SERVICES_TOTAL)] : [];
}

const SERVICES_TOTAL = "evidence.miitRegistry.servicesTotal";

/** The limit that holds once many are filed, and whether so many are; that is null when nobody says how many. */
function stricterLimit(input: RuleInput): { readonly max: number; readonly reached: boolean | null } | null {
  const { threshold } = input.province.switches.maxServicesPerOrder;
  const key = natureSide(input) === "unit" ? "unitFiledOver" : "individualFiledOver";
  const filedOver = threshold?.[key] ?? null;
  if (threshold === null || filedOver === null) return null;
  const total = filedTotal(input.application.evidence?.miitRegistry);
  return { max: threshold.max, reached: total === null ? null : total > filedOver };
}

/** How many things the order holds in the province's way of counting (domain.md §7.X, R-012). */
function orderedCount(input: RuleInput): number {
  const { filingType, services, evidence } = input.application;
  const { counts } = input.province.switches.maxServicesPerOrder;
  if (counts === "SERVICES") return services.length;
  const domains = new Set(domainsAt(input).map(({ domain }) => domain));
  if (counts === "DOMAINS") return domains.size;
  if (filingType === "ADD_ACCESS") return 0;
  const filed = new Set(evidence?.miitRegistry?.domainsFiled ?? []);
  return [...domains].filter((domain) => !filed.has(domain)).length;
}

type Registry = NonNullable<RuleInput["application"]["evidence"]>["miitRegistry"];

/** Services filed before this order; none for an entity that is not filed, null when nobody says. */
function filedTotal(registry: Registry): number | null {
  return registry?.servicesTotal ?? (registry?.entityFiled === false ? 0 : null);
}
