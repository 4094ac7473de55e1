import type { Deps } from "#server/usecases/deps";
import type { Actor } from "#shared/domain/order/actor";
import { decide } from "#shared/domain/order/decide";

const BATCH = 100;
const CLOCK: Actor = { kind: "SYSTEM", worker: "clock" };

/** Lets time do what time does: ends holds (T51) and gives up orders nobody came back to (T22, T24). */
export async function runTimers(deps: Deps): Promise<boolean> {
  const due = await deps.store.dueTimers(deps.now(), BATCH);
  for (const { orderNo, status } of due) {
    const nowMs = deps.now();
    const type = status === "UNDER_FIRST_REVIEW" ? "holdExpired" : "expire";
    await deps.store.change(
      { target: { orderNo }, actor: CLOCK, nowMs, lookup: {}, once: null },
      (order, facts) =>
        decide(
          order,
          { type },
          {
            actor: CLOCK,
            nowMs,
            settings: deps.settings,
            facts,
            expectedVersion: null,
            expectedFindingsVersion: null,
          },
        ),
    );
  }
  return due.length === BATCH;
}
