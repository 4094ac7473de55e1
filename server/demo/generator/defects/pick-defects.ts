import type { OrderSeed } from "../order-seed";
import { dealt } from "../random";
import type { OrderShape } from "../shape";
import { DEFECTS } from "./catalogue";
import type { Defect } from "./defect";

/** Faulty orders in a hundred; a few more than the 45 wanted, because transfers have nothing to get wrong. */
const FAULTY: readonly (readonly [boolean, number])[] = [
  [true, 46],
  [false, 54],
];
/** How many faults a faulty order has, in twenty. */
const COUNTS: readonly (readonly [number, number])[] = [
  [1, 11],
  [2, 6],
  [3, 3],
];
const RARE_WEIGHT = 12;

/**
 * The faults of an order: none for most, else one to three that suit it and leave each other alone. A fault that
 * bends the order can only come first, for the others must suit the order as it then is.
 */
export function pickDefects(order: OrderSeed, shape: OrderShape): Defect[] {
  if (!dealt(FAULTY, order.seed, order.index, "faulty")) return [];
  const rng = order.stream("defects");
  const wanted = dealt(COUNTS, order.seed, order.index, "fault count");
  let candidates = DEFECTS.filter((defect) => defect.suits(shape));
  const picked: Defect[] = [];
  while (picked.length < wanted && candidates.length > 0) {
    const defect = rng.pick(
      candidates.flatMap((one) => (one.rare ? Array.from({ length: RARE_WEIGHT }, () => one) : [one])),
    );
    picked.push(defect);
    const bent = bentShape(shape, picked);
    candidates = DEFECTS.filter((one) => one.bend === undefined && one.suits(bent) && agree(one, picked));
  }
  return picked;
}

/** The shape as these faults bend it; the given shape stays as it is. */
export function bentShape(shape: OrderShape, defects: readonly Defect[]): OrderShape {
  const bent = { ...shape, serviceKinds: [...shape.serviceKinds], changes: [...shape.changes] };
  for (const defect of defects) defect.bend?.(bent);
  return bent;
}

function agree(one: Defect, picked: readonly Defect[]): boolean {
  return picked.every((other) => other !== one && !other.touches.some((part) => one.touches.includes(part)));
}
