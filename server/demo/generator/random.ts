/**
 * Seeded chance for the demo data. Every part of an order draws from a stream of its own, named by a label, so
 * that a change in one part (a planted defect, one service more) never shifts the draws of another.
 */
export interface Rng {
  /** Uniform integer in [0, bound). */
  int(bound: number): number;
  /** True with the given probability (0–1). */
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
}

/** The stream `label` of order `index` under `seed`: the same three always give the same numbers. */
export function streamOf(seed: number, index: number, label: string): Rng {
  let state = mix(mix(labelHash(label) ^ mix(seed >>> 0)) + Math.imul(index + 1, 0x9e3779b1));
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const int = (bound: number): number => Math.floor((next() / 0x1_0000_0000) * bound);
  return {
    int,
    chance: (probability) => next() / 0x1_0000_0000 < probability,
    pick: (items) => {
      const item = items[int(items.length)];
      if (item === undefined) throw new Error("pick from an empty list");
      return item;
    },
  };
}

/**
 * The place of `position` under a scattering one-to-one map of [0, size): distinct positions below `size` never
 * meet, which is how phones, certificate numbers and domains stay unique however many orders are made.
 * `step` must share no factor with `size`; positions beyond `size` wrap around.
 */
export function scatter(position: number, size: number, step: number, seed: number): number {
  return ((((position % size) * step) % size) + (mix(seed >>> 0) >>> 0)) % size;
}

/** A fixed mix, dealt like cards: within each block of `weights.total` indices every item comes exactly as often
 * as its weight says. */
export function dealt<T>(
  table: readonly (readonly [T, number])[],
  seed: number,
  index: number,
  label: string,
): T {
  const cards = table.flatMap(([item, count]) => Array.from({ length: count }, () => item));
  const block = Math.floor(index / cards.length);
  const order = shuffledPositions(cards.length, seed, block, label);
  const card = cards[order[index % cards.length] ?? 0];
  if (card === undefined) throw new Error("dealt from an empty table");
  return card;
}

const lastBlock = new Map<string, { key: string; order: readonly number[] }>();

/** The shuffle of one block, remembered per label because neighbours in the same block ask for it in turn. */
function shuffledPositions(size: number, seed: number, block: number, label: string): readonly number[] {
  const key = `${seed}/${block}/${size}`;
  const known = lastBlock.get(label);
  if (known?.key === key) return known.order;
  const rng = streamOf(seed, block, `deal ${label}`);
  const order = Array.from({ length: size }, (_, position) => position);
  for (let last = size - 1; last > 0; last -= 1) {
    const other = rng.int(last + 1);
    const held = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = held;
  }
  lastBlock.set(label, { key, order });
  return order;
}

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}

function labelHash(label: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < label.length; i += 1) h = Math.imul(h ^ label.charCodeAt(i), 0x01000193);
  return h | 0;
}
