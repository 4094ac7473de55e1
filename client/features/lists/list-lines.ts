import { z } from "zod";
import { type ListKey, ruleListsSchema } from "#shared/domain/rules/lists";

/** How a list is best typed; read off its form. `heldWords`: words, or the statement that no list is held. */
export type ListShape = "words" | "heldWords" | "json";

export function listShape(key: ListKey): ListShape {
  const form: unknown = ruleListsSchema.shape[key];
  if (form instanceof z.ZodArray) return "words";
  return form instanceof z.ZodNullable ? "heldWords" : "json";
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

/** Every entry of a list of whatever form as one line, for counting and comparing. */
export function listLines(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    Array.isArray(part) ? part.map((one) => `${key}: ${String(one)}`) : [`${key}: ${String(part)}`],
  );
}

/** What came in and what went out between two states of a list. */
export function listChange(before: unknown, after: unknown): { added: string[]; removed: string[] } {
  const [old, now] = [listLines(before), listLines(after)];
  const [known, kept] = [new Set(old), new Set(now)];
  return {
    added: now.filter((line) => !known.has(line)),
    removed: old.filter((line) => !kept.has(line)),
  };
}
