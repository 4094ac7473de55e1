import { PERSON_DOCUMENTS } from "../../identifiers/person-number";
import { canonicalPersonName } from "../../privacy/normalise";
import { erpOf, filedEntity, ocrOf, type Person, srpsOf } from "../document-view";
import { at } from "../results";
import type { EvidenceRef } from "../rule";
import type { RuleInput } from "../rule-input";
import { nameOf } from "./same-person";

/** Where the legal representative's name is looked up, as the rules' `needs` name it. */
export const LEGAL_REP_SOURCES = [
  "evidence.companyRegistry.legalRepresentative",
  "evidence.ocr[materialKind=ENTITY_CERTIFICATE].fields.legalRepresentative",
] as const;

export interface NamedLegalRep {
  readonly name: string;
  readonly path: string;
}

/** The legal representative as the company registry and the entity's certificate name them; blank ones left out. */
export function namedLegalReps(input: RuleInput): NamedLegalRep[] {
  const registered = input.application.evidence?.companyRegistry?.legalRepresentative;
  return [
    { name: registered ?? "", path: "evidence.companyRegistry.legalRepresentative" },
    ...ocrOf(input, "ENTITY_CERTIFICATE").map(({ fields, path }) => ({
      name: fields.legalRepresentative ?? "",
      path: `${path}.legalRepresentative`,
    })),
  ].filter(({ name }) => canonicalPersonName(name) !== "");
}

/** Whether every source names this person; null = no source, or no name to compare. */
function namedByEvidence(input: RuleInput, person: Person): boolean | null {
  const named = namedLegalReps(input);
  const name = nameOf(person);
  return named.length === 0 || name === ""
    ? null
    : named.every((source) => canonicalPersonName(source.name) === name);
}

/**
 * Whether a unit's person is the legal representative by the customer's own word; where the form says nothing, by
 * the names in registry and certificate. null = nothing tells.
 */
export function claimsLegalRep(input: RuleInput, person: Person): boolean | null {
  return person.isLegalRepresentative ?? namedByEvidence(input, person);
}

/**
 * Whether a unit's person is the legal representative once the claim is checked: it must be made and no source may
 * name another. null = the claim stands unchecked, or nothing tells.
 */
export function isProvenLegalRep(input: RuleInput, person: Person): boolean | null {
  return person.isLegalRepresentative === false ? false : namedByEvidence(input, person);
}

/**
 * Whether the legal representative holds a mainland ID, as far as the order tells: by a service's person who is the
 * legal representative, by the filed record, or by a name without a Chinese character, which no mainland ID bears.
 */
export function legalRepHoldsMainlandId(input: RuleInput): boolean | null {
  const named = namedLegalReps(input).map(({ name }) => canonicalPersonName(name));
  const filed = filedEntity(input)?.responsiblePerson;
  const stated = [erpOf(input), ...srpsOf(input)].flatMap((found) => found?.person ?? []);
  const legalRep = [...stated, ...(filed && named.length > 0 ? [filed] : [])].find(
    (person) =>
      person.isLegalRepresentative === true &&
      person.idType != null &&
      named.every((name) => name === nameOf(person)),
  );
  if (legalRep !== undefined) return legalRep.idType === PERSON_DOCUMENTS.RESIDENT_ID;
  return named.some((name) => !/\p{sc=Han}/u.test(name)) ? false : null;
}

/** What the reviewer sees as the ground of a judgement about the legal representative. */
export function legalRepEvidence(input: RuleInput, claimPath: string): EvidenceRef[] {
  return [at(claimPath), ...namedLegalReps(input).map(({ path }) => at(path))];
}
