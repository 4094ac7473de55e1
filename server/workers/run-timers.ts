import type { Deps } from "#server/usecases/deps";
import { machineChange } from "#server/usecases/machine-change";

const BATCH = 100;

/** Lets time do what time does: ends holds (T51) and gives up orders nobody came back to (T22, T24). */
export async function runTimers(deps: Deps): Promise<boolean> {
  const due = await deps.store.dueTimers(deps.now(), BATCH);
  for (const { orderNo, status } of due) {
    const type = status === "UNDER_FIRST_REVIEW" ? "holdExpired" : "expire";
    await machineChange(deps, { kind: "SYSTEM", worker: "clock" }, orderNo, { type });
  }
  return due.length === BATCH;
}
