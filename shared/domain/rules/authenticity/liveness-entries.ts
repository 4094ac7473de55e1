import type { Application } from "../../filing/application";
import { maskValue } from "../../privacy/mask-value";
import { materialsOf, ROLE_NAMES, servicesAt, srpsOf } from "../document-view";
import type { ParamValue } from "../rule";
import type { RuleInput } from "../rule-input";

type Entry = NonNullable<Application["liveness"]>[number];

/** The liveness verification that counts for one SRP. */
export interface SrpLiveness {
  /** null: a change of the entity, which verifies one SRP of no particular service. */
  readonly serviceIndex: number | null;
  readonly srpName: ParamValue;
  /** The passed entry, else the first; null when there is none. `path` is `liveness[0]`. */
  readonly entry: { readonly passed: boolean; readonly path: string } | null;
  /** The photo of that entry, else the one handed in for this service. */
  readonly photoSha256: string | null;
}

/**
 * One verification per service, or one for a change of the entity. An entry that names no service is the first's;
 * an ERP's entry counts where the ERP is the SRP as well.
 */
export function srpLiveness(input: RuleInput): SrpLiveness[] {
  if (input.application.filingType === "CHANGE_ENTITY") {
    return input.lists.flags.livenessOnEntityChange ? [livenessOf(input, null)] : [];
  }
  return servicesAt(input).map(({ index }) => livenessOf(input, index));
}

/** The verifications that took place; a missing one is R-072's alone. */
export function takenLiveness(input: RuleInput): (SrpLiveness & { readonly place: string })[] {
  return srpLiveness(input).flatMap((one) =>
    one.entry === null ? [] : [{ ...one, place: `${one.entry.path}.photoSha256` }],
  );
}

function livenessOf(input: RuleInput, serviceIndex: number | null): SrpLiveness {
  const entries = (input.application.liveness ?? [])
    .map((entry, place) => ({ entry, path: `liveness[${place}]` }))
    .filter(({ entry }) => serviceIndex === null || (entry.serviceIndex ?? 0) === serviceIndex)
    .filter(({ entry }) => isOfSrp(input, entry, serviceIndex));
  const chosen = entries.find(({ entry }) => entry.passed === true) ?? entries[0];
  const [listed] = materialsOf(input, "LIVENESS_PHOTO", serviceIndex ?? undefined);
  return {
    serviceIndex,
    srpName: srpName(input, serviceIndex),
    entry: chosen === undefined ? null : { passed: chosen.entry.passed === true, path: chosen.path },
    photoSha256: chosen?.entry.photoSha256 ?? listed?.material.sha256 ?? null,
  };
}

function isOfSrp({ application }: RuleInput, { person }: Entry, serviceIndex: number | null): boolean {
  const role = person.trim().toUpperCase();
  if (role === "SRP") return true;
  const srp = serviceIndex === null ? null : application.services[serviceIndex]?.responsiblePerson;
  return role === "ERP" && srp?.sameAsEntity === true;
}

function srpName(input: RuleInput, serviceIndex: number | null): ParamValue {
  const srp = srpsOf(input).find((one) => one.serviceIndex === serviceIndex);
  const name = maskValue("PERSON_NAME", srp?.person.name?.trim() ?? "");
  return name === "" ? ROLE_NAMES.SRP : name;
}
