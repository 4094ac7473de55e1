import { beforeEach, describe, expect, it } from "vitest";
import type { Client } from "#db/sqlite/connection";
import type { Store } from "#db/store";
import { FIGURES, type Figure, type InsightsOverview } from "#shared/contract/staff-insights";
import type { VerdictOutcome } from "#shared/domain/review/verdict";
import { firstReviewDue } from "#shared/domain/time/sla";
import { shanghaiDay } from "#shared/domain/time/working-calendar";
import { deskOf, documentOf } from "#test/support/desk";
import {
  CUSTOMER,
  HOLDER,
  HOUR_MS,
  LEAD,
  MINUTE_MS,
  NOW_MS,
  REVIEWER,
  SECOND_MS,
  verdictOf,
} from "#test/support/order-fixtures";
import { createInspectedStore } from "#test/support/test-store";

let store: Store;
let client: Client;
let desk: ReturnType<typeof deskOf>;
beforeEach(async () => {
  ({ store, client } = await createInspectedStore());
  desk = deskOf(store);
});

/** Numbers 0 to 1 that follow from the seed alone. */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const COMMANDS: Record<VerdictOutcome, "approve" | "reject" | "requestRevision"> = {
  APPROVE: "approve",
  REJECT: "reject",
  REVISE: "requestRevision",
};

/** A few days at the desk: everything that opens, decides, reopens or cancels a review round, in some order. */
async function someDays(seed: number, steps: number): Promise<number> {
  const chance = chanceOf(seed);
  const pick = <T>(values: readonly T[]): T | undefined => values[Math.floor(chance() * values.length)];
  const orderNos: string[] = [];
  let nowMs = NOW_MS;
  for (let step = 0; step < steps; step++) {
    nowMs += Math.floor(chance() * 40) * MINUTE_MS + SECOND_MS;
    const orderNo = pick(orderNos);
    if (orderNo === undefined || chance() < 0.25) {
      orderNos.push(`I-${step}`);
      await desk.submit(`I-${step}`, nowMs);
      continue;
    }
    const who = pick([HOLDER, REVIEWER, LEAD]) ?? HOLDER;
    const outcome = pick(["APPROVE", "REJECT", "REVISE"] as const) ?? "APPROVE";
    const verdict = verdictOf(outcome, { verdictId: `v-${step}` });
    const action = pick([
      "decide",
      "decide",
      "undone",
      "withdraw",
      "resubmit",
      "recall",
      "reopen",
      "abandon",
      "release",
    ]);
    const edit = { type: "edit", application: documentOf(orderNo) } as const;
    const give = async (
      actor: Parameters<typeof desk.give>[2],
      ...commands: Parameters<typeof desk.give>[1]
    ) => desk.give({ orderNo }, commands, actor, nowMs);
    if (action === "decide" || action === "undone") {
      await give(who, { type: "claim" });
      nowMs += Math.floor(chance() * 20) * MINUTE_MS;
      await give(who, { type: COMMANDS[outcome], verdict });
      nowMs += 5 * SECOND_MS;
      if (action === "undone") await give(who, { type: "undoVerdict" });
    }
    if (action === "withdraw") await give(CUSTOMER, { type: "withdraw" });
    if (action === "resubmit") await give(CUSTOMER, edit, { type: "submit" });
    if (action === "recall") await give(LEAD, { type: "recall", reason: "mistake" });
    if (action === "reopen") await give(LEAD, { type: "reopen", reason: "mistake" });
    if (action === "abandon") await give(CUSTOMER, { type: "abandon", reason: "" });
    if (action === "release") await give(LEAD, { type: "release" });
  }
  return nowMs;
}

interface Round {
  orderNo: string;
  round: number;
  submittedAtMs: number;
  dueAtMs: number;
  decidedAtMs: number | null;
  outcome: string | null;
  reviewer: string | null;
  cancelled: boolean;
}

/** The review rounds as the audit trail alone tells them. */
function recount(): Round[] {
  const events = client
    .prepare<[], { action: string; orderNo: string; atMs: number; actor: string; data: string }>(
      "SELECT action, order_no AS orderNo, at_ms AS atMs, actor, data FROM audit_events ORDER BY seq",
    )
    .all();
  const rounds = new Map<string, Round[]>();
  for (const { action, orderNo, atMs, actor, data } of events) {
    const mine = rounds.get(orderNo) ?? [];
    rounds.set(orderNo, mine);
    const last = mine.at(-1);
    if (["submit", "recall", "reopen", "forceCancelAccess"].includes(action)) {
      const { dueAtMs } = firstReviewDue(atMs);
      const open = { decidedAtMs: null, outcome: null, reviewer: null, cancelled: false };
      mine.push({ orderNo, round: mine.length + 1, submittedAtMs: atMs, dueAtMs, ...open });
    }
    if (last === undefined) continue;
    if (Object.values(COMMANDS).some((command) => command === action)) {
      Object.assign(last, { decidedAtMs: atMs, outcome: JSON.parse(data).outcome, reviewer: actor });
    }
    if (action === "undoVerdict") Object.assign(last, { decidedAtMs: null, outcome: null, reviewer: null });
    if ((action === "withdraw" || action === "abandon") && last.decidedAtMs === null) last.cancelled = true;
  }
  return [...rounds.values()].flat();
}

function figureOf(overview: InsightsOverview, figure: Figure): number {
  const { backlogByAge, decided, onTime } = overview;
  if (figure === "backlogFresh") return backlogByAge.fresh;
  if (figure === "backlogAging") return backlogByAge.aging;
  if (figure === "backlogLate") return backlogByAge.late;
  return figure === "late" ? decided - onTime : overview[figure];
}

async function listed(
  figure: Figure,
  range: { fromMs: number; toMs: number },
  nowMs: number,
  more = {},
): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    if (seen.length > 1000) throw new Error("the pages never end");
    const page: Awaited<ReturnType<Store["rounds"]>> = await store.rounds(
      { ...range, figure, cursor, limit: 7, ...more },
      nowMs,
    );
    seen.push(...page.rows.map((row) => `${row.orderNo}/${row.round}`));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return seen;
}

describe.each([1, 2, 3])("after some days at the desk (seed %i)", (seed) => {
  it("the rounds equal a recount of the audit trail", async () => {
    await someDays(seed, 250);
    const stored = client
      .prepare<[], Omit<Round, "cancelled"> & { cancelled: number }>(
        `SELECT order_no AS orderNo, round, submitted_at_ms AS submittedAtMs, due_at_ms AS dueAtMs,
           decided_at_ms AS decidedAtMs, outcome, reviewer, cancelled FROM review_rounds`,
      )
      .all()
      .map((row) => ({ ...row, cancelled: row.cancelled === 1 }));
    const byPlace = (a: Round, b: Round) => a.orderNo.localeCompare(b.orderNo) || a.round - b.round;
    const told = recount();
    expect(stored.sort(byPlace)).toEqual(told.sort(byPlace));
    expect(told.some((round) => round.cancelled) && told.some((round) => round.round > 1)).toBe(true);
  });

  it("each figure is the length of the list it opens, and so is each bar and each reviewer's line", async () => {
    const nowMs = await someDays(seed, 250);
    const range = { fromMs: NOW_MS + 4 * HOUR_MS, toMs: nowMs - 3 * HOUR_MS };
    const overview = await store.insights(range, nowMs);
    for (const figure of FIGURES) {
      const rounds = await listed(figure, range, nowMs);
      expect([figure, new Set(rounds).size]).toEqual([figure, figureOf(overview, figure)]);
      expect(rounds).toHaveLength(new Set(rounds).size);
    }
    for (const { day, received, decided } of overview.daily) {
      expect([day, (await listed("received", range, nowMs, { day })).length]).toEqual([day, received]);
      expect([day, (await listed("decided", range, nowMs, { day })).length]).toEqual([day, decided]);
    }
    for (const { reviewer, decided } of await store.reviewers(range)) {
      expect([reviewer, (await listed("decided", range, nowMs, { reviewer })).length]).toEqual([
        reviewer,
        decided,
      ]);
    }
    expect(overview.received).toBeGreaterThan(5);
  });

  it("the figures equal a recount of the audit trail", async () => {
    const nowMs = await someDays(seed, 250);
    const range = { fromMs: NOW_MS + 4 * HOUR_MS, toMs: nowMs - 3 * HOUR_MS };
    const within = (atMs: number | null) => atMs !== null && atMs >= range.fromMs && atMs < range.toMs;
    const rounds = recount();
    const decided = rounds.filter((round) => within(round.decidedAtMs));
    const count = (outcome: string) => decided.filter((round) => round.outcome === outcome).length;
    const onTime = decided.filter((round) => (round.decidedAtMs ?? 0) <= round.dueAtMs).length;
    const first = decided.filter((round) => round.round === 1);
    const overview = await store.insights(range, nowMs);
    expect(overview).toMatchObject({
      received: rounds.filter((round) => within(round.submittedAtMs)).length,
      decided: decided.length,
      approved: count("APPROVE"),
      rejected: count("REJECT"),
      revised: count("REVISE"),
      backlog: rounds.filter((round) => round.decidedAtMs === null && !round.cancelled).length,
      onTime,
      onTimeShare: onTime / decided.length,
      firstRounds: first.length,
      firstPass: first.filter((round) => round.outcome === "APPROVE").length,
    });
    const days = overview.daily.map(({ day, received }) => [day, received]);
    expect(days).toEqual(
      [...new Set(overview.daily.map(({ day }) => day))].map((day) => [
        day,
        rounds.filter((round) => within(round.submittedAtMs) && shanghaiDay(round.submittedAtMs) === day)
          .length,
      ]),
    );
  });
});
