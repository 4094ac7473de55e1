import type { Application } from "../filing/application";
import type { MaterialRef } from "../filing/materials";
import { samePlain } from "./field-path";

export const CHANGE_KINDS = ["ADDED", "REMOVED", "CHANGED", "MOVED"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/**
 * One difference between two revisions. `path` is the place in the later document, of something removed its place in
 * the earlier one; `fromPath` is the earlier place where that is another (a service that moved).
 */
export interface Change {
  readonly path: string;
  readonly fromPath: string | null;
  readonly kind: ChangeKind;
  readonly before?: unknown;
  readonly after?: unknown;
}

/**
 * What the customer changed between two revisions, in the order of the form. Services and APP platforms are told
 * apart by what they are, not by where they stand; domains, codes and addresses are sets; a material is its bytes,
 * and a new file for the same purpose is a change. Evidence is left out: machines gather it anew each time.
 */
export function revisionDiff(before: Application, after: Application): Change[] {
  const { materials: oldPapers, services: oldServices, evidence: _old, ...oldRest } = before;
  const { materials: newPapers, services: newServices, evidence: _new, ...newRest } = after;
  return [
    ...objects(oldRest, newRest, "", ""),
    ...services(oldServices, newServices),
    ...papers(oldPapers, newPapers),
  ];
}

function values(before: unknown, after: unknown, from: string, to: string): Change[] {
  // The end of a validity that is null says "long-term": a value, not a gap.
  const ends = /ValidTo$/.test(to) && before !== undefined && after !== undefined;
  if (ends) return before === after ? [] : [change("CHANGED", from, to, before, after)];
  if (samePlain(before, after)) return [];
  if (before == null || before === "") return [change("ADDED", from, to, before, after)];
  if (after == null || after === "") return [change("REMOVED", from, to, before, after)];
  if (Array.isArray(before) && Array.isArray(after)) return lists(before, after, keyOfItem, from, to);
  if (isRecord(before) && isRecord(after)) return objects(before, after, from, to);
  return [change("CHANGED", from, to, before, after)];
}

function objects(before: object, after: object, from: string, to: string): Change[] {
  const old = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) =>
    values(old.get(key), now.get(key), joined(from, key), joined(to, key)),
  );
}

function lists<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T, place: number) => string,
  from: string,
  to: string,
): Change[] {
  return matched(keyed(before, keyOf), keyed(after, keyOf), from, to);
}

function matched<T>(old: Keyed<T>, now: Keyed<T>, from: string, to: string): Change[] {
  const changes: Change[] = [];
  for (const [key, { item, place }] of now) {
    const earlier = old.get(key);
    const path = `${to}[${place}]`;
    if (earlier === undefined) {
      changes.push(change("ADDED", path, path, undefined, item));
      continue;
    }
    const earlierPath = `${from}[${earlier.place}]`;
    if (movedWithin(old, now, key)) changes.push(change("MOVED", earlierPath, path, undefined, undefined));
    changes.push(...values(earlier.item, item, earlierPath, path));
  }
  for (const [key, { item, place }] of old) {
    if (now.has(key)) continue;
    const path = `${from}[${place}]`;
    changes.push(change("REMOVED", path, path, item, undefined));
  }
  return changes;
}

type Keyed<T> = Map<string, { readonly item: T; readonly place: number }>;

/** Equal keys are numbered, so that nothing is lost when a list names something twice. */
function keyed<T>(items: readonly T[], keyOf: (item: T, place: number) => string): Keyed<T> {
  const found: Keyed<T> = new Map();
  items.forEach((item, place) => {
    const key = keyOf(item, place);
    let unique = key;
    for (let nth = 2; found.has(unique); nth++) unique = `${key} #${nth}`;
    found.set(unique, { item, place });
  });
  return found;
}

/** Whether an item stands elsewhere among those that both lists have: additions before it do not move it. */
function movedWithin<T>(old: Keyed<T>, now: Keyed<T>, key: string): boolean {
  const rank = (keys: Iterable<string>, other: Keyed<T>) =>
    [...keys].filter((candidate) => other.has(candidate)).indexOf(key);
  return rank(old.keys(), now) !== rank(now.keys(), old);
}

type Service = Application["services"][number];

/**
 * A service is known again by its filing number, else by its first domain. What neither side knows of the other is
 * paired by kind in the order given: a lone website whose domain was corrected is still that website.
 */
function services(before: readonly Service[], after: readonly Service[]): Change[] {
  const both = new Set(
    before.map(identity).filter((id) => after.some((service) => identity(service) === id)),
  );
  const keyOf = () => {
    const strangers = new Map<string, number>();
    return (service: Service): string => {
      const id = identity(service);
      if (both.has(id)) return id;
      const nth = (strangers.get(service.kind) ?? 0) + 1;
      strangers.set(service.kind, nth);
      return `${service.kind} stranger ${nth}`;
    };
  };
  return matched(keyed(before, keyOf()), keyed(after, keyOf()), "services", "services");
}

function identity(service: Service): string {
  return `${service.kind} ${service.filingNumber || service.domains[0] || service.name}`;
}

function keyOfItem(item: unknown, place: number): string {
  if (!isRecord(item)) return String(item);
  for (const field of ["platform", "ip", "start", "type", "vendor"]) {
    const value = field in item ? Object.entries(item).find(([key]) => key === field)?.[1] : undefined;
    if (typeof value === "string" || typeof value === "number") return `${field} ${value}`;
  }
  return `${place}`;
}

/** Papers of one purpose are compared as a set of files; one that was replaced is one change, not two. */
function papers(before: readonly MaterialRef[], after: readonly MaterialRef[]): Change[] {
  const changes: Change[] = [];
  const left = before.map((paper, place) => ({ paper, path: `materials[${place}]` }));
  const added = after.flatMap((paper, place) => {
    const same = left.findIndex(
      (old) => purpose(old.paper) === purpose(paper) && old.paper.sha256 === paper.sha256,
    );
    if (same < 0) return [{ paper, path: `materials[${place}]` }];
    left.splice(same, 1);
    return [];
  });
  for (const now of added) {
    const replaced = left.findIndex((old) => purpose(old.paper) === purpose(now.paper));
    const moved = left.findIndex((old) => old.paper.sha256 === now.paper.sha256);
    const at = replaced >= 0 ? replaced : moved;
    const [old] = at < 0 ? [] : left.splice(at, 1);
    if (old === undefined) changes.push(change("ADDED", now.path, now.path, undefined, now.paper));
    else changes.push(change(replaced >= 0 ? "CHANGED" : "MOVED", old.path, now.path, old.paper, now.paper));
  }
  return [...changes, ...left.map((old) => change("REMOVED", old.path, old.path, old.paper, undefined))];
}

function purpose({ kind, serviceIndex, domain }: MaterialRef): string {
  return `${kind} ${serviceIndex ?? ""} ${domain ?? ""}`;
}

function change(kind: ChangeKind, from: string, to: string, before: unknown, after: unknown): Change {
  return { path: to, fromPath: from === to ? null : from, kind, before, after };
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function joined(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
