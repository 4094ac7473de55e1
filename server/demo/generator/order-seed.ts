import { type Rng, scatter, streamOf } from "./random";

/** Who the order is among all demo orders, and the day its evidence was gathered. */
export interface OrderSeed {
  readonly seed: number;
  readonly index: number;
  /** Day number of the submission in Shanghai. */
  readonly today: number;
  /** The submission as an instant, UTC ms. */
  readonly atMs: number;
  stream(label: string): Rng;
}

export function orderSeed(seed: number, index: number, atMs: number, today: number): OrderSeed {
  return { seed, index, today, atMs, stream: (label) => streamOf(seed, index, label) };
}

/** Numbers that must not repeat are drawn in lanes, so many to an order; no two lanes of a run share a number. */
const LANES_PER_ORDER = 16;

/** People that one order may name; each has two phone lanes, for the mobile and the emergency phone. */
export const SLOT = { erp: 0, srp: 1, formerErp: 2, formerSrp: 3, outsider: 4 } as const;

/** Eight digits that no other lane of the run has for this purpose (100 million of them). */
export function uniqueDigits(order: OrderSeed, lane: number, purpose: number): string {
  const position = order.index * LANES_PER_ORDER + lane;
  return String(scatter(position, 100_000_000, 61_803_399 + purpose * 1_000, order.seed + purpose)).padStart(
    8,
    "0",
  );
}

/** A number below `size` that no other lane of the run has; `size` must be without the factor 7. */
export function uniqueNumber(order: OrderSeed, lane: number, size: number, purpose: number): number {
  return scatter(order.index * LANES_PER_ORDER + lane, size, 282_475_249, order.seed + purpose);
}

/** A number below `size` that no other order of the run has; `size` must be without the factor 7. */
export function uniqueOfOrder(order: OrderSeed, size: number, purpose: number): number {
  return scatter(order.index, size, 282_475_249, order.seed + purpose);
}
