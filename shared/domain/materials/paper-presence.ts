import type { MaterialKind } from "../filing/materials";
import { hasMaterial } from "../rules/document-view";
import { idNumberOf } from "../rules/person/same-person";
import type { RuleInput } from "../rules/rule-input";

/** Whether the order has a paper; of one service where an index is given. */
export function hasPaper(input: RuleInput, kind: MaterialKind, serviceIndex: number | null): boolean {
  if (kind === "LIVENESS_PHOTO") return hasLivenessPhoto(input, serviceIndex);
  if (serviceIndex === null) return hasMaterial(input, kind);
  if (hasMaterial(input, kind, serviceIndex)) return true;
  if (kind === "SRP_ID_FRONT") return hasIdOfSamePerson(input, serviceIndex, kind, "ERP_ID_FRONT");
  if (kind === "SRP_ID_BACK") return hasIdOfSamePerson(input, serviceIndex, kind, "ERP_ID_BACK");
  return false;
}

/** A photo counts where a liveness entry names it too, listed among the materials or not (contracts.md §2). */
function hasLivenessPhoto(input: RuleInput, serviceIndex: number | null): boolean {
  if (hasMaterial(input, "LIVENESS_PHOTO", serviceIndex ?? undefined)) return true;
  return (input.application.liveness ?? []).some(
    (entry) =>
      Boolean(entry.photoSha256) && (serviceIndex === null || (entry.serviceIndex ?? 0) === serviceIndex),
  );
}

/** One ID serves every role its holder has: the ERP's, or that of the same person at another service. */
function hasIdOfSamePerson(
  input: RuleInput,
  serviceIndex: number,
  own: MaterialKind,
  erps: MaterialKind,
): boolean {
  const { entity, services } = input.application;
  const srp = services[serviceIndex]?.responsiblePerson;
  if (!srp) return false;
  const erpNumber = idNumberOf(entity.responsiblePerson ?? {});
  const number = srp.sameAsEntity ? erpNumber : idNumberOf(srp);
  const isErp = srp.sameAsEntity || (number !== "" && number === erpNumber);
  if (isErp && hasMaterial(input, erps)) return true;
  return services.some((other, index) => {
    const person = other.responsiblePerson;
    if (!person || index === serviceIndex || !hasMaterial(input, own, index)) return false;
    if (person.sameAsEntity || srp.sameAsEntity) return person.sameAsEntity && srp.sameAsEntity;
    return number !== "" && idNumberOf(person) === number;
  });
}
