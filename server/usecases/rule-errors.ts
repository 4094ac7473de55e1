import type { Deps } from "./deps";

/** Writes down that a rule threw: its number and the kind of error, never what the order holds. */
export function ruleErrorLog({ log }: Pick<Deps, "log">): (ruleId: string, error?: unknown) => void {
  return (ruleId, error) => {
    log.error({ ruleId, error: error instanceof Error ? error.name : "unknown" }, "a rule failed");
  };
}
