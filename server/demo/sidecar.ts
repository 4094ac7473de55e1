import { appendFile, mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

/**
 * What the generator knows about an order and nobody else may: which faults it planted. One JSON line per order in
 * `<data directory>/demo/orders.jsonl`. No screen and no rule reads it; the applicant does, to mend his own faults.
 */
const sidecarSchema = z.strictObject({
  orderNo: z.string(),
  seed: z.number().int(),
  index: z.number().int(),
  /** Instant the order was generated for, UTC ms: together with seed and index it makes the same order again. */
  atMs: z.number().int(),
  kind: z.string(),
  /** Every finding that the document must cause, and no other. */
  defects: z.array(z.strictObject({ ruleId: z.string(), fieldPath: z.string() })),
});
export type Sidecar = z.infer<typeof sidecarSchema>;

function fileIn(dataDir: string): string {
  return path.join(dataDir, "demo", "orders.jsonl");
}

export async function appendSidecar(dataDir: string, sidecar: Sidecar): Promise<void> {
  const file = fileIn(dataDir);
  await mkdir(path.dirname(file), { recursive: true });
  await appendFile(file, `${JSON.stringify(sidecar)}\n`);
}

/** The sidecar of one order; null for orders that no generator made. */
export async function readSidecar(dataDir: string, orderNo: string): Promise<Sidecar | null> {
  for (const line of await linesOf(fileIn(dataDir))) {
    if (!line.includes(orderNo)) continue;
    const parsed = sidecarSchema.parse(JSON.parse(line));
    if (parsed.orderNo === orderNo) return parsed;
  }
  return null;
}

/** How many orders this data directory was given: the next run goes on numbering there. */
export async function sidecarCount(dataDir: string): Promise<number> {
  return (await linesOf(fileIn(dataDir))).length;
}

async function linesOf(file: string): Promise<string[]> {
  try {
    return (await readFile(file, "utf8")).split("\n").filter((line) => line !== "");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
