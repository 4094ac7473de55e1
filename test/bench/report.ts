import { mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { median, type Series } from "./measure";
import type { Budget } from "./rule-paths";

/** One line of the table: what was measured, against which limit of the same run. */
export interface Comparison {
  readonly path: string;
  readonly product: Series;
  readonly limit: Series;
  /** The least share of the limit's rate that is promised (assurance.md §4). */
  readonly bar: number | null;
}

/** Prints the table and writes the same figures as JSON; ratios are the claim, absolute figures the context. */
export function report(orders: number, comparisons: readonly Comparison[], budgets: readonly Budget[]): void {
  const rows = comparisons.map(({ path: name, product, limit, bar }) => ({
    path: name,
    "per s": Math.round(median(product.perSecond)),
    "p50 ms": round2(median(product.p50Ms)),
    "p95 ms": round2(median(product.p95Ms)),
    limit: limit.name,
    "limit per s": Math.round(median(limit.perSecond)),
    ratio: round2(median(product.perSecond) / median(limit.perSecond)),
    bar: bar ?? "–",
  }));
  process.stdout.write(
    `\n${orders.toLocaleString("en-US")} orders, ${os.cpus().length} cores, Node ${process.version}\n`,
  );
  // biome-ignore lint/suspicious/noConsole: the table is what this program is for
  console.table(rows);
  const promises = budgets.map(({ path: name, measured, promised, unit, limit, limitMeasured }) => ({
    path: name,
    measured: round2(measured),
    promised,
    unit,
    limit,
    "limit measured": round2(limitMeasured),
    "times the limit": round2(measured / limitMeasured),
  }));
  // biome-ignore lint/suspicious/noConsole: as above
  console.table(promises);
  const directory = path.resolve("bench-output");
  mkdirSync(directory, { recursive: true });
  const file = path.join(directory, "bench.json");
  writeFileSync(
    file,
    `${JSON.stringify({ orders, node: process.version, cores: os.cpus().length, rows, promises }, null, 2)}\n`,
  );
  process.stdout.write(`written to ${path.relative(process.cwd(), file)}\n`);
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
