import type { Entity } from "../filing/entity";
import type { MaterialKind } from "../filing/materials";
import type { Service } from "../filing/service";
import { type Person, servicesAt } from "../rules/document-view";
import { changedEntityItems } from "../rules/order/changed-items";
import { filedCounterpart, filedServices } from "../rules/order/filed-services";
import { idNumberOf, nameOf } from "../rules/person/same-person";
import type { RuleInput } from "../rules/rule-input";

const PERSON_PATH = "entity.responsiblePerson.";
/** Items of a person that stand on the ID. */
const ON_THE_ID = ["name", "idType", "idNumber", "idValidFrom", "idValidTo"] as const;

/**
 * Whether a change order changes what this paper proves, so that it has to be brought anew (domain.md ch. 6, column
 * CHANGE); null when there is no filed record to compare with. A change of one kind only never touches the other side.
 */
export function proofChanged(
  input: RuleInput,
  kind: MaterialKind,
  serviceIndex: number | null,
): boolean | null {
  if (serviceIndex !== null) return serviceProofChanged(input, kind, serviceIndex);
  if (input.application.filingType === "CHANGE_SERVICE") return false;
  const paths = changedEntityItems(input)?.map(({ path }) => path);
  if (paths === undefined) return null;
  return kind === "ENTITY_CERTIFICATE"
    ? paths.some((path) => !path.startsWith(PERSON_PATH))
    : ON_THE_ID.some((item) => paths.includes(PERSON_PATH + item));
}

function serviceProofChanged(input: RuleInput, kind: MaterialKind, serviceIndex: number): boolean | null {
  const { application } = input;
  const place = servicesAt(input)[serviceIndex];
  const record = application.evidence?.filedRecord;
  const filed = place && filedCounterpart(filedServices(input) ?? [], place)?.service;
  if (place === undefined || filed === undefined || !record) return null;
  if (kind === "APP_ICON") return Boolean(filed.icon) && filed.icon !== place.service.icon;
  return idChanged(srpOf(filed, record.entity), srpOf(place.service, application.entity));
}

function srpOf({ responsiblePerson: srp }: Service, { responsiblePerson: erp }: Entity): Person | null {
  return (srp?.sameAsEntity ? erp : srp) ?? null;
}

/** Whether another ID is to be shown; null when either side names nobody. What one side leaves out is no change. */
function idChanged(before: Person | null, after: Person | null): boolean | null {
  if (before === null || after === null) return null;
  const pairs: readonly (readonly [string, string])[] = [
    [nameOf(before), nameOf(after)],
    [idNumberOf(before), idNumberOf(after)],
    [String(before.idType ?? ""), String(after.idType ?? "")],
    [before.idValidFrom ?? "", after.idValidFrom ?? ""],
    [before.idValidTo ?? "", after.idValidTo ?? ""],
  ];
  return pairs.some(([was, is]) => was !== "" && is !== "" && was !== is);
}
