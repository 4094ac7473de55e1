/// <reference types="vite/types/importMeta.d.ts" />
import path from "node:path";
import type { RequestHandler } from "express";
import type { Logger } from "pino";
import type { Config } from "../config";

/** What the embedded simulator gives; declared here because nothing but this door may know its folder. */
export interface EmbeddedSimulator {
  /** Serves `/bureau/v1/…`. */
  readonly app: RequestHandler;
  stop(): Promise<void>;
}

interface SimulatorModule {
  createBureauSimulator(options: {
    readonly secret: string;
    readonly provider: string;
    readonly clockFactor: number;
    readonly seed: string;
    readonly profile: "none" | "demo";
    readonly nowMs: () => number;
    readonly journalPath: string;
    readonly exposeControl: boolean;
    readonly logger: { error(fields: Record<string, unknown>, message: string): void };
  }): Promise<EmbeddedSimulator>;
}

/** Empty when the folder was taken out of the house: the product then needs a `BUREAU_URL`, and nothing else. */
const FOUND = import.meta.glob<SimulatorModule>("../bureau-simulator/create-bureau-simulator.ts");

/** The simulated bureau inside this process, keeping its memory in the data directory; null where there is none. */
export async function embedSimulator(config: Config, log: Logger): Promise<EmbeddedSimulator | null> {
  const [load] = Object.values(FOUND);
  if (load === undefined) return null;
  const { createBureauSimulator } = await load();
  return createBureauSimulator({
    secret: config.bureauSecret,
    provider: "demo-provider",
    clockFactor: config.bureauClock,
    seed: "demo",
    profile: config.demo ? "demo" : "none",
    nowMs: Date.now,
    journalPath: path.join(config.dataDir, "bureau.journal"),
    exposeControl: config.demo,
    logger: { error: (fields, message) => log.error(fields, message) },
  });
}
