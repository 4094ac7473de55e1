import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { Agent, request } from "undici";
import { createPasswords } from "#server/auth/passwords";
import { createDemoAccess } from "#server/demo-start";
import { createLog } from "#server/log";
import { openData } from "#server/start-app";
import type { QueueListInput } from "#shared/contract/staff-queue";
import { DEFAULT_ORDER_SETTINGS } from "#shared/domain/order/settings";
import { RULES } from "#shared/domain/rules/catalogue";
import { startChild } from "./child-server";
import { round, series } from "./measure";
import { openRawDisk, serveRawQueue } from "./raw-limits";
import { type Comparison, report } from "./report";
import { type Budget, benchCatalogue, benchRecheck } from "./rule-paths";
import { seedOrders } from "./seed-orders";
import { revise, signIn } from "./staff-client";
import { storePaths } from "./store-paths";

/**
 * `npm run bench [-- --orders N]`: queue page, claim and verdict, each against the raw limit measured in the same
 * run on the same machine, rounds interleaved, medians compared. The claim is the ratio.
 */
const ROUNDS = 5;
const PAGES = 400;
const WRITES = 200;
const LANES = 8;
const QUEUE_PAGE: QueueListInput = {
  view: "TAKE",
  filter: { provinces: ["440000", "110000", "320000"] },
  sort: { by: "dueAtMs", dir: "asc" },
  limit: 50,
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { orders: { type: "string", default: "100000" } },
  });
  if (positionals[0] === "raw-server") {
    serveRawQueue(positionals[1] ?? "", QUEUE_PAGE);
    return;
  }
  const orders = Number(values.orders);
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "icp-bench-"));
  try {
    const inStore = await benchStore(dataDir, orders);
    const overHttp = await benchHttp(dataDir);
    report(orders, [...inStore.comparisons, ...overHttp], inStore.budgets);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function benchStore(
  dataDir: string,
  orders: number,
): Promise<{ comparisons: Comparison[]; budgets: Budget[] }> {
  const { store, materials } = await openData({
    dataDir,
    masterKey: null,
    masterKeyFile: null,
    production: false,
  });
  const deps = {
    store,
    materials,
    log: createLog("silent"),
    now: Date.now,
    newId: () => crypto.randomUUID(),
    settings: DEFAULT_ORDER_SETTINGS,
    rules: RULES,
  };
  await createDemoAccess(deps, await createPasswords());
  process.stdout.write("seeding …\n");
  await seedOrders(store, orders, Date.now());
  const disk = openRawDisk(dataDir);
  const paths = storePaths(store);
  const raw = series("write + fdatasync");
  const claim = series("claim");
  const verdict = series("verdict");
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    await round(raw, WRITES, 1, () => disk.write());
    await round(claim, WRITES, 1, () => paths.claim());
    await round(verdict, WRITES, 1, () => paths.verdict());
  }
  disk.close();
  const budgets = [benchCatalogue(deps), ...(await benchRecheck(deps))];
  await store.close();
  const comparisons = [
    { path: "claim next, in the store", product: claim, limit: raw, bar: 0.5 },
    { path: "verdict, in the store", product: verdict, limit: raw, bar: 0.45 },
  ];
  return { comparisons, budgets };
}

async function benchHttp(dataDir: string): Promise<Comparison[]> {
  const env = {
    DATA_DIR: dataDir,
    PORT: "0",
    HOST: "127.0.0.1",
    DEMO: "1",
    CLAIM_LIMIT: "10000",
    LOG_LEVEL: "error",
  };
  const product = await startChild("main.js", [], env);
  const rawServer = await startChild("bench.js", ["raw-server", dataDir], {});
  const disk = openRawDisk(dataDir);
  const staff = await signIn(product.url, "reviewer1", LANES);
  const plain = new Agent({ connections: LANES });
  const rawPage = series("node:http, same query");
  const page = series("queue page");
  const rawDisk = series("write + fdatasync");
  const claim = series("claim");
  const verdict = series("verdict");
  const held: { orderNo: string; version: number }[] = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    await round(rawPage, PAGES, LANES, async () => {
      const response = await request(rawServer.url, { dispatcher: plain, method: "POST", body: "{}" });
      await response.body.json();
    });
    await round(page, PAGES, LANES, () => staff.call("queue.list", QUEUE_PAGE));
    await round(rawDisk, WRITES, 1, () => disk.write());
    await round(claim, WRITES, LANES, async () => held.push(await staff.claimNext()));
    await round(verdict, WRITES, LANES, async () => {
      const order = held.pop();
      if (order !== undefined) await staff.call("verdicts.record", revise(order));
    });
  }
  disk.close();
  await Promise.all([staff.close(), plain.close(), product.stop(), rawServer.stop()]);
  return [
    { path: "queue page over HTTP", product: page, limit: rawPage, bar: 0.65 },
    { path: "claim next over HTTP", product: claim, limit: rawDisk, bar: null },
    { path: "verdict over HTTP", product: verdict, limit: rawDisk, bar: 0.4 },
  ];
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
