import { stated } from "../param-texts";
import { at, cannotCheck, violated } from "../results";
import type { EvidenceRef, ParamValue, RuleResult } from "../rule";
import type { RuleInput } from "../rule-input";
import { type FiledServiceAt, filedServices } from "./filed-services";
import { namedTargets, targetsOf } from "./removal-targets";
import { sponsorName } from "./sponsor-name";

/** What is wrong with the object of a deregistration; at most one answer, at `target`. */
export function deregistrationFaults(input: RuleInput, limit: { readonly services: number }): RuleResult[] {
  const { filingType, evidence } = input.application;
  const filed = filedServices(input);
  const wrong = (...grounds: EvidenceRef[]) => [
    violated("target", { target: targetName(input, targetsOf(input) ?? []) }, [at("target"), ...grounds]),
  ];
  const ofService = filingType === "DEREGISTER_SERVICE";
  if (ofService && targetedCount(input) > limit.services) return wrong(at("target.serviceFilingNumbers"));
  if (filed === null) {
    if (evidence?.miitRegistry?.entityFiled === false) return wrong(at("evidence.miitRegistry.entityFiled"));
    return [cannotCheck("target", "evidence.filedRecord")];
  }
  const targets = ofService ? (targetsOf(input) ?? []) : filed;
  const running = ofService ? runningForService(filed, targets) : filed.filter(isEntityBeingDeregistered);
  if (running.length > 0) return wrong(...running.map(({ path }) => at(`${path}.pendingOperation`)));
  if (targets.some(({ service }) => service.accessProviders?.some(({ ours }) => ours))) return [];
  const unknown = targets.some(({ service }) => !service.accessProviders);
  if (unknown) return [cannotCheck("target", "evidence.filedRecord.services[].accessProviders")];
  return wrong(...targets.map(({ path }) => at(`${path}.accessProviders`)));
}

function targetedCount(input: RuleInput): number {
  const named = namedTargets(input).length;
  return named > 0 ? named : input.application.services.length;
}

function runningForService(filed: FiledServiceAt[], targets: FiledServiceAt[]): FiledServiceAt[] {
  const own = targets.filter(({ service }) => service.pendingOperation === "DEREGISTER_SERVICE");
  return [...own, ...filed.filter(isEntityBeingDeregistered)];
}

/** The registry marks the end of the whole entity on its services. */
function isEntityBeingDeregistered({ service }: FiledServiceAt): boolean {
  return service.pendingOperation === "DEREGISTER_ENTITY";
}

/** The entity by name, a service by name and filing number. */
function targetName(input: RuleInput, targets: readonly FiledServiceAt[]): ParamValue {
  if (input.application.filingType === "DEREGISTER_ENTITY") return sponsorName(input);
  const names = targets.map(({ service }) => [service.name, service.filingNumber ?? ""].join(" ").trim());
  return stated(names.length > 0 ? names.join("、") : namedTargets(input).join("、"));
}
