import fc from "fast-check";
import { expect, it } from "vitest";
import { FILING_KINDS, type FilingKind, kindCode } from "#shared/domain/filing/filing-type";
import type { Actor } from "#shared/domain/order/actor";
import { COMMAND_TYPES, type Command, type CommandOf, type CommandType } from "#shared/domain/order/command";
import type { Decision } from "#shared/domain/order/decision";
import { effectiveStatus, liveClaim, type Order, orderSchema } from "#shared/domain/order/order";
import { isTerminal, type OrderStatus } from "#shared/domain/order/status";
import { HOLDER, NOW_MS, staff } from "#test/support/order-fixtures";
import { commandOf, verifyOf } from "./command-fixtures";
import { type Chain, cellOf } from "./grid";
import { run } from "./outcome";
import { ACTORS, EVERYBODY, type Somebody } from "./scenario";
import { type From, TRANSITIONS } from "./transitions.data";

const RUNS = 200;
/** Set `FC_SEED` to walk the printed walks again. */
const SEED = Number(process.env.FC_SEED ?? Date.now() % 2_147_483_647);

/** Pauses that step over every limit: the undo window, a lease, a hold, the two times to live. */
const PAUSES_MS = [0, 1, 1_000, 9_999, 10_000, 31 * 60_000, 2 * 3_600_000, 16 * 86_400_000, 46 * 86_400_000];

interface Step {
  /** Three of four steps try what the grid offers now, the others anything at all. */
  readonly wild: boolean;
  readonly command: number;
  readonly actor: number;
  readonly pauseMs: number;
  readonly variant: number;
  /** Distance of the submission number from the right one. */
  readonly offBy: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  wild: fc.nat(3).map((n) => n === 0),
  command: fc.nat(10_000),
  actor: fc.nat(10_000),
  pauseMs: fc.oneof(
    { weight: 6, arbitrary: fc.constant(1_000) },
    { weight: 1, arbitrary: fc.constantFrom(...PAUSES_MS) },
  ),
  variant: fc.nat(3),
  offBy: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(-1, 1) }),
});

function pick<T>(from: readonly T[], index: number): T {
  const chosen = from[index % from.length];
  if (chosen === undefined) throw new Error("nothing to pick from");
  return chosen;
}

function statusNow(order: Order | null, nowMs: number): From {
  return order === null ? "(none)" : effectiveStatus(order, nowMs);
}

/** What leads away from the goal is tried one time in four, or the walks would end at their beginning. */
const EXITS: readonly CommandType[] = ["abandon", "withdraw", "release", "expire", "uploadFailed", "recall"];

/** Commands and the actors the table gives them, as far as it has them for this status. */
function offered(status: From, kind: string, step: Step): { command: CommandType; who: Somebody }[] {
  return TRANSITIONS.filter(
    (row) =>
      row.from.includes(status) &&
      row.kinds.includes(kind) &&
      (step.variant === 0 || !EXITS.includes(row.command)),
  ).flatMap(({ command, actors }) => actors.map((who) => ({ command, who })));
}

/** The reviewer of the table is whoever holds this claim or gave this verdict. */
function actorFor(who: Somebody, order: Order | null): Actor {
  if (who !== "H" || order === null) return ACTORS[who];
  const undo = "undo" in order ? order.undo : null;
  const name = order.status === "UNDER_FIRST_REVIEW" ? order.claim.holder : undo?.decidedBy;
  return name === undefined ? HOLDER : staff(name, name.startsWith("lead") ? "LEAD" : "REVIEWER");
}

function commandFor(
  type: CommandType,
  order: Order | null,
  kind: FilingKind,
  step: Step,
  nowMs: number,
): Command {
  const submissionNo = (order?.submissionNo ?? 0) + step.offBy;
  const results: readonly CommandOf<"verify">["result"][] = ["ONE", "ALL", "WRONG", "LOCKED"];
  if (type === "verify") return verifyOf(pick(results, step.variant), submissionNo);
  const command = commandOf(type, kind, submissionNo);
  if (command.type === "push") return { ...command, expectsSms: command.expectsSms && step.variant > 0 };
  if (command.type === "hold") return { ...command, untilMs: nowMs + 60_000 };
  if (command.type === "uploadFailed")
    return { ...command, retryAtMs: step.variant > 1 ? nowMs + 60_000 : null };
  if (command.type === "codeSent") return { ...command, deadlineMs: nowMs + 86_400_000 };
  if ("verdict" in command)
    return { ...command, verdict: { ...command.verdict, verdictId: `verdict-${order?.version ?? 0}` } };
  return command;
}

/** A chain of the grid, or one after the release of a lease that had run out by itself. */
function inGrid(before: Order | null, command: CommandType, taken: Chain): boolean {
  const written = (status: From, rows: Chain) =>
    cellOf(status, command).chains.some((chain) => chain.join() === rows.join());
  if (before === null) return written("(none)", taken);
  if (written(before.status, taken)) return true;
  const [first, ...rest] = taken;
  return before.status === "UNDER_FIRST_REVIEW" && first === "T08" && written(before.claim.returnTo, rest);
}

function expectLawful(before: Order | null, command: Command, decision: Decision, nowMs: number): void {
  const { next, events, outbox } = decision;
  const rows = events.map((event) => event.transition);
  const label = `${before?.status ?? "(none)"} × ${command.type} = ${rows.join("+")}`;
  expect(inGrid(before, command.type, rows), label).toBe(true);
  const path: (OrderStatus | null)[] = [before?.status ?? null, ...events.map((event) => event.to)];
  expect(
    events.map((event) => event.from),
    label,
  ).toEqual(path.slice(0, -1));
  expect(path.at(-1)).toBe(next.status);
  expect(next.version).toBe((before?.version ?? 0) + 1);
  expect(orderSchema.parse(next)).toEqual(next);
  const pushes = command.type === "push" ? 1 : 0;
  expect(next.submissionNo - (before?.submissionNo ?? 0), label).toBe(pushes);
  expect(next.round).toBeGreaterThanOrEqual(before?.round ?? 0);
  for (const message of outbox) expect(message.notBeforeMs, label).toBeGreaterThanOrEqual(nowMs);
  expect(JSON.stringify([events, outbox]), "personal data").not.toMatch(
    /张三|13800000001|11010519491231002X/,
  );
  if (before === null) return;
  expect([next.orderNo, next.kind, next.accountId]).toEqual([before.orderNo, before.kind, before.accountId]);
  if (isTerminal(before.status)) expect(rows).toEqual(["T53"]);
  expectOneClaim(before, decision, nowMs);
}

/** A live claim ends or changes hands only by rows that say so: never is there a second one beside it. */
function expectOneClaim(before: Order, { next, events }: Decision, nowMs: number): void {
  const was = liveClaim(before, nowMs);
  const is = liveClaim(next, nowMs);
  if (was === null || is === null || was.holder === is.holder) return;
  expect(["T15", "T52"]).toContain(events.at(-1)?.transition);
}

/** One walk, through the lives of several orders one after the other; the chains it took are added to `taken`. */
function walk(kind: FilingKind, steps: readonly Step[], taken: Set<string>): void {
  let order: Order | null = null;
  let nowMs = NOW_MS;
  for (const step of steps) {
    nowMs += step.pauseMs;
    const choices = offered(statusNow(order, nowMs), kindCode(kind), step);
    const tame = step.wild || choices.length === 0 ? null : pick(choices, step.command);
    const type = tame?.command ?? pick(COMMAND_TYPES, step.command);
    const who = tame?.who ?? pick(EVERYBODY, step.actor);
    const command = commandFor(type, order, kind, step, nowMs);
    const before = structuredClone(order);
    const outcome = run(order, command, actorFor(who, order), { nowMs });
    expect(order).toEqual(before);
    if (outcome.kind === "REFUSAL") continue;
    expectLawful(before, command, outcome, nowMs);
    taken.add(`${before?.status ?? "(none)"} ${outcome.events.map((event) => event.transition).join("+")}`);
    order = isTerminal(outcome.next.status) && step.variant > 0 ? null : outcome.next;
  }
}

it(`${RUNS} random walks keep to the table`, () => {
  process.stdout.write(`\nrandom walks over the order state machine, seed ${SEED} (FC_SEED)\n`);
  const taken = new Set<string>();
  const property = fc.property(
    fc.constantFrom(...FILING_KINDS),
    fc.array(step, { minLength: 30, maxLength: 90, size: "max" }),
    (kind, steps) => walk(kind, steps, taken),
  );
  fc.assert(property, { numRuns: RUNS, seed: SEED });
  process.stdout.write(`  ${taken.size} different status × rows seen\n`);
  expect(taken.size).toBeGreaterThan(55);
});
