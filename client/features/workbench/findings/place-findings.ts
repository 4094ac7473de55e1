import type { FindingView } from "#shared/contract/staff-review";
import type { Section } from "../model/section";
import { fieldsOf } from "../model/sections-of";

/** Findings where the reader meets them: at a field, or at the head of a section that has no such field. */
export interface PlacedFindings {
  readonly ofField: ReadonlyMap<string, readonly FindingView[]>;
  readonly ofSection: ReadonlyMap<string, readonly FindingView[]>;
}

const SECTIONS: readonly (readonly [RegExp, string])[] = [
  [/^services\[(\d+)\]/, "service"],
  [/^(materials|consents)/, "materials"],
  [/^(liveness|videoVerification)/, "authenticity"],
  [/^entity/, "entity"],
];

/** Each finding once: at its own field, else at the field that holds it, else at its section, else at the first. */
export function placeFindings(
  findings: readonly FindingView[],
  sections: readonly Section[],
): PlacedFindings {
  const ofField = new Map<string, FindingView[]>();
  const ofSection = new Map<string, FindingView[]>();
  const paths = sections.flatMap(fieldsOf).map(({ path }) => path);
  for (const finding of findings) {
    const field = fieldOf(finding.fieldPath, paths);
    if (field !== null) add(ofField, field, finding);
    else add(ofSection, sectionOf(finding.fieldPath, sections), finding);
  }
  return { ofField, ofSection };
}

function fieldOf(path: string, paths: readonly string[]): string | null {
  if (paths.includes(path)) return path;
  const holders = paths.filter((holder) => path.startsWith(`${holder}.`) || path.startsWith(`${holder}[`));
  return holders.sort((a, b) => b.length - a.length)[0] ?? null;
}

function sectionOf(path: string, sections: readonly Section[]): string {
  const own = sections.find((section) => fieldsOf(section).some((field) => sameRoot(field.path, path)));
  const named = SECTIONS.find(([pattern]) => pattern.test(path))?.[1];
  const titled = sections.find(({ title }) => named !== undefined && title.toLowerCase() === named);
  return (own ?? titled ?? sections[0])?.id ?? "";
}

function sameRoot(left: string, right: string): boolean {
  return /^[a-z]+(\[\d+\])?/i.exec(left)?.[0] === /^[a-z]+(\[\d+\])?/i.exec(right)?.[0];
}

function add(map: Map<string, FindingView[]>, key: string, finding: FindingView): void {
  map.set(key, [...(map.get(key) ?? []), finding]);
}
