import type { Deps } from "#server/usecases/deps";
import { machineChange } from "#server/usecases/machine-change";

const BATCH = 100;

/** Lets time do what time does: ends holds (T51) and gives up orders nobody came back to (T22, T24). */
export async function runTimers(deps: Deps): Promise<boolean> {
  const due = await deps.store.dueTimers(deps.now(), BATCH);
  let changed = 0;
  for (const { orderNo, status } of due) {
    const type = status === "UNDER_FIRST_REVIEW" ? "holdExpired" : "expire";
    const result = await machineChange(deps, { kind: "SYSTEM", worker: "clock" }, orderNo, { type });
    if (result.kind === "CHANGED") changed += 1;
  }
  // Orders that refuse stay due; going on at once with only those would never end.
  return due.length === BATCH && changed > 0;
}
