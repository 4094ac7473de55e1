import type { ReasonTemplate } from "#shared/domain/review/templates";

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

/** Templates for a field, its own family first; every other one follows, since reasons cross such borders. */
export function templatesFor(path: string, all: readonly ReasonTemplate[]): ReasonTemplate[] {
  const families = FAMILIES.find(([pattern]) => pattern.test(path))?.[1] ?? ["ORD"];
  const own = all.filter((template) => families.includes(familyOf(template)));
  return [...own, ...all.filter((template) => !own.includes(template))];
}

function familyOf(template: ReasonTemplate): string {
  return template.code.split("-")[1] ?? "";
}
