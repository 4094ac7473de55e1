import type { MaterialKind } from "../../filing/materials";
import { filedEntity, type MaterialAt, materialsOf, ocrOf, type PersonAt, type Role } from "../document-view";
import { CHANGE_FILINGS } from "../filing-sets";
import type { RuleInput } from "../rule-input";
import { idNumberOf, nameOf } from "./same-person";

const FRONT = { ERP: "ERP_ID_FRONT", SRP: "SRP_ID_FRONT" } as const satisfies Record<Role, MaterialKind>;
const BACK = { ERP: "ERP_ID_BACK", SRP: "SRP_ID_BACK" } as const satisfies Record<Role, MaterialKind>;

/** What was read off the front of a stated person's ID. */
export function idFrontOcr(input: RuleInput, { role, serviceIndex }: PersonAt) {
  return ocrOf(input, FRONT[role], serviceIndex ?? undefined);
}

/** The place of a field of that reading, as `needs` names it. */
export function idFrontNeed({ role }: PersonAt, field: "name" | "idNumber" | "birthDate"): string {
  return `evidence.ocr[materialKind=${FRONT[role]}].fields.${field}`;
}

/** Both sides of a stated person's ID among the materials; for an ERP who serves as SRP too, those of both roles. */
export function idPapersOf(input: RuleInput, { role, serviceIndex }: PersonAt): MaterialAt[] {
  const own = [FRONT[role], BACK[role]].flatMap((kind) =>
    materialsOf(input, kind, serviceIndex ?? undefined),
  );
  if (role === "SRP") return own;
  const shared = input.application.services.flatMap((service, index) =>
    service.responsiblePerson?.sameAsEntity === true
      ? [FRONT.SRP, BACK.SRP].flatMap((kind) => materialsOf(input, kind, index))
      : [],
  );
  return [...own, ...shared];
}

/**
 * Whether an ID document of the person belongs to the order at all (domain.md ch. 6): a claim asks for the ERP's only,
 * a change for those of persons that changed. One that was handed in counts in any case.
 */
export function bringsId(input: RuleInput, stated: PersonAt): boolean {
  if (idPapersOf(input, stated).length > 0) return true;
  const { filingType } = input.application;
  if (filingType === "CLAIM") return stated.role === "ERP";
  return !CHANGE_FILINGS.some((type) => type === filingType) || !isFiled(input, stated);
}

/** Whether the filed record has this very person in the same role. */
function isFiled(input: RuleInput, { role, person }: PersonAt): boolean {
  const services = input.application.evidence?.filedRecord?.services ?? [];
  const filed =
    role === "ERP"
      ? [filedEntity(input)?.responsiblePerson]
      : services.map(({ responsiblePerson }) => responsiblePerson);
  return filed.some((one) => one && nameOf(one) === nameOf(person) && idNumberOf(one) === idNumberOf(person));
}
