import type { Actor } from "#shared/domain/order/actor";
import type { Command } from "#shared/domain/order/command";
import { decide } from "#shared/domain/order/decide";
import type { Decision, Outcome } from "#shared/domain/order/decision";
import type { Order } from "#shared/domain/order/order";
import type { Refusal } from "#shared/domain/order/refusal";
import { contextOf } from "#test/support/order-fixtures";
import { factsFor } from "./command-fixtures";

export type ContextPatch = NonNullable<Parameters<typeof contextOf>[1]>;

/** Decides with facts that name a fit colleague where the command needs one. */
export function run(order: Order | null, command: Command, actor: Actor, patch: ContextPatch = {}): Outcome {
  return decide(
    order,
    command,
    contextOf(actor, { ...patch, facts: { ...factsFor(command.type), ...patch.facts } }),
  );
}

export function accepted(outcome: Outcome): Decision {
  if (outcome.kind === "REFUSAL")
    throw new Error(`refused: ${outcome.code} ${JSON.stringify(outcome.params)}`);
  return outcome;
}

export function refused(outcome: Outcome): Refusal {
  if (outcome.kind === "REFUSAL") return outcome;
  throw new Error(
    `accepted: ${outcome.events.map((event) => event.transition).join("+")} to ${outcome.next.status}`,
  );
}

export function codeOf(outcome: Outcome): string {
  return refused(outcome).code;
}

/** The rows of the transition table that a decision took. */
export function rowsOf(outcome: Outcome): string[] {
  return accepted(outcome).events.map((event) => event.transition);
}
