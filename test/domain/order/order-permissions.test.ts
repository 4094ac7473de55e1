import { describe, expect, it } from "vitest";
import { allowedCommands } from "#shared/domain/order/allowed-commands";
import { COMMAND_TYPES, type CommandType } from "#shared/domain/order/command";
import { DEFAULT_ORDER_SETTINGS as SETTINGS } from "#shared/domain/order/settings";
import { ORDER_STATUSES } from "#shared/domain/order/status";
import { ROLES } from "#shared/domain/staff/role";
import {
  claimOf,
  FIRST_FILING,
  kindOf,
  LEAD,
  NOW_MS,
  orderIn,
  staff,
  undoOf,
} from "#test/support/order-fixtures";
import { commandOf } from "./command-fixtures";
import { applicable, cellOf, kindsOf, lastRow, STATUSES } from "./grid";
import { codeOf, rowsOf, run } from "./outcome";
import { ACTORS, attempt, EVERYBODY, type Scenario, type Somebody, scenarioFor, statesOf } from "./scenario";
import { type From, KINDS_IN } from "./transitions.data";

/**
 * Who may give which command, by hand from domain.md §3.3 with the actors of §3.2. `x` may; `f` only for a forced
 * cancellation (T47, T56); `.` never. R stands for whoever holds the claim or gave the verdict where one is needed;
 * verify and resend as in `transitions.data.ts`.
 */
const WHO_MAY = `
                   C  R  L  S  B  manager  admin  securityAdmin  auditor
create             x  .  .  .  .  .        .      .              .
edit               x  .  f  .  .  .        .      .              .
submit             x  .  f  .  .  .        .      .              .
withdraw           x  .  .  .  .  .        .      .              .
abandon            x  .  x  .  .  .        .      .              .
confirm            x  .  .  .  .  .        .      .              .
resubmitUnchanged  x  .  x  .  .  .        .      .              .
transfer           x  .  .  .  .  .        .      .              .
claim              .  x  x  .  .  .        .      .              .
assign             .  .  x  .  .  .        .      .              .
release            .  x  x  .  .  .        .      .              .
approve            .  x  x  .  .  .        .      .              .
reject             .  x  x  .  .  .        .      .              .
requestRevision    .  x  x  .  .  .        .      .              .
escalate           .  x  x  .  .  .        .      .              .
hold               .  x  x  .  .  .        .      .              .
resume             .  x  x  .  .  .        .      .              .
handOver           .  x  x  .  .  .        .      .              .
reassign           .  .  x  .  .  .        .      .              .
undoVerdict        .  x  x  .  .  .        .      .              .
recall             .  .  x  .  .  .        .      .              .
reopen             .  .  x  .  .  .        .      .              .
forceCancelAccess  f  .  f  .  .  .        .      .              .
claimExpired       .  .  .  x  .  .        .      .              .
holdExpired        .  .  .  x  .  .        .      .              .
expire             .  .  .  x  .  .        .      .              .
push               .  .  x  x  .  .        .      .              .
uploadFailed       .  .  .  x  .  .        .      .              .
outcomeUnknown     .  .  .  x  .  .        .      .              .
uploadAccepted     .  .  .  .  x  .        .      .              .
recordRejected     .  .  .  .  x  .        .      .              .
domainCheckPassed  .  .  .  .  x  .        .      .              .
domainCheckFailed  .  .  .  .  x  .        .      .              .
codeSent           .  .  .  .  x  .        .      .              .
resend             .  .  .  .  x  .        .      .              .
verify             .  .  .  .  x  .        .      .              .
timeout            .  .  .  .  x  .        .      .              .
bureauApproved     .  .  .  .  x  .        .      .              .
bureauRejected     .  .  .  .  x  .        .      .              .
`;

interface Right {
  readonly command: string;
  readonly who: string;
  readonly mark: string;
}

function rights(): Right[] {
  const [header = [], ...rows] = WHO_MAY.trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  return rows.flatMap(([command = "", ...marks]) =>
    header.map((who, index) => ({ command, who, mark: marks[index] ?? "" })),
  );
}

/** Every state in which some row of the table lets somebody give the command, with the sub-kind in question. */
function scenariosOf(command: CommandType): { kind: string; scenario: Scenario }[] {
  return STATUSES.flatMap((status) =>
    cellOf(status, command).chains.flatMap((chain) =>
      kindsOf(status, command, chain).map((kind) => ({
        kind,
        scenario: scenarioFor(status, command, chain, kind),
      })),
    ),
  );
}

/** The same state with the claim or the verdict in the hands of the lead who tries. */
function inLeadsHands({ order, ...rest }: Scenario): Scenario {
  if (order?.status === "UNDER_FIRST_REVIEW")
    return { ...rest, order: { ...order, claim: { ...order.claim, holder: LEAD.username } } };
  if (order !== null && "undo" in order && order.undo !== null)
    return { ...rest, order: { ...order, undo: undoOf({ decidedBy: LEAD.username }) } };
  return { ...rest, order };
}

function actorsFor(who: string): Somebody[] {
  return EVERYBODY.filter((code) => code === who || (who === "R" && code === "H"));
}

describe("who may give which command (§3.3)", () => {
  it("is written for every command and everybody", () => {
    expect([...new Set(rights().map((right) => right.command))]).toEqual([...COMMAND_TYPES]);
    expect(new Set(rights().map((right) => right.who))).toEqual(
      new Set(EVERYBODY.filter((code) => code !== "H")),
    );
    expect(rights().filter(({ mark }) => !["x", "f", "."].includes(mark))).toEqual([]);
  });

  it.each(COMMAND_TYPES)("%s", (command) => {
    const scenarios = scenariosOf(command);
    expect(scenarios.length).toBeGreaterThan(0);
    for (const { who, mark } of rights().filter((right) => right.command === command))
      for (const actor of actorsFor(who)) {
        const outcomes = scenarios.flatMap(({ kind, scenario }) => [
          { kind, outcome: attempt(scenario, ACTORS[actor]) },
          { kind, outcome: attempt(inLeadsHands(scenario), ACTORS[actor]) },
        ]);
        const accepted = outcomes.filter(({ outcome }) => outcome.kind === "DECISION");
        if (mark === ".")
          for (const { outcome } of outcomes) expect(codeOf(outcome), who).toBe("NOT_PERMITTED");
        if (mark === "f")
          expect(new Set(accepted.map(({ kind }) => kind))).toEqual(new Set(["CANCEL_ACCESS/FORCED"]));
        if (mark === "x" && (who !== "R" || actor === "H")) expect(accepted.length, who).toBeGreaterThan(0);
      }
  });

  it.each(ROLES.filter((role) => role !== "REVIEWER" && role !== "LEAD"))(
    "%s gives no command at all",
    (role) => {
      for (const command of COMMAND_TYPES)
        for (const { scenario } of scenariosOf(command))
          expect(codeOf(attempt(scenario, staff("somebody", role)))).toBe("NOT_PERMITTED");
    },
  );

  it("roles add up: a manager who is a reviewer too may review", () => {
    const both = staff("reviewer-a", "MANAGER", "REVIEWER");
    expect(rowsOf(run(orderIn("UNDER_FIRST_REVIEW"), commandOf("approve", FIRST_FILING), both))).toEqual([
      "T10",
    ]);
  });

  it("a lead who took an order over does with it what a reviewer does", () => {
    const order = orderIn("UNDER_FIRST_REVIEW", FIRST_FILING, { claim: claimOf({ holder: LEAD.username }) });
    for (const type of ["release", "approve", "reject", "requestRevision", "hold", "handOver"] as const)
      expect(run(order, commandOf(type, FIRST_FILING), LEAD).kind, type).toBe("DECISION");
  });
});

/** Not offered as buttons: what opens an order, and what needs the document in hand. */
const NOT_AT_THE_DESK: readonly CommandType[] = ["create", "transfer", "forceCancelAccess", "edit", "submit"];
const AT_THE_DESK = EVERYBODY.filter((code) => ACTORS[code].kind === "STAFF");

/** Whether a row of this cell lets the person do it to the plain fixture of the status, without further state. */
function appliesPlainly(status: From, command: CommandType, kind: string, who: Somebody): boolean {
  const plain = JSON.stringify(status === "(none)" ? null : orderIn(status, kindOf(kind)));
  return cellOf(status, command).chains.some((chain) => {
    const actors: readonly string[] = lastRow(chain, command, kind, status)?.actors ?? [];
    if (!kindsOf(status, command, chain).includes(kind) || !actors.includes(who)) return false;
    const { order, nowMs } = scenarioFor(status, command, chain, kind);
    return nowMs === NOW_MS && JSON.stringify(order) === plain;
  });
}

describe("allowedCommands offers the people at the desk what decide would accept", () => {
  it.each(ORDER_STATUSES)("in %s: nothing that the grid does not have for this person and kind", (status) => {
    const surplus: string[] = [];
    for (const kind of KINDS_IN[status])
      for (const { patch, nowMs } of statesOf(status))
        for (const who of EVERYBODY)
          for (const command of allowedCommands(
            orderIn(status, kindOf(kind), patch),
            ACTORS[who],
            nowMs,
            SETTINGS,
          ))
            if (!applicable(status, command, kind, who)) surplus.push(`${command} of ${kind} by ${who}`);
    expect(surplus).toEqual([]);
  });

  it.each(ORDER_STATUSES)("in %s: everything that the grid has for the plain state", (status) => {
    const missing: string[] = [];
    for (const kind of KINDS_IN[status])
      for (const who of AT_THE_DESK) {
        const offered = allowedCommands(orderIn(status, kindOf(kind)), ACTORS[who], NOW_MS, SETTINGS);
        for (const command of COMMAND_TYPES.filter((type) => !NOT_AT_THE_DESK.includes(type)))
          if (appliesPlainly(status, command, kind, who) && !offered.includes(command))
            missing.push(`${command} of ${kind} by ${who}`);
      }
    expect(missing).toEqual([]);
  });
});
