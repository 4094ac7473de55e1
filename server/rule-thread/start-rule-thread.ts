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

/** A thread and the jobs given to it: one that ends takes only its own with it. */
interface Running {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

/** The thread starts with the first job; only while it has one does it keep the process alive. */
export function startRuleThread(onRuleError: (ruleId: string) => void = () => {}): RuleThread {
  let running: Running | null = null;
  let lastId = 0;

  function alive(): Running {
    if (running !== null) return running;
    const started: Running = { worker: openThread(), waiting: new Map() };
    const { worker, waiting } = started;
    worker.on("message", ({ id, reports, faulty }: RuleJobAnswer) => {
      for (const ruleId of faulty) onRuleError(ruleId);
      waiting.get(id)?.resolve(reports);
      waiting.delete(id);
      if (waiting.size === 0) worker.unref();
    });
    const lost = (error: Error) => {
      if (running === started) running = null;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    worker.on("error", (error) => lost(error instanceof Error ? error : new Error("rule thread failed")));
    worker.on("exit", () => lost(new Error("rule thread ended")));
    running = started;
    return started;
  }

  return {
    judge: (inputs, settings) =>
      new Promise((resolve, reject) => {
        const { worker, waiting } = alive();
        const job: RuleJob = { id: ++lastId, inputs, settings };
        worker.ref();
        worker.postMessage(job);
        waiting.set(job.id, { resolve, reject });
      }),
    async stop() {
      await running?.worker.terminate();
    },
  };
}

/** From the sources the thread begins with the loader that reads them; in the built program it is a file beside ours. */
function openThread(): Worker {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const source = path.join(here, "from-source.mjs");
  if (existsSync(source)) return new Worker(source, { execArgv: [] });
  const built = [here, path.dirname(here)].map((folder) => path.join(folder, "rules.js")).find(existsSync);
  if (built === undefined) throw new Error("the program of the rule thread is missing");
  return new Worker(built, { execArgv: [] });
}
