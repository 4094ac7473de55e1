import type { TemplateRow } from "#shared/contract/staff-templates";
import type { FilingType } from "#shared/domain/filing/filing-type";

/** Which families of templates speak about a field; the first match is the narrowest. */
const FAMILIES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^entity\.responsiblePerson/, ["ERP"]],
  [/^services\[\d+\]\.responsiblePerson/, ["SRP"]],
  [/^services\[\d+\]\.domains/, ["DOM"]],
  [/^services\[\d+\]\.resource/, ["RES"]],
  [/^services\[\d+\]\.ipRanges/, ["RES"]],
  [/^services\[\d+\]\.preApprovals/, ["PRE"]],
  [/^services\[\d+\]\.(platforms|icon|usesSdk|sdks|ipDomainBindings)/, ["APP"]],
  [/^services/, ["WEB", "APP", "PRE", "DOM", "RES"]],
  [/^entity/, ["ENT"]],
  [/^(materials|liveness)/, ["AUT", "ENT", "ERP", "SRP"]],
];

/**
 * Templates for a field of an order of this type, its own family first; every other one follows, since reasons cross
 * such borders. Texts of rules that never speak about such an order are left out.
 */
export function templatesFor(
  path: string,
  filingType: FilingType,
  all: readonly TemplateRow[],
): TemplateRow[] {
  const families = FAMILIES.find(([pattern]) => pattern.test(path))?.[1] ?? ["ORD"];
  const fitting = all.filter(({ conditions }) => conditions.filingTypes?.includes(filingType) ?? false);
  const own = fitting.filter((template) => families.includes(familyOf(template)));
  return [...own, ...fitting.filter((template) => !own.includes(template))];
}

function familyOf(template: TemplateRow): string {
  return template.code.split("-")[1] ?? "";
}
