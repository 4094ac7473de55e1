import { topLevelDomain } from "../../identifiers/domain-name";
import { addWorkingDays } from "../../time/working-calendar";
import { SERVICE_FILINGS } from "../filing-sets";
import { monthsLater } from "../person/months-later";
import { at, cannotCheck, fact, violated } from "../results";
import { type Rule, type RuleResult, rule } from "../rule";
import type { RuleInput } from "../rule-input";
import { dayOf, givenDomains, overRecords, registrationOf } from "./registrations";

/** How domains are registered. */
export const REGISTRATION_RULES: readonly Rule[] = [
  rule({
    id: "R-092",
    group: "DOM",
    title: { zh: "后缀未批复", en: "TLD not approved" },
    applies: { filingTypes: SERVICE_FILINGS },
    fields: ["services[].domains[]"],
    needs: ["evidence.domains[].tldApproved", "list.approvedTlds"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: { zh: "该后缀未获工信部批复", en: "TLD not approved by MIIT" },
    params: ["domain", "reason"],
    templates: ["T-DOM-05"],
    source: "HW-KB doc_0065; TX-docs",
    judge: (input) =>
      givenDomains(input).flatMap(({ domain, domainPath }): RuleResult[] => {
        const approved = tldApproval(input, domain);
        if (approved === null) return [cannotCheck(domainPath, "evidence.domains[].tldApproved")];
        if (approved.value) return [];
        const reason = { zh: "后缀未获工信部批复", en: "its TLD is not approved by MIIT" };
        return [violated(domainPath, { domain, reason }, [at(domainPath), approved.ground])];
      }),
  }),
  rule({
    id: "R-093",
    group: "DOM",
    title: { zh: "注册商未批复", en: "Registrar not approved" },
    applies: { filingTypes: SERVICE_FILINGS },
    fields: ["services[].domains[]"],
    needs: ["evidence.domains[].registrarApproved"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "注册商未获批复，请转入境内注册商",
      en: "Registrar not approved; transfer the domain",
    },
    params: ["domain", "reason"],
    templates: ["T-DOM-05"],
    source: "HW-KB 2.4; TX-docs",
    judge: (input) =>
      overRecords(input, "registrarApproved", ({ domain, domainPath }, approved, { path }) => {
        if (approved) return [];
        const reason = { zh: "注册商未获工信部批复", en: "its registrar is not approved by MIIT" };
        const evidence = [at(`${path}.registrarApproved`), at(`${path}.registrar`)];
        return [violated(domainPath, { domain, reason }, evidence)];
      }),
  }),
  rule({
    id: "R-094",
    group: "DOM",
    title: { zh: "域名过期或有效期不足", en: "Domain expiry" },
    applies: { filingTypes: SERVICE_FILINGS },
    fields: ["services[].domains[]"],
    needs: ["evidence.domains[].expiresOn", "province.domainMinMonths", "context.today"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "域名已过期或有效期不足三个月",
      en: "Domain expired or under three months left",
    },
    params: ["domain", "expiry"],
    templates: ["T-DOM-04"],
    source: "HW-KB doc_0065, doc_0214-0244",
    thresholds: { minMonthsLeft: 3 },
    judge: (input, { minMonthsLeft }) =>
      overRecords(input, "expiresOn", ({ domain, domainPath }, value, { path }) => {
        const expiry = dayOf(value);
        if (expiry === null) return [cannotCheck(domainPath, "evidence.domains[].expiresOn")];
        const { today, province } = input;
        const months = province.switches.domainMinMonths;
        const blocks = expiry < today || (months !== null && expiry < monthsLater(today, months));
        if (!blocks && expiry >= monthsLater(today, minMonthsLeft)) return [];
        const evidence = [
          at(`${path}.expiresOn`),
          fact("context.today", today),
          fact("province.domainMinMonths", months),
        ];
        const params = { domain, expiry };
        return [violated(domainPath, params, evidence, blocks ? {} : { severity: "warn" })];
      }),
  }),
  rule({
    id: "R-095",
    group: "DOM",
    title: { zh: "域名未实名", en: "Domain without real-name" },
    applies: { filingTypes: SERVICE_FILINGS },
    fields: ["services[].domains[]"],
    needs: ["evidence.domains[].realNameStatus", "evidence.domains[].realNameOn", "list.workingCalendar"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "域名未实名或信息未入库，完成满3个工作日再提交",
      en: "Not real-name registered or not synchronised; wait 3 working days",
    },
    params: ["domain"],
    templates: ["T-DOM-01"],
    source: "HW-KB doc_0018, doc_0091",
    thresholds: { minWorkingDays: 3 },
    judge: (input, { minWorkingDays }) =>
      overRecords(input, "realNameStatus", ({ domain, domainPath }, status, { found, path }) => {
        if (status !== "PASSED") return [violated(domainPath, { domain }, [at(`${path}.realNameStatus`)])];
        const passedOn = dayOf(found.realNameOn);
        if (passedOn === null) return [cannotCheck(domainPath, "evidence.domains[].realNameOn")];
        const recent = passedOn > input.today || addWorkingDays(passedOn, minWorkingDays) > input.today;
        const evidence = [at(`${path}.realNameOn`), fact("context.today", input.today)];
        return recent ? [violated(domainPath, { domain }, evidence)] : [];
      }),
  }),
];

/** Whether the TLD is approved: as upstream says, else by the list where one is held; null when neither tells. */
function tldApproval(input: RuleInput, domain: string) {
  const record = registrationOf(input, domain);
  const told = record?.found.tldApproved;
  if (record !== null && typeof told === "boolean")
    return { value: told, ground: at(`${record.path}.tldApproved`) };
  const tld = topLevelDomain(domain);
  const { approvedTlds } = input.lists;
  if (approvedTlds === null || tld === null) return null;
  return { value: approvedTlds.includes(tld), ground: fact("list.approvedTlds", tld) };
}
