import type { StaffActor } from "#shared/domain/order/actor";
import type { Deps } from "./deps";

/** How long the next order is kept for a reviewer who is still busy with the one in hand (experience.md §1). */
const RESERVATION_MS = 120_000;

export interface Reservation {
  readonly orderNo: string;
  readonly untilMs: number;
}

/** Sets the next order aside, so that it can be loaded before it is asked for. Null when there is none. */
export async function reserveNext(deps: Deps, actor: StaffActor): Promise<Reservation | null> {
  const nowMs = deps.now();
  const untilMs = nowMs + RESERVATION_MS;
  const orderNo = await deps.store.reserveNext(actor.username, nowMs, untilMs);
  return orderNo === null ? null : { orderNo, untilMs };
}
