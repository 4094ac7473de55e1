import type { CommandType } from "./command";
import type { OrderStatus } from "./status";

/** A row of the transition table in `domain.md` §3.2, T01 to T59. */
export type TransitionId = `T${number}`;

/** Small, clear-text facts of an event: ids, codes, times and field paths, never a personal datum. */
export type EventData = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * One thing that happened to an order: a row of the audit trail and the source of every read model
 * (statistics are a fold of these). `from` is null for an order that did not exist before.
 */
export interface OrderEvent {
  readonly transition: TransitionId;
  readonly command: CommandType;
  readonly from: OrderStatus | null;
  readonly to: OrderStatus;
  readonly data: EventData;
}
