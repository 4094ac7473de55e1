import type { FindingView } from "#shared/contract/staff-review";
import { holderOf, sectionFor } from "../model/place-of";
import type { Section } from "../model/section";

/** Findings where the reader meets them: at a field, or at the head of a section that has no such field. */
export interface PlacedFindings {
  readonly ofField: ReadonlyMap<string, readonly FindingView[]>;
  readonly ofSection: ReadonlyMap<string, readonly FindingView[]>;
}

/** Each finding once: at its own field, else at the field that holds it, else at its section, else at the first. */
export function placeFindings(
  findings: readonly FindingView[],
  sections: readonly Section[],
): PlacedFindings {
  const ofField = new Map<string, FindingView[]>();
  const ofSection = new Map<string, FindingView[]>();
  for (const finding of findings) {
    const field = holderOf(finding.fieldPath, sections);
    if (field !== null) add(ofField, field.path, finding);
    else add(ofSection, sectionFor(finding.fieldPath, sections)?.id ?? "", finding);
  }
  return { ofField, ofSection };
}

function add(map: Map<string, FindingView[]>, key: string, finding: FindingView): void {
  map.set(key, [...(map.get(key) ?? []), finding]);
}
