import { parseArgs } from "node:util";
import { SingleBar } from "cli-progress";
import { v7 } from "uuid";
import { z } from "zod";
import { createPasswords } from "#server/auth/passwords";
import { ConfigError, parseConfig } from "#server/config";
import { createDemoAccess } from "#server/demo-start";
import { createLog } from "#server/log";
import { openData } from "#server/start-app";
import { DEFAULT_ORDER_SETTINGS } from "#shared/domain/order/settings";
import { RULES } from "#shared/domain/rules/catalogue";
import { loadDemo, presentHourMs } from "./load-demo";

/** `npm run demo -- --orders N --seed S --images none|few|all --as-of T`: more generated orders in the data directory. */
const optionsSchema = z.strictObject({
  orders: z.coerce.number().int().min(1).max(1_000_000),
  seed: z.coerce.number().int().min(0).max(0xffff_ffff),
  images: z.enum(["none", "few", "all"]),
  /** ISO 8601; without it the present hour. */
  asOf: z.iso.datetime({ offset: true }).optional(),
});

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      orders: { type: "string", default: "300" },
      seed: { type: "string", default: "20261122" },
      images: { type: "string", default: "all" },
      "as-of": { type: "string" },
    },
  });
  const { "as-of": asOf, ...rest } = values;
  const options = optionsSchema.safeParse({ ...rest, asOf });
  if (!options.success)
    throw new ConfigError(options.error.issues.map((issue) => `--${issue.path.join(".")}: ${issue.message}`));
  const config = parseConfig(process.env);
  if (!config.demo) throw new ConfigError(["DEMO: demo data is refused outside the demo"]);
  const { store, materials } = await openData(config);
  const deps = {
    store,
    materials,
    log: createLog(config.logLevel),
    now: Date.now,
    newId: () => v7(),
    settings: DEFAULT_ORDER_SETTINGS,
    rules: RULES,
  };
  const bar = new SingleBar({
    format: "{bar} {percentage}% | {value}/{total} orders | {eta_formatted} left",
    // In a log, too, a line now and then says that it goes on.
    noTTYOutput: true,
  });
  const startedAtMs = Date.now();
  try {
    await createDemoAccess(deps, await createPasswords());
    bar.start(options.data.orders, 0);
    const { orders, seed, images, asOf: moment } = options.data;
    await loadDemo(deps, {
      orders,
      seed,
      images,
      asOfMs: moment === undefined ? presentHourMs(Date.now()) : Date.parse(moment),
      dataDir: config.dataDir,
      onProgress: (done) => bar.update(done),
    });
  } finally {
    bar.stop();
    await store.close();
  }
  const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
  process.stdout.write(`${options.data.orders} orders in ${seconds} s in ${config.dataDir}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
