import path from "node:path";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "./auth/demo-accounts";
import { ConfigError, parseConfig } from "./config";
import { DEMO_INTAKE_SECRET } from "./demo-start";
import { createClientFiles } from "./http/client-files";
import { type RunningApp, startApp } from "./start-app";

/** Everything must be written out within this; a process that hangs longer is ended, and the lease rules help. */
const STOP_WITHIN_MS = 9_000;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The desk as a process: `npm start` runs the bundle of this file. */
async function main(): Promise<void> {
  const config = parseConfig(process.env);
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

main().catch((error: unknown) => {
  const expected = error instanceof ConfigError || (error instanceof Error && isKnown(error.name));
  const reason = error instanceof Error ? (expected ? error.message : error.stack) : String(error);
  process.stderr.write(`${reason ?? "unknown error"}\n`);
  process.exit(1);
});

/** Failures to start that the operator can do something about; their messages say what. */
function isKnown(name: string): boolean {
  return ["DatabaseInUseError", "MigrationError", "SealError"].includes(name);
}
