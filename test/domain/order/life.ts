import { type FilingKind, kindCode } from "#shared/domain/filing/filing-type";
import type { Actor } from "#shared/domain/order/actor";
import { COMMAND_TYPES, type Command, type CommandOf, type CommandType } from "#shared/domain/order/command";
import type { Order } from "#shared/domain/order/order";
import {
  BUREAU,
  CREATOR,
  CUSTOMER,
  DAY_MS,
  HOLDER,
  kindOf,
  LEAD,
  NOW_MS,
  SECOND_MS,
  SYSTEM,
} from "#test/support/order-fixtures";
import { commandOf, verifyOf } from "./command-fixtures";
import { accepted, run } from "./outcome";

/** What became of an order: every row of the transition table it took, and where it stands. */
export interface Life {
  readonly order: Order;
  readonly rows: readonly string[];
}

const WAITS: Readonly<Record<string, number>> = {
  "undo-window": 11 * SECOND_MS,
  "16-days": 16 * DAY_MS,
  "46-days": 46 * DAY_MS,
};

const GIVEN_BY: Partial<Record<CommandType, Actor>> = {
  claim: HOLDER,
  approve: HOLDER,
  reject: HOLDER,
  requestRevision: HOLDER,
  recall: LEAD,
  reopen: LEAD,
  forceCancelAccess: CREATOR,
  expire: SYSTEM,
  push: SYSTEM,
  uploadFailed: SYSTEM,
  outcomeUnknown: SYSTEM,
  uploadAccepted: BUREAU,
  recordRejected: BUREAU,
  domainCheckPassed: BUREAU,
  domainCheckFailed: BUREAU,
  codeSent: BUREAU,
  resend: BUREAU,
  verify: BUREAU,
  timeout: BUREAU,
  bureauApproved: BUREAU,
  bureauRejected: BUREAU,
};
const BY_LEAD_WHEN_FORCED: readonly CommandType[] = ["edit", "submit", "abandon", "resubmitUnchanged"];

/**
 * Leads an order of this sub-kind through a script: words are commands, `verify:ALL` a result, `push:silent` a push
 * of which nobody will be asked for a code, `+undo-window` time that passes, `abandon@lead` somebody else's command.
 * Every step must be accepted; what the customer may not do to a forced cancellation a lead does.
 */
export function live(code: string, script: string): Life {
  const kind = kindOf(code);
  let order: Order | null = null;
  let nowMs = NOW_MS;
  const rows: string[] = [];
  for (const word of script.trim().split(/\s+/)) {
    if (word.startsWith("+")) {
      nowMs += waitOf(word.slice(1));
      continue;
    }
    nowMs += SECOND_MS;
    const { command, actor } = stepOf(word, kind, order);
    const decision = accepted(run(order, command, actor, { nowMs }));
    order = decision.next;
    rows.push(...decision.events.map((event) => event.transition));
  }
  if (order === null) throw new Error("an empty script");
  return { order, rows };
}

function waitOf(name: string): number {
  const wait = WAITS[name];
  if (wait === undefined) throw new Error(`no such wait: ${name}`);
  return wait;
}

function stepOf(word: string, kind: FilingKind, order: Order | null): { command: Command; actor: Actor } {
  const [head = "", by] = word.split("@");
  const [name, variant] = head.split(":");
  const type = COMMAND_TYPES.find((known) => known === name);
  if (type === undefined) throw new Error(`no such command: ${word}`);
  const forced = kindCode(kind) === "CANCEL_ACCESS/FORCED" && BY_LEAD_WHEN_FORCED.includes(type);
  const named = by === undefined ? undefined : { lead: LEAD, holder: HOLDER }[by];
  const actor = named ?? (forced ? LEAD : (GIVEN_BY[type] ?? CUSTOMER));
  return { command: variantOf(type, variant, kind, order), actor };
}

function variantOf(
  type: CommandType,
  variant: string | undefined,
  kind: FilingKind,
  order: Order | null,
): Command {
  const submissionNo = order?.submissionNo ?? 0;
  const results: readonly CommandOf<"verify">["result"][] = ["ONE", "ALL", "WRONG", "LOCKED"];
  const result = results.find((known) => known === variant);
  if (type === "verify" && result !== undefined) return verifyOf(result, submissionNo);
  const command = commandOf(type, kind, submissionNo);
  if (command.type === "push") return { ...command, expectsSms: command.expectsSms && variant !== "silent" };
  if ("verdict" in command)
    return { ...command, verdict: { ...command.verdict, verdictId: `verdict-${order?.version ?? 0}` } };
  return command;
}
