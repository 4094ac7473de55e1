import type { Logger } from "pino";

/** A loop that runs `work` again and again until it is stopped. */
export interface WorkerLoop {
  /** True while the last run ended well, or the first has not ended yet. */
  healthy(): boolean;
  /** Runs again now instead of waiting out the pause. */
  wake(): void;
  /** Resolves when the run under way has ended; no further one starts. */
  stop(): Promise<void>;
}

/**
 * Runs `work` every `pauseMs`, never twice at once; at once again while it answers true ("there is more"). An error
 * is logged and counts as unhealthy; the loop goes on, because the next run may succeed.
 */
export function startLoop(
  name: string,
  pauseMs: number,
  log: Logger,
  work: () => Promise<boolean>,
): WorkerLoop {
  let stopping = false;
  let healthy = true;
  let wakeUp: (() => void) | null = null;

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pauseMs);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async () => {
    while (!stopping) {
      let more = false;
      try {
        more = await work();
        healthy = true;
      } catch (error) {
        healthy = false;
        log.error(
          { worker: name, error: error instanceof Error ? error.message : "unknown" },
          "worker failed",
        );
      }
      if (!more && !stopping) await pause();
    }
  };

  const ended = run();
  return {
    healthy: () => healthy,
    wake: () => wakeUp?.(),
    stop: async () => {
      stopping = true;
      wakeUp?.();
      await ended;
    },
  };
}
