import type { Application } from "../filing/application";
import { MATERIAL_KINDS } from "../filing/materials";

/**
 * The value a field path names: `services[0].domains[1]`, `entity.name`, `materials` (all of them),
 * `materials.ERP_ID_FRONT` (those of a kind), `services[].domains[]` (of every service); undefined when it names
 * nothing. A field of a service's responsible person is the entity's where the two are one person.
 */
export function valueAt(document: Application, path: string): unknown {
  return descend(withSharedPersons(document), pathSegments(path));
}

/** `services[0].name` as `services`, `0]`, `name`. */
export function pathSegments(path: string): string[] {
  return path.split(/[.[]/).filter((segment) => segment !== "");
}

function withSharedPersons(document: Application): Application {
  const person = document.entity.responsiblePerson;
  if (!person) return document;
  const services = document.services.map((service) =>
    service.responsiblePerson?.sameAsEntity
      ? { ...service, responsiblePerson: { ...person, sameAsEntity: true } }
      : service,
  );
  return { ...document, services };
}

function descend(value: unknown, segments: readonly string[]): unknown {
  const [segment, ...rest] = segments;
  if (segment === undefined) return value;
  if (Array.isArray(value)) {
    if (segment === "]") return value.map((item) => descend(item, rest));
    if (isMaterialKind(segment)) return value.filter((item) => isOfKind(item, segment));
    return descend(value[Number.parseInt(segment, 10)], rest);
  }
  if (typeof value !== "object" || value === null) return undefined;
  const own = Object.entries(value).find(([key]) => key === segment);
  return descend(own?.[1], rest);
}

function isMaterialKind(segment: string): boolean {
  return (MATERIAL_KINDS as readonly string[]).includes(segment.replace(/\]$/, ""));
}

function isOfKind(item: unknown, segment: string): boolean {
  const kind = segment.replace(/\]$/, "");
  return typeof item === "object" && item !== null && "kind" in item && item.kind === kind;
}

/** Equality of plain data; absent and null both mean "not given". */
export function samePlain(left: unknown, right: unknown): boolean {
  if (left == null || right == null) return left == null && right == null;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => samePlain(item, right[index]));
  }
  if (typeof left !== "object" || typeof right !== "object") return left === right;
  const before = new Map<string, unknown>(Object.entries(left));
  const after = new Map<string, unknown>(Object.entries(right));
  return [...new Set([...before.keys(), ...after.keys()])].every((key) =>
    samePlain(before.get(key), after.get(key)),
  );
}
