import type { Lookup } from "#db/ports/order-store";
import type { OrderAnswer } from "#shared/contract/staff-queue";
import type { StaffActor } from "#shared/domain/order/actor";
import type { Command } from "#shared/domain/order/command";
import { decide } from "#shared/domain/order/decide";
import type { Order } from "#shared/domain/order/order";
import { isRefusal, type Refusal } from "#shared/domain/order/refusal";
import type { Deps } from "./deps";
import { done, type Reply } from "./reply";

interface StaffChange {
  /** Name of the use-case: repeats are recognised per use-case, order, person and request id. */
  readonly verb: string;
  readonly orderNo: string;
  readonly requestId: string;
  readonly lookup?: Lookup;
  /** The version the person decided on; left out where he did not look at one. */
  readonly expectedVersion?: number;
  readonly expectedFindingsVersion?: string | null;
}

/** The short answer of a change; `undoUntilMs` is null unless it was a verdict. */
interface StaffChangeAnswer extends OrderAnswer {
  readonly undoUntilMs: number | null;
}

/**
 * One command of a person on one existing order, at most once per request id. The command may be built from the
 * order as it is inside the change, because facts read before it could be stale by then.
 */
export async function changeOrder(
  deps: Deps,
  actor: StaffActor,
  change: StaffChange,
  command: Command | ((order: Order | null) => Command | Refusal),
): Promise<Reply<StaffChangeAnswer>> {
  const nowMs = deps.now();
  const result = await deps.store.change(
    {
      target: { orderNo: change.orderNo },
      actor,
      nowMs,
      lookup: change.lookup ?? {},
      once: { scope: `${change.verb}:${change.orderNo}:${actor.username}`, key: change.requestId },
    },
    (order, facts) => {
      const given = typeof command === "function" ? command(order) : command;
      if (isCommandRefusal(given)) return given;
      return decide(order, given, {
        actor,
        nowMs,
        settings: deps.settings,
        facts,
        expectedVersion: change.expectedVersion ?? null,
        expectedFindingsVersion: change.expectedFindingsVersion ?? null,
      });
    },
  );
  switch (result.kind) {
    case "CHANGED":
    case "REPEATED":
      return done(result.answer);
    case "REFUSED":
      return result.refusal;
    case "NOTHING":
      throw new Error("a change of a named order found nothing");
  }
}

function isCommandRefusal(value: Command | Refusal): value is Refusal {
  return "kind" in value && value.kind === "REFUSAL" && isRefusal(value);
}

/** The reply without the undo time, for commands that are no verdicts. */
export async function plainAnswer(reply: Promise<Reply<StaffChangeAnswer>>): Promise<Reply<OrderAnswer>> {
  const given = await reply;
  if (given.kind !== "DONE") return given;
  const { orderNo, status, version } = given.value;
  return done({ orderNo, status, version });
}
