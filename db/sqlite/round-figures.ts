import type { Figure, InsightsInput } from "#shared/contract/staff-insights";

/** Day number in Shanghai (UTC+8, no daylight saving) of a column of UTC milliseconds. */
export const SHANGHAI_DAY = (column: string) => `(${column} + 28800000) / 86400000`;

export const ROUND_INDEX = {
  received: "review_rounds_received",
  decided: "review_rounds_decided_at",
  open: "review_rounds_open",
} as const;

const RECEIVED = ["submitted_at_ms >= @fromMs", "submitted_at_ms < @toMs"];
const DECIDED = ["decided_at_ms IS NOT NULL", "decided_at_ms >= @fromMs", "decided_at_ms < @toMs"];
const OPEN = ["decided_at_ms IS NULL", "cancelled = 0"];

type Scope = "received" | "decided" | "backlog";

const SCOPES: Record<Scope, readonly string[]> = { received: RECEIVED, decided: DECIDED, backlog: OPEN };

/** Each figure as a scope and what singles its rounds out within it. */
const FIGURE_PARTS: Record<Figure, { readonly scope: Scope; readonly within: readonly string[] }> = {
  received: { scope: "received", within: [] },
  decided: { scope: "decided", within: [] },
  approved: { scope: "decided", within: ["outcome = 'APPROVE'"] },
  rejected: { scope: "decided", within: ["outcome = 'REJECT'"] },
  revised: { scope: "decided", within: ["outcome = 'REVISE'"] },
  onTime: { scope: "decided", within: ["decided_at_ms <= due_at_ms"] },
  late: { scope: "decided", within: ["decided_at_ms > due_at_ms"] },
  firstRounds: { scope: "decided", within: ["round = 1"] },
  firstPass: { scope: "decided", within: ["round = 1", "outcome = 'APPROVE'"] },
  backlog: { scope: "backlog", within: [] },
  backlogFresh: { scope: "backlog", within: ["@nowMs < half_at_ms"] },
  backlogAging: { scope: "backlog", within: ["@nowMs >= half_at_ms", "@nowMs <= due_at_ms"] },
  backlogLate: { scope: "backlog", within: ["@nowMs > due_at_ms"] },
};

/**
 * Which review rounds a figure counts; the one definition for the figure and for the list it opens. The range is
 * from `@fromMs` up to, not including, `@toMs`; the backlog is the state at `@nowMs`, whatever the range.
 */
export function figureConditions(figure: Figure): readonly string[] {
  const { scope, within } = FIGURE_PARTS[figure];
  return [...SCOPES[scope], ...within];
}

/** What singles the figure's rounds out among those of its scope, which the query has selected already. */
export function figureWithin(figure: Figure): readonly string[] {
  return FIGURE_PARTS[figure].within;
}

/** The column a figure's rounds are listed by, with the index that holds them in that order. */
export function figureOrder(figure: Figure): { column: "submitted_at_ms" | "decided_at_ms"; index: string } {
  const { scope } = FIGURE_PARTS[figure];
  if (scope === "received") return { column: "submitted_at_ms", index: ROUND_INDEX.received };
  if (scope === "backlog") return { column: "submitted_at_ms", index: ROUND_INDEX.open };
  return { column: "decided_at_ms", index: ROUND_INDEX.decided };
}

export function filterConditions(input: Pick<InsightsInput, "provinces" | "filingTypes">): string[] {
  return [
    ...inSet("province_code", "province", input.provinces),
    ...inSet("filing_type", "type", input.filingTypes),
  ];
}

export function filterBindings(input: InsightsInput): Record<string, string | number> {
  const bindings: Record<string, string | number> = { fromMs: input.fromMs, toMs: input.toMs };
  input.provinces?.forEach((province, index) => {
    bindings[`province${index}`] = province;
  });
  input.filingTypes?.forEach((type, index) => {
    bindings[`type${index}`] = type;
  });
  return bindings;
}

function inSet(column: string, name: string, values: readonly string[] | undefined): string[] {
  if (values === undefined) return [];
  return [`${column} IN (${values.map((_, index) => `@${name}${index}`).join(", ")})`];
}
