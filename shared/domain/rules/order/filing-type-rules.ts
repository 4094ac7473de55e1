import type { FilingType } from "../../filing/filing-type";
import { sameText, servicesAt } from "../document-view";
import { ADDING_FILINGS, NEW_SERVICE_FILINGS } from "../filing-sets";
import { at, cannotCheck, fact, violated } from "../results";
import { type Rule, type RuleResult, rule, type Text } from "../rule";
import type { RuleInput } from "../rule-input";
import { accessMismatches } from "./access-match";
import { FILING_TYPE_NAMES } from "./filing-labels";

/** Whether the chosen type fits what the registry holds. */
export const FILING_TYPE_RULES: readonly Rule[] = [
  rule({
    id: "R-003",
    group: "ORD",
    title: { zh: "首次备案类型不符", en: "FIRST_FILING but entity already in registry" },
    applies: { filingTypes: ["FIRST_FILING"] },
    fields: ["filingType", "entity.certNumber"],
    needs: ["evidence.miitRegistry.entityFiled"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    override: "LEAD",
    message: {
      zh: "该证件在工信部已有备案，请改用新增接入、新增服务或变更",
      en: "The certificate already has a filing; choose add-access, add-service or change",
    },
    params: ["expectedType", "actualType"],
    templates: ["T-ORD-02"],
    source: "seed §1; HW-KB doc_0027; V3.0 1003",
    judge: (input) => {
      const registry = input.application.evidence?.miitRegistry;
      const filed = registry?.entityFiled ?? null;
      if (filed === null) return [cannotCheck("filingType", "evidence.miitRegistry.entityFiled")];
      if (!filed || registry?.entityShell === true) return [];
      const known = registry?.domainsFiled ?? [];
      const accessed = servicesAt(input, "WEBSITE").some(({ service }) =>
        service.domains.some((domain) => known.includes(domain)),
      );
      return [wrongType(input, "filingType", accessed ? "ADD_ACCESS" : "ADD_SERVICE", "entityFiled")];
    },
  }),
  rule({
    id: "R-004",
    group: "ORD",
    title: { zh: "新增服务类型不符", en: "ADD_SERVICE preconditions fail" },
    applies: { filingTypes: ["ADD_SERVICE"] },
    fields: ["filingType", "entity.filingNumber", "services[].domains[]", "services[].name"],
    needs: [
      "evidence.miitRegistry.entityFiled",
      "evidence.miitRegistry.domainsFiled",
      "evidence.miitRegistry.appsFiled",
    ],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    override: "LEAD",
    message: {
      zh: "主体须已备案且域名或APP未备案，请核对备案类型",
      en: "Entity must be filed and the domain/APP unfiled; check the filing type",
    },
    params: ["expectedType", "actualType"],
    templates: ["T-ORD-02"],
    source: "seed §4, §5; HW-KB doc_0026, doc_0111, doc_0126",
    judge: (input) => [...entityUnfiled(input), ...servicesFiled(input)],
  }),
  rule({
    id: "R-005",
    group: "ORD",
    title: { zh: "新增接入与原备案不一致", en: "ADD_ACCESS does not match registry" },
    applies: { filingTypes: ["ADD_ACCESS"] },
    fields: ["entity.certNumber", "entity.filingNumber", "services[].filingNumber", "services[].domains[]"],
    needs: ["evidence.miitRegistry", "evidence.filedRecord"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    override: "LEAD",
    message: {
      zh: "主体与域名须与工信部已备案信息对应，当前不一致",
      en: "Entity and domain must match the filed record; they differ",
    },
    params: ["expectedType", "actualType"],
    templates: ["T-ORD-02"],
    source: "seed §2, §3; HW-RULES; TX-docs",
    judge: accessMismatches,
  }),
  rule({
    id: "R-006",
    group: "ORD",
    title: { zh: "需先认领", en: "Claim needed first" },
    applies: { filingTypes: ADDING_FILINGS },
    fields: ["entity.certNumber", "services[].domains[]"],
    needs: ["evidence.miitRegistry.legacyOurs"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    override: "LEAD",
    message: {
      zh: "检测到旧系统备案，请先完成认领备案",
      en: "A legacy filing exists here; claim it first",
    },
    params: ["expectedType", "actualType"],
    templates: ["T-ORD-02"],
    source: "seed §1 s2.3, §10",
    judge: (input) => {
      const legacy = input.application.evidence?.miitRegistry?.legacyOurs ?? null;
      if (legacy === null) return [cannotCheck("entity.certNumber", "evidence.miitRegistry.legacyOurs")];
      return legacy ? [wrongType(input, "entity.certNumber", "CLAIM", "legacyOurs")] : [];
    },
  }),
  rule({
    id: "R-007",
    group: "ORD",
    title: { zh: "空壳主体", en: "Entity is a shell" },
    applies: { filingTypes: NEW_SERVICE_FILINGS },
    fields: ["entity.certNumber"],
    needs: ["evidence.miitRegistry.entityShell", "province.shellMayAdd"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    override: "LEAD",
    message: {
      zh: "该主体名下已无网站或APP，请先注销主体再首次备案（所在省支持直接新增的，请改用新增互联网信息服务）",
      en: "Entity has no service left: deregister then refile (or use add-service where the province allows it)",
    },
    params: ["province"],
    templates: ["T-ORD-06"],
    source: "seed2 L19; HW-KB doc_0037, doc_0149",
    judge: ({ application, province }) => {
      const registry = application.evidence?.miitRegistry;
      const mayAdd = application.filingType === "ADD_SERVICE" && province.switches.shellMayAdd === true;
      if (mayAdd) return [];
      const shell = registry?.entityShell ?? (registry?.entityFiled === false ? false : null);
      if (shell === null) return [cannotCheck("entity.certNumber", "evidence.miitRegistry.entityShell")];
      if (!shell) return [];
      const evidence = [
        at("evidence.miitRegistry.entityShell"),
        fact("province.shellMayAdd", province.switches.shellMayAdd),
      ];
      return [violated("entity.certNumber", { province: province.name }, evidence)];
    },
  }),
];

type RegistryFact = "entityFiled" | "domainsFiled" | "appsFiled" | "legacyOurs";

function wrongType(
  input: RuleInput,
  place: string,
  expected: FilingType | Text,
  seen: RegistryFact,
): RuleResult {
  const expectedType = typeof expected === "string" ? FILING_TYPE_NAMES[expected] : expected;
  const actualType = FILING_TYPE_NAMES[input.application.filingType];
  return violated(place, { expectedType, actualType }, [at(place), at(`evidence.miitRegistry.${seen}`)]);
}

/** R-004, first half: the entity must be filed. What the registry does not say is named here for both halves. */
function entityUnfiled(input: RuleInput): RuleResult[] {
  const registry = input.application.evidence?.miitRegistry;
  if (registry?.entityFiled === false) return [wrongType(input, "filingType", "FIRST_FILING", "entityFiled")];
  const missing = [
    ...(registry?.entityFiled == null ? ["evidence.miitRegistry.entityFiled"] : []),
    ...(registry?.domainsFiled || servicesAt(input, "WEBSITE").length === 0
      ? []
      : ["evidence.miitRegistry.domainsFiled"]),
    ...(registry?.appsFiled || servicesAt(input, "APP").length === 0
      ? []
      : ["evidence.miitRegistry.appsFiled"]),
  ];
  const [first, ...others] = missing;
  return first === undefined ? [] : [cannotCheck("filingType", first, ...others)];
}

const APP_FILED: Text = { zh: "新增接入或变更互联网信息服务", en: "add access or change of a service" };

/** R-004, second half: a website's domains and an APP's name must be unfiled. An APP may share a filed domain. */
function servicesFiled(input: RuleInput): RuleResult[] {
  const { domainsFiled, appsFiled } = input.application.evidence?.miitRegistry ?? {};
  const sites = servicesAt(input, "WEBSITE").flatMap(({ service, path }) =>
    service.domains.flatMap((domain, place) =>
      domainsFiled?.includes(domain)
        ? [wrongType(input, `${path}.domains[${place}]`, "ADD_ACCESS", "domainsFiled")]
        : [],
    ),
  );
  const apps = servicesAt(input, "APP").flatMap(({ service, path }) =>
    appsFiled?.some((name) => sameText(name, service.name))
      ? [wrongType(input, `${path}.name`, APP_FILED, "appsFiled")]
      : [],
  );
  return [...sites, ...apps];
}
