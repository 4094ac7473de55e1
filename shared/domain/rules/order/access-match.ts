import { filedEntity, type ServiceAt, sameText, servicesAt } from "../document-view";
import { at, cannotCheck, violated } from "../results";
import type { EvidenceRef, RuleResult, Text } from "../rule";
import type { RuleInput } from "../rule-input";
import {
  type FiledServiceAt,
  filedCounterpart,
  filedServices,
  filedUnder,
  hasNumber,
} from "./filed-services";
import { FILING_TYPE_NAMES } from "./filing-labels";

const SAME_ENTITY: Text = { zh: "与已备案主体一致的新增接入", en: "add access for the entity as filed" };
const SAME_SERVICE: Text = { zh: "与已备案服务一致的新增接入", en: "add access for the service as filed" };

/** The four ways in which an addition of access can miss the filed record. */
export function accessMismatches(input: RuleInput): RuleResult[] {
  const { evidence } = input.application;
  const filed = filedServices(input);
  const found = [
    ...entityMismatches(input),
    ...servicesAt(input).flatMap((at) => serviceMismatch(input, at, filed)),
  ];
  if (found.length > 0) return found;
  if (evidence?.miitRegistry?.entityFiled === false) {
    return [
      differs(input, "entity.certNumber", FILING_TYPE_NAMES.FIRST_FILING, [
        at("evidence.miitRegistry.entityFiled"),
      ]),
    ];
  }
  if (evidence?.filedRecord && evidence.miitRegistry) return [];
  const missing = evidence?.filedRecord ? "evidence.miitRegistry" : "evidence.filedRecord";
  return [cannotCheck("entity.certNumber", missing)];
}

function entityMismatches(input: RuleInput): RuleResult[] {
  const filed = filedEntity(input);
  if (filed === null) return [];
  const { entity, evidence } = input.application;
  const results: RuleResult[] = [];
  if (entity.certType !== filed.certType || entity.certNumber !== filed.certNumber) {
    const grounds = [at("entity.certNumber"), at("evidence.filedRecord.entity.certNumber")];
    results.push(differs(input, "entity.certNumber", SAME_ENTITY, grounds));
  }
  const stated = entity.filingNumber ?? "";
  const known = filed.filingNumber || evidence?.miitRegistry?.entityFilingNumber || null;
  if (stated.trim() === "") return results;
  if (known === null) {
    results.push(cannotCheck("entity.filingNumber", "evidence.filedRecord"));
  } else if (!sameText(stated, known)) {
    const path = filed.filingNumber ? "filedRecord.entity.filingNumber" : "miitRegistry.entityFilingNumber";
    results.push(
      differs(input, "entity.filingNumber", SAME_ENTITY, [at("entity.filingNumber"), at(`evidence.${path}`)]),
    );
  }
  return results;
}

function serviceMismatch(input: RuleInput, place: ServiceAt, filed: FiledServiceAt[] | null): RuleResult[] {
  const { service, path } = place;
  const registry = input.application.evidence?.miitRegistry;
  const counterpart = filed === null ? null : filedCounterpart(filed, place);
  const inRegistry =
    service.kind === "APP" || !registry?.domainsFiled || service.domains.length === 0
      ? null
      : service.domains.some((domain) => registry.domainsFiled?.includes(domain));
  if ((filed !== null && counterpart === null) || inRegistry === false) {
    const type = registry?.entityFiled === false ? "FIRST_FILING" : "ADD_SERVICE";
    const grounds = [at("evidence.filedRecord.services"), at("evidence.miitRegistry.domainsFiled")];
    const wrong = service.domains.length === 0 ? `${path}.domains` : `${path}.domains[0]`;
    return [differs(input, wrong, FILING_TYPE_NAMES[type], grounds)];
  }
  if (filed === null || counterpart === null || !hasNumber(service)) return [];
  if (filedUnder(filed, service.filingNumber) !== null) return [];
  if (!hasNumber(counterpart.service)) {
    return [cannotCheck(`${path}.filingNumber`, "evidence.filedRecord.services[].filingNumber")];
  }
  const grounds = [at(`${path}.filingNumber`), at(`${counterpart.path}.filingNumber`)];
  return [differs(input, `${path}.filingNumber`, SAME_SERVICE, grounds)];
}

function differs(input: RuleInput, place: string, expectedType: Text, grounds: EvidenceRef[]): RuleResult {
  const actualType = FILING_TYPE_NAMES[input.application.filingType];
  return violated(place, { expectedType, actualType }, grounds);
}
