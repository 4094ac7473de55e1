import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";

/** A server process of the bench: its address, and the way to end it. */
export interface ChildServer {
  readonly url: string;
  stop(): Promise<void>;
}

const START_WITHIN_MS = 60_000;

/** Starts a bundle with plain Node and waits for the address it prints. */
export async function startChild(
  bundle: string,
  args: string[],
  env: Record<string, string>,
): Promise<ChildServer> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, bundle), ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await addressOf(child);
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const timer = setTimeout(
      () => reject(new Error(`no address within a minute: ${printed}`)),
      START_WITHIN_MS,
    );
    child.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    });
    child.once("exit", (code) => reject(new Error(`ended with ${code}: ${printed}`)));
  });
}
