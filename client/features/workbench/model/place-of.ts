import type { Field, Section } from "./section";
import { fieldsOf } from "./sections-of";

/** Where in the workbench a path of the document is met: findings, changes and questions name more than is drawn. */

const NAMED: readonly (readonly [RegExp, string])[] = [
  [/^(materials|consents)/, "materials"],
  [/^(liveness|videoVerification|submitVerification)/, "authenticity"],
  [/^entity/, "entity"],
];

/** The field that shows the path: itself, or the field that holds it; null when no field does. */
export function holderOf(path: string, sections: readonly Section[]): Field | null {
  const fields = sections.flatMap(fieldsOf);
  const own = fields.find((field) => field.path === path);
  if (own !== undefined) return own;
  const holders = fields.filter((field) => isWithin(path, field.path));
  return holders.sort((a, b) => b.path.length - a.path.length)[0] ?? null;
}

/** The field to look at for the path: the one that shows it, the other end of its period, or its first part. */
export function fieldFor(path: string, sections: readonly Section[]): Field | null {
  const period = path.replace(/ValidFrom$/, "ValidTo");
  const fields = sections.flatMap(fieldsOf);
  return (
    holderOf(path, sections) ??
    fields.find((field) => field.path === period) ??
    fields.find((field) => isWithin(field.path, path)) ??
    null
  );
}

/** The section the path belongs to, the first one when none is nearer; null for an order without sections. */
export function sectionFor(path: string, sections: readonly Section[]): Section | null {
  const own = sections.find((section) => fieldsOf(section).some((field) => sameRoot(field.path, path)));
  const named = NAMED.find(([pattern]) => pattern.test(path))?.[1];
  return own ?? sections.find(({ title }) => title === named) ?? sections[0] ?? null;
}

function isWithin(path: string, holder: string): boolean {
  return path.startsWith(`${holder}.`) || path.startsWith(`${holder}[`);
}

function sameRoot(left: string, right: string): boolean {
  return /^[a-z]+(\[\d+\])?/i.exec(left)?.[0] === /^[a-z]+(\[\d+\])?/i.exec(right)?.[0];
}
