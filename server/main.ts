import path from "node:path";
import type { Logger } from "pino";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "./auth/demo-accounts";
import { parseConfig } from "./config";
import { DEMO_INTAKE_SECRET } from "./demo-start";
import { createClientFiles } from "./http/client-files";
import { createLog } from "./log";
import { type RunningApp, startApp } from "./start-app";

/** Everything must be written out within this; a process that hangs longer is ended, and the lease rules help. */
const STOP_WITHIN_MS = 9_000;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The desk as a process: `npm start` runs the bundle of this file. */
async function main(): Promise<void> {
  const config = parseConfig(process.env);
  endOnFaults(createLog(config.logLevel));
  const client = createClientFiles(path.join(import.meta.dirname, "../client"));
  const app = await startApp(config, { client, say });
  stopOnSignals(app);
  say(`\nICP filing review: ${config.publicOrigin ?? app.url}`);
  if (!config.demo) return;
  const names = DEMO_ACCOUNTS.map(({ username }) => username).join(", ");
  say(`demo accounts: ${names}; password of each: ${DEMO_PASSWORD}`);
  say(`demo intake key: ${DEMO_INTAKE_SECRET}`);
}

function stopOnSignals(app: RunningApp): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    app.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

/** A fault that nothing caught leaves the process in an unknown state: say where it was, and end. */
function endOnFaults(log: Logger): void {
  const end = (error: unknown) => {
    log.fatal({ error }, "a fault was not caught");
    process.exit(1);
  };
  process.on("uncaughtException", end);
  process.on("unhandledRejection", end);
}

main().catch((error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(1);
});

/** Failures to start that the operator can do something about say what; anything else shows where it happened. */
const EXPLAINED = ["ConfigError", "DatabaseInUseError", "MigrationError", "SealError"];

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "EADDRINUSE") return "HOST and PORT are in use by another program";
  return EXPLAINED.includes(error.name) ? error.message : (error.stack ?? error.message);
}
