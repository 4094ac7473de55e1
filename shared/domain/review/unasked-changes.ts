import type { MaterialKind } from "../filing/materials";
import { pathSegments } from "./field-path";
import type { Change } from "./revision-diff";
import type { VerdictReason } from "./verdict";

type Place = Pick<Change, "path" | "fromPath" | "before" | "after">;

/**
 * Places that changed although no reason of the last verdict named them, something above them, something within them or
 * something that the paper proves: what a second reading must not miss. A reason about `materials` speaks of every
 * paper, and a licence that came with a corrected licence number was asked for.
 */
export function unaskedChanges(
  reasons: readonly Pick<VerdictReason, "fieldPath">[],
  changes: readonly Place[],
): string[] {
  const asked = reasons.map((reason) => pathSegments(reason.fieldPath));
  const unasked = changes.filter((change) => {
    const places = [change.path, change.fromPath ?? change.path, ...provenBy(change)].map(pathSegments);
    return !asked.some((request) => places.some((place) => related(request, place)));
  });
  return [...new Set(unasked.map(({ path }) => path))];
}

/** What a paper proves, by its kind; `[]` stands for the service it belongs to, or any where it names none. */
const PROVES: Partial<Record<MaterialKind, readonly string[]>> = {
  ENTITY_CERTIFICATE: [
    ...["entity.name", "entity.certType", "entity.certNumber", "entity.certAddress", "entity.region"],
    ...["entity.certValidFrom", "entity.certValidTo", "entity.nature"],
    "entity.responsiblePerson.isLegalRepresentative",
  ],
  ERP_ID_FRONT: ["entity.responsiblePerson"],
  ERP_ID_BACK: ["entity.responsiblePerson"],
  SRP_ID_FRONT: ["services[].responsiblePerson"],
  SRP_ID_BACK: ["services[].responsiblePerson"],
  LIVENESS_PHOTO: ["liveness"],
  DOMAIN_CERTIFICATE: ["services[].domains"],
  DOMAIN_REALNAME_SCREENSHOT: ["services[].domains"],
  HOLDER_RELATION_PROOF: ["services[].domains"],
  RESIDENCE_PROOF: ["entity.certAddress", "entity.region"],
  PRE_APPROVAL: ["services[].preApprovals"],
  APP_ICON: ["services[].icon"],
};

function provenBy({ before, after }: Place): string[] {
  const paper = after ?? before;
  if (typeof paper !== "object" || paper === null || !("kind" in paper)) return [];
  const proves = Object.entries(PROVES).find(([kind]) => kind === paper.kind)?.[1] ?? [];
  const service = "serviceIndex" in paper && typeof paper.serviceIndex === "number" ? paper.serviceIndex : "";
  return proves.map((path) => path.replace("[]", `[${service}]`));
}

/** Whether one place holds the other; `[]` and a material's kind stand for any place of the list. */
function related(left: readonly string[], right: readonly string[]): boolean {
  const shorter = Math.min(left.length, right.length);
  for (let i = 0; i < shorter; i++) {
    if (left[i] !== right[i] && !anyPlace(left[i]) && !anyPlace(right[i])) return false;
  }
  return true;
}

function anyPlace(segment: string | undefined): boolean {
  return segment === "]" || (segment !== undefined && /^[A-Z_]+\]?$/.test(segment));
}
