/** Timings of one path over all rounds, ms each. */
export interface Series {
  readonly name: string;
  readonly perSecond: number[];
  readonly p50Ms: number[];
  readonly p95Ms: number[];
}

export function series(name: string): Series {
  return { name, perSecond: [], p50Ms: [], p95Ms: [] };
}

/** Runs `work` `times` times with `lanes` at once and adds the round's figures to the series. */
export async function round(
  into: Series,
  times: number,
  lanes: number,
  work: () => Promise<unknown>,
): Promise<void> {
  const durations: number[] = [];
  let started = 0;
  const startMs = performance.now();
  const lane = async () => {
    while (started < times) {
      started += 1;
      const atMs = performance.now();
      await work();
      durations.push(performance.now() - atMs);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  const tookMs = performance.now() - startMs;
  durations.sort((a, b) => a - b);
  into.perSecond.push((times / tookMs) * 1000);
  into.p50Ms.push(quantile(durations, 0.5));
  into.p95Ms.push(quantile(durations, 0.95));
}

/** The value below which that share of the sorted values lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Median over the rounds: one slow round (a checkpoint, a neighbour) does not decide. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return quantile(sorted, 0.5);
}
