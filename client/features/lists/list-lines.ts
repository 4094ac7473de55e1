import { z } from "zod";
import { type ListKey, ruleListsSchema } from "#shared/domain/rules/lists";

/** How a list is best typed; read off its form. `heldWords`: words, or the statement that no list is held. `flags`: named questions of yes or no. */
export type ListShape = "words" | "heldWords" | "flags" | "json";

export function listShape(key: ListKey): ListShape {
  const form: unknown = ruleListsSchema.shape[key];
  if (form instanceof z.ZodArray) return "words";
  if (form instanceof z.ZodNullable) return "heldWords";
  return form instanceof z.ZodObject ? "flags" : "json";
}

/** Lists that no public source fills: they came with first entries, or none, to be grown by the desk. */
export const THIN_LISTS: readonly ListKey[] = [
  "sensitiveWords",
  "genericAppWords",
  "preApprovalWords",
  "financeWords",
  "approvedTlds",
  "ipPools",
  "admittedIpRanges",
];

/** One thing that stands in a list; `key` is null where the list is no table. */
export interface ListEntry {
  readonly key: string | null;
  readonly item: unknown;
}

/** Every entry of a list of whatever form, for counting and comparing. */
export function listEntries(value: unknown): ListEntry[] {
  if (Array.isArray(value)) return value.map((item) => ({ key: null, item }));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    Array.isArray(part) ? part.map((item) => ({ key, item })) : [{ key, item: part }],
  );
}

/** What came in and what went out between two states of a list. */
export function listChange(before: unknown, after: unknown): { added: ListEntry[]; removed: ListEntry[] } {
  const [old, now] = [listEntries(before), listEntries(after)];
  const [known, kept] = [new Set(old.map(nameOf)), new Set(now.map(nameOf))];
  return {
    added: now.filter((entry) => !known.has(nameOf(entry))),
    removed: old.filter((entry) => !kept.has(nameOf(entry))),
  };
}

function nameOf({ key, item }: ListEntry): string {
  return JSON.stringify([key, item]);
}
