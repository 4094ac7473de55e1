import type { CommandType } from "./command";
import type { DecideContext, Decision, SealedWrite } from "./decision";
import type { EventData, OrderEvent, TransitionId } from "./event";
import type { Order } from "./order";
import type { NotifyTarget, OutboxMessage } from "./outbox";

/** Group of the message that asks for a push; withdraw, recall and undo cancel it. */
export const PUSH_GROUP = "push";

/** What a transition does besides moving the order. All of it is optional because most transitions do little. */
interface StepParts {
  readonly data?: EventData;
  readonly notify?: readonly NotifyTarget[];
  readonly cancel?: readonly string[];
  readonly outbox?: readonly OutboxMessage[];
  readonly writes?: readonly SealedWrite[];
  /** Set for verdicts: their notices wait for the undo window and share the verdict's group. */
  readonly delayed?: { readonly group: string; readonly untilMs: number };
}

/**
 * One row of the transition table as a decision: the event, the notices of column N, and a status webhook whenever
 * the status changed. The version stays; `decide` raises it once for the whole change.
 */
export function step(
  before: Order | null,
  next: Order,
  transition: TransitionId,
  command: CommandType,
  ctx: DecideContext,
  parts: StepParts = {},
): Decision {
  const event: OrderEvent = {
    transition,
    command,
    from: before?.status ?? null,
    to: next.status,
    data: parts.data ?? {},
  };
  const group = parts.delayed?.group ?? null;
  const notBeforeMs = parts.delayed?.untilMs ?? ctx.nowMs;
  const messages: OutboxMessage[] = [];
  if (parts.notify !== undefined && parts.notify.length > 0) {
    messages.push({
      kind: "NOTIFICATION",
      group,
      notBeforeMs,
      payload: { transition, status: next.status, targets: parts.notify },
    });
  }
  if (before?.status !== next.status) {
    messages.push({
      kind: "WEBHOOK",
      group,
      notBeforeMs,
      payload: { event: "order.status_changed", transition, status: next.status, atMs: ctx.nowMs },
    });
  }
  return {
    kind: "DECISION",
    next,
    events: [event],
    outbox: [...messages, ...(parts.outbox ?? [])],
    cancelGroups: parts.cancel ?? [],
    writes: parts.writes ?? [],
  };
}

/** The message that makes a worker push the order (T27). */
export function pushMessage(notBeforeMs: number): OutboxMessage {
  return { kind: "BUREAU_PUSH", group: PUSH_GROUP, notBeforeMs, payload: {} };
}

/** Tells the customer's side that the domain may (or may no longer) be resolved to us (domain.md §2.2, ADD_ACCESS). */
export function domainAccess(granted: boolean, group: string | null, notBeforeMs: number): OutboxMessage {
  return {
    kind: "EFFECT",
    group,
    notBeforeMs,
    payload: { effect: granted ? "domainAccessGranted" : "domainAccessRevoked" },
  };
}

/** Two decisions as one: the second was taken on the outcome of the first. */
export function merge(first: Decision, second: Decision): Decision {
  return {
    kind: "DECISION",
    next: second.next,
    events: [...first.events, ...second.events],
    outbox: [...first.outbox, ...second.outbox],
    cancelGroups: [...first.cancelGroups, ...second.cancelGroups],
    writes: [...first.writes, ...second.writes],
  };
}
