import { shanghaiDay } from "#shared/domain/time/working-calendar";
import type { RuleThread } from "../rule-thread/start-rule-thread";
import type { Deps } from "../usecases/deps";
import { recheckQueue } from "../usecases/recheck-queue";
import { pause } from "./pause";
import { startLoop, type WorkerLoop } from "./worker-loop";

/** How soon an edited rule begins to be applied to the orders that wait. */
const PAUSE_MS = 2_000;
/** With the same rules on the same day only an order that a crash left without findings can need a check. */
const LOOK_AGAIN_MS = 5 * 60_000;

/**
 * Keeps the findings of the whole queue those of the rules in force. It works at most half of the time, because the
 * people at the desk come first, and once all is checked it looks again when the rules or the day have changed.
 */
export function startRecheckLoop(deps: Deps, thread: RuleThread): WorkerLoop {
  let stopping = false;
  let settled = { by: "", atMs: 0 };
  const pace = { rest: pause, stopping: () => stopping };
  const loop = startLoop("rules", PAUSE_MS, deps.log, async () => {
    const nowMs = deps.now();
    const by = `${shanghaiDay(nowMs)} ${await deps.store.ruleConfigRevision()}`;
    if (settled.by === by && nowMs - settled.atMs < LOOK_AGAIN_MS) return false;
    const more = await recheckQueue(deps, thread, pace);
    if (!more) settled = { by, atMs: nowMs };
    return more && !stopping;
  });
  return {
    ...loop,
    stop: async () => {
      stopping = true;
      await loop.stop();
    },
  };
}
