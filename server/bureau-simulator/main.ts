import { createServer, type Server } from "node:http";
import path from "node:path";
import express from "express";
import { z } from "zod";
import { DEMO_BUREAU_SECRET } from "#shared/contract/bureau-v1";
import { createBureauSimulator, type SimulatorLogger } from "./create-bureau-simulator";

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);
const STOP_WITHIN_MS = 5000;

const envSchema = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(3100),
    HOST: z.string().min(1).default("127.0.0.1"),
    BUREAU_SECRET: z.string().min(16).default(DEMO_BUREAU_SECRET),
    BUREAU_CLOCK: z.coerce.number().min(0).max(1_000_000).default(600),
    BUREAU_SEED: z.string().min(1).max(64).default("demo"),
    BUREAU_PROFILE: z.enum(["none", "demo"]).default("demo"),
    DATA_DIR: z.string().min(1).default("./data"),
  })
  .refine((env) => LOOPBACK.has(env.HOST) || env.BUREAU_SECRET !== DEMO_BUREAU_SECRET, {
    path: ["BUREAU_SECRET"],
    message: "must be set when HOST is not a loopback address",
  });

export interface RunningBureau {
  readonly url: string;
  /** Stops taking requests, finishes those in flight, writes the journal. */
  stop(): Promise<void>;
}

/**
 * The simulated bureau as a process of its own (`npm run bureau`). Ends by itself on SIGTERM or SIGINT.
 *
 * @throws with the whole list of problems when the environment does not parse
 */
export async function runBureauSimulator(
  env: Readonly<Record<string, string | undefined>>,
): Promise<RunningBureau> {
  const parsed = envSchema.safeParse(env);
  if (!parsed.success) throw new Error(`bureau simulator: ${z.prettifyError(parsed.error)}`);
  const settings = parsed.data;
  const simulator = await createBureauSimulator({
    secret: settings.BUREAU_SECRET,
    provider: "demo-provider",
    clockFactor: settings.BUREAU_CLOCK,
    seed: settings.BUREAU_SEED,
    profile: settings.BUREAU_PROFILE,
    nowMs: Date.now,
    journalPath: path.join(settings.DATA_DIR, "bureau-standalone.journal"),
    logger: stderrLogger,
  });
  const app = express();
  app.disable("x-powered-by");
  app.use(simulator.app);
  const server = createServer(app);
  const port = await listen(server, settings.PORT, settings.HOST);

  let stopping: Promise<void> | null = null;
  const stop = () => {
    process.off("SIGTERM", stopOnSignal);
    process.off("SIGINT", stopOnSignal);
    stopping ??= closeServer(server).then(simulator.stop);
    return stopping;
  };
  const stopOnSignal = () => {
    stop().catch((error: unknown) => {
      stderrLogger.error({ reason: String(error) }, "bureau simulator could not stop cleanly");
      process.exitCode = 1;
    });
  };
  process.on("SIGTERM", stopOnSignal);
  process.on("SIGINT", stopOnSignal);
  const host = settings.HOST.includes(":") ? `[${settings.HOST}]` : settings.HOST;
  return { url: `http://${host}:${port}`, stop };
}

const stderrLogger: SimulatorLogger = {
  error: (fields, message) => {
    process.stderr.write(`${JSON.stringify({ level: "error", message, ...fields })}\n`);
  },
};

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

/** Idle connections end at once, busy ones when they are done or after five seconds. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
