import { describe, expect, it } from "vitest";
import { kindCode } from "#shared/domain/filing/filing-type";
import { COMMAND_TYPES, type CommandType } from "#shared/domain/order/command";
import { REFUSAL_CODES } from "#shared/domain/order/refusal";
import { refusalSentences } from "#shared/domain/order/refusal-texts";
import { isOpen, ORDER_STATUSES } from "#shared/domain/order/status";
import { kindOf, NOW_MS, orderIn } from "#test/support/order-fixtures";
import { commandOf, verifyOf } from "./command-fixtures";
import { applicable, cellOf, STATUSES } from "./grid";
import { ACTORS, attempt, EVERYBODY, type Scenario, type Somebody, scenarioFor, statesOf } from "./scenario";
import { type From, KINDS_IN, TRANSITIONS } from "./transitions.data";

/** Any attempt to change it in place throws, so that "nothing changed" needs no comparison. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** What is wrong with the answer to a command that must be refused, here in one of these words; null if nothing. */
function fault(scenario: Scenario, who: Somebody, wanted: readonly string[] = REFUSAL_CODES): string | null {
  const outcome = attempt(scenario, ACTORS[who]);
  const order = scenario.order;
  const label = `${order === null ? "(none)" : kindCode(order.kind)} by ${who} at ${scenario.nowMs}`;
  if (outcome.kind === "DECISION") return `${label}: accepted`;
  const { zh, en } = refusalSentences(outcome);
  if (/\{\w+\}/.test(zh + en)) return `${label}: ${outcome.code} leaves a gap in "${en}"`;
  return wanted.includes(outcome.code) ? null : `${label}: ${outcome.code}`;
}

/** Refusals in the words of the domain for somebody who may give the command, in a status that does not take it. */
function expectedCodes(status: From, command: CommandType): string[] {
  if (status === "(none)") return ["ORDER_NOT_FOUND"];
  const waiting = ["PENDING_FIRST_REVIEW", "REVISED_PENDING_REVIEW"].includes(status);
  const needsClaim = [
    "release",
    "approve",
    "reject",
    "requestRevision",
    "escalate",
    "hold",
    "resume",
    "handOver",
  ];
  if (waiting && needsClaim.includes(command)) return ["STATUS_NOT_ALLOWED", "ORDER_NOT_CLAIMED"];
  if (command === "undoVerdict") return ["STATUS_NOT_ALLOWED", "UNDO_WINDOW_OVER"];
  return ["STATUS_NOT_ALLOWED", "KIND_NOT_ALLOWED"];
}

const ANSWERS: readonly CommandType[] = [
  "uploadAccepted",
  "recordRejected",
  "domainCheckPassed",
  "domainCheckFailed",
  "codeSent",
  "resend",
  "verify",
  "timeout",
  "bureauApproved",
  "bureauRejected",
];

/** How far along an order is when the bureau answers: an answer to a later step is early, to a passed one late. */
const STEPS = ["SUBMITTING_TO_BUREAU", "MIIT_DOMAIN_CHECK", "SMS_PENDING", "UNDER_BUREAU_REVIEW"];
const STEP_OF: Partial<Record<CommandType, number>> = {
  uploadAccepted: 0,
  domainCheckPassed: 1,
  domainCheckFailed: 1,
  codeSent: 2,
  resend: 2,
  verify: 2,
  timeout: 2,
  bureauApproved: 3,
  bureauRejected: 3,
};

/**
 * An order that was pushed is past the step wherever else it stands now; one that never was, or that ended,
 * knows no such submission.
 */
function answerCodes(status: From, command: CommandType, submissionNo: number): string[] {
  if (status === "(none)") return ["ORDER_NOT_FOUND"];
  if (submissionNo === 0)
    return ["STALE_SUBMISSION", isOpen(status) ? "BUREAU_EVENT_EARLY" : "BUREAU_EVENT_LATE"];
  const at = STEPS.indexOf(status);
  return [at === -1 || at > (STEP_OF[command] ?? 0) ? "BUREAU_EVENT_LATE" : "BUREAU_EVENT_EARLY"];
}

/** Whether some row, in whatever status, lets this person give the command to an order of this sub-kind. */
function rightful(command: CommandType, kind: string, who: Somebody): boolean {
  return TRANSITIONS.some(
    (row) => row.command === command && row.kinds.includes(kind) && row.actors.some((code) => code === who),
  );
}

describe("every refused cell", () => {
  const refused = STATUSES.flatMap((status) =>
    COMMAND_TYPES.filter((command) => cellOf(status, command).chains.length === 0).map(
      (command) => [status, command] as const,
    ),
  );
  const isAnswer = (command: CommandType) => ANSWERS.includes(command);

  it.each(refused.filter(([, command]) => !isAnswer(command)))("%s × %s", (status, command) => {
    const faults: (string | null)[] = [];
    for (const kind of KINDS_IN[status])
      for (const { patch, nowMs } of statesOf(status)) {
        const order = frozen(status === "(none)" ? null : orderIn(status, kindOf(kind), patch));
        const scenario = { order, command: frozen(commandOf(command, kindOf(kind))), nowMs };
        for (const who of EVERYBODY)
          faults.push(
            fault(scenario, who, rightful(command, kind, who) ? expectedCodes(status, command) : undefined),
          );
      }
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.filter((found) => found !== null)).toEqual([]);
  });

  it.each(refused.filter(([, command]) => isAnswer(command)))(
    "%s × %s, pushed once or never",
    (status, command) => {
      const faults: (string | null)[] = [];
      for (const kind of KINDS_IN[status])
        for (const submissionNo of STEPS.includes(status) ? [1] : [0, 1])
          for (const { patch, nowMs } of statesOf(status)) {
            const state = { ...patch, submissionNo };
            const order = frozen(status === "(none)" ? null : orderIn(status, kindOf(kind), state));
            const scenario = { order, command: frozen(commandOf(command, kindOf(kind))), nowMs };
            const wanted = answerCodes(status, command, submissionNo);
            for (const who of EVERYBODY) faults.push(fault(scenario, who, who === "B" ? wanted : undefined));
          }
      expect(faults.length).toBeGreaterThan(0);
      expect(faults.filter((found) => found !== null)).toEqual([]);
    },
  );

  it.each(["ALL", "WRONG", "LOCKED"] as const)("a verification %s outside its window", (result) => {
    const closed = ORDER_STATUSES.filter((status) => cellOf(status, "verify").chains.length === 0);
    const orders = closed.flatMap((status) =>
      KINDS_IN[status].map((kind) => frozen(orderIn(status, kindOf(kind), { submissionNo: 1 }))),
    );
    const faults = orders.flatMap((order) =>
      EVERYBODY.map((who) => fault({ order, command: verifyOf(result), nowMs: NOW_MS }, who)),
    );
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.filter((found) => found !== null)).toEqual([]);
  });
});

/** Two of the opening commands name their sub-kind themselves. */
function kindsToTry(status: From, command: CommandType): readonly string[] {
  if (command === "transfer" && status === "(none)") return ["TRANSFER"];
  if (command === "forceCancelAccess" && status === "(none)") return ["CANCEL_ACCESS/FORCED"];
  return KINDS_IN[status];
}

describe("an accepted cell refuses everybody and every kind that no row of it names", () => {
  const accepted = STATUSES.flatMap((status) =>
    COMMAND_TYPES.filter((command) => cellOf(status, command).chains.length > 0).map(
      (command) => [status, command] as const,
    ),
  );

  it.each(accepted)("%s × %s", (status, command) => {
    const faults: (string | null)[] = [];
    for (const chain of cellOf(status, command).chains)
      for (const kind of kindsToTry(status, command)) {
        const scenario = frozen(scenarioFor(status, command, chain, kind));
        for (const who of EVERYBODY)
          if (!applicable(status, command, kind, who)) faults.push(fault(scenario, who));
      }
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.filter((found) => found !== null)).toEqual([]);
  });
});
