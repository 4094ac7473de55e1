import { createHash } from "node:crypto";

/**
 * Chance that depends on what it is asked for and on nothing else: the same seed and key give the same number
 * in any order of calls, on any machine and after a restart.
 */

/** An even number in [0, 1). */
export function even(seed: string, ...key: readonly (string | number)[]): number {
  return digest(seed, key).readUIntBE(0, 6) / 2 ** 48;
}

/** An even whole number in [0, below). */
export function wholeBelow(below: number, seed: string, ...key: readonly (string | number)[]): number {
  return Math.floor(even(seed, ...key) * below);
}

/** An even delay between two bounds, whichever is the larger. */
export function evenBetween(
  a: number,
  b: number,
  seed: string,
  ...key: readonly (string | number)[]
): number {
  const from = Math.min(a, b);
  return Math.round(from + even(seed, ...key) * (Math.max(a, b) - from));
}

const SPREAD = 0.5;
const LONGEST = 3;

/** A lognormal delay with this median, clipped to a third and three times of it. */
export function lognormal(median: number, seed: string, ...key: readonly (string | number)[]): number {
  const bytes = digest(seed, key);
  const first = (bytes.readUIntBE(0, 6) + 1) / (2 ** 48 + 1);
  const second = bytes.readUIntBE(6, 6) / 2 ** 48;
  const normal = Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * second);
  const factor = Math.min(LONGEST, Math.max(1 / LONGEST, Math.exp(SPREAD * normal)));
  return Math.round(median * factor);
}

function digest(seed: string, key: readonly (string | number)[]): Buffer {
  return createHash("sha256")
    .update(JSON.stringify([seed, ...key]))
    .digest();
}
