import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { RuleSetting } from "#shared/domain/rules/engine";
import type { RuleReport } from "#shared/domain/rules/report";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import type { RuleJob, RuleJobAnswer } from "./rule-job";

export interface RuleThread {
  /** Judges the inputs off this thread. Rejects when the thread has died; the next call starts a new one. */
  judge(
    inputs: readonly RuleInput[],
    settings: Readonly<Record<string, RuleSetting>>,
  ): Promise<readonly RuleReport[]>;
  stop(): Promise<void>;
}

interface Waiting {
  readonly resolve: (reports: readonly RuleReport[]) => void;
  readonly reject: (error: Error) => void;
}

/** The thread starts with the first job; only a job under way keeps the process alive. */
export function startRuleThread(): RuleThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let lastId = 0;

  function alive(): Worker {
    if (worker !== null) return worker;
    const started = openThread();
    started.on("message", ({ id, reports }: RuleJobAnswer) => {
      waiting.get(id)?.resolve(reports);
      waiting.delete(id);
      if (waiting.size === 0) started.unref();
    });
    const lost = (error: Error) => {
      if (worker === started) worker = null;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    started.on("error", (error) => lost(error instanceof Error ? error : new Error("rule thread failed")));
    started.on("exit", () => lost(new Error("rule thread ended")));
    worker = started;
    return started;
  }

  return {
    judge: (inputs, settings) =>
      new Promise((resolve, reject) => {
        const job: RuleJob = { id: ++lastId, inputs, settings };
        waiting.set(job.id, { resolve, reject });
        const thread = alive();
        thread.ref();
        thread.postMessage(job);
      }),
    async stop() {
      await worker?.terminate();
    },
  };
}

/** From the sources the thread needs the loader that reads them; in the built program it is a file beside ours. */
function openThread(): Worker {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const source = path.join(here, "thread.ts");
  if (existsSync(source)) return new Worker(source, { execArgv: ["--import", "tsx"] });
  const built = [here, path.dirname(here)].map((folder) => path.join(folder, "rules.js")).find(existsSync);
  if (built === undefined) throw new Error("the program of the rule thread is missing");
  return new Worker(built, { execArgv: [] });
}
