import { describe, expect, it } from "vitest";
import { COMMAND_TYPES, type CommandType } from "#shared/domain/order/command";
import type { Decision, Outcome } from "#shared/domain/order/decision";
import { orderSchema } from "#shared/domain/order/order";
import { expectConsequences } from "./consequences";
import { CELLS, type Chain, cellOf, kindsOf, lastRow, STATUSES } from "./grid";
import { GRID_TABLES } from "./grid.data";
import { ACTORS, attempt, type Scenario, type Somebody, scenarioFor } from "./scenario";
import { type From, TRANSITIONS, type TransitionRow } from "./transitions.data";

function decided(outcome: Outcome): Decision {
  if (outcome.kind === "REFUSAL")
    throw new Error(`refused: ${outcome.code} ${JSON.stringify(outcome.params)}`);
  return outcome;
}

function statusAfter(row: TransitionRow, before: string, returnTo: string): string {
  if (row.to === "SAME") return before;
  return row.to === "RETURN_TO" ? returnTo : row.to;
}

/** The statuses that the rows of a chain lead through, the present one first. */
function pathOf(
  status: From,
  command: CommandType,
  chain: Chain,
  kind: string,
  scenario: Scenario,
): string[] {
  const path: string[] = [status];
  const { order } = scenario;
  const returnTo = order?.status === "UNDER_FIRST_REVIEW" ? order.claim.returnTo : "";
  for (const [index, id] of chain.entries()) {
    const row =
      index === chain.length - 1
        ? lastRow(chain, command, kind, status)
        : TRANSITIONS.find((candidate) => candidate.id === id && candidate.kinds.includes(kind));
    if (row === undefined) throw new Error(`no row ${id} for ${kind}`);
    path.push(statusAfter(row, path.at(-1) ?? "", returnTo));
  }
  return path;
}

function targetsOf(decision: Decision, id: string): string[] {
  const messages = decision.outbox.filter(
    (message) => message.kind === "NOTIFICATION" && message.payload.transition === id,
  );
  return messages.flatMap(({ payload }) => (Array.isArray(payload.targets) ? payload.targets : [])).sort();
}

function expectAccepted(status: From, command: CommandType, chain: Chain, kind: string, who: Somebody): void {
  const scenario = scenarioFor(status, command, chain, kind);
  const decision = decided(attempt(scenario, ACTORS[who]));
  const path = pathOf(status, command, chain, kind, scenario);
  const steps = chain.map((transition, index) => ({
    transition,
    command,
    from: index === 0 && status === "(none)" ? null : path[index],
    to: path[index + 1],
  }));
  expect(decision.next.status).toBe(path.at(-1));
  expect(decision.events.map(({ data: _data, ...step }) => step)).toMatchObject(
    steps.map(({ command: _own, ...step }) => step),
  );
  expect(decision.events.at(-1)?.command).toBe(command);
  expect(decision.next.version).toBe((scenario.order?.version ?? 0) + 1);
  expect(orderSchema.parse(decision.next)).toEqual(decision.next);
  for (const id of chain) {
    const row = TRANSITIONS.find(
      (candidate) => candidate.id === id && candidate.kinds.includes(kind) && candidate.command === command,
    );
    const told =
      row ?? TRANSITIONS.find((candidate) => candidate.id === id && candidate.kinds.includes(kind));
    const wanted = command === "edit" ? [] : [...(told?.notify ?? [])].sort();
    expect(targetsOf(decision, id), `told by ${id}`).toEqual(wanted);
  }
  expectConsequences(chain, scenario, ACTORS[who], decision);
}

describe("the written grid", () => {
  it("has exactly one cell for each status and command", () => {
    const wanted = STATUSES.flatMap((status) => COMMAND_TYPES.map((command) => `${status} × ${command}`));
    expect(CELLS.map((cell) => `${cell.status} × ${cell.command}`).sort()).toEqual(wanted.sort());
  });

  it("agrees with the rows of the table", () => {
    const fromRows = TRANSITIONS.flatMap((row) =>
      row.from.map((from) => `${from} × ${row.command}: ${row.id}`),
    );
    const fromGrid = CELLS.flatMap(({ status, command, chains }) =>
      chains.filter((chain) => chain.length === 1).map(([id]) => `${status} × ${command}: ${id}`),
    );
    expect([...new Set(fromGrid)].sort()).toEqual([...new Set(fromRows)].sort());
  });

  it("names every row but the refusing one, T45", () => {
    const named = new Set(CELLS.flatMap((cell) => cell.chains.flat()));
    const rows = Array.from({ length: 59 }, (_, index) => `T${String(index + 1).padStart(2, "0")}`);
    expect([...named].sort()).toEqual(rows.filter((id) => id !== "T45"));
  });

  it("is printed", () => {
    const text = GRID_TABLES.join("");
    process.stdout.write(`\nOrder state machine, status × command → rows of the transition table\n${text}\n`);
    expect(text).toContain("PENDING_FIRST_REVIEW");
  });
});

describe("every accepted cell", () => {
  for (const status of STATUSES)
    for (const command of COMMAND_TYPES)
      for (const chain of cellOf(status, command).chains)
        it.each(
          kindsOf(status, command, chain).flatMap((kind) =>
            (lastRow(chain, command, kind, status)?.actors ?? []).map((who) => [kind, who] as const),
          ),
        )(`${status} × ${command} = ${chain.join("+")} for %s by %s`, (kind, who) => {
          expectAccepted(status, command, chain, kind, who);
        });
});
