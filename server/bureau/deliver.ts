import type { DeliveryDeps } from "./delivery-deps";
import { pollResults } from "./poll-results";
import { unknownPauseMs } from "./retry-policy";
import { sendNextBatch } from "./send-batch";

/** Memory of one delivery loop: which provinces must wait before the next attempt. Losing it is harmless. */
export type Pauses = Map<string, number>;

/** Batches sent to one province in one turn, so that a long queue cannot starve the others. */
const BATCHES_PER_TURN = 10;

/** One turn over all provinces with something to send or to hear: send, then poll. Provinces do not wait for each other. */
export async function deliver(deps: DeliveryDeps, pauses: Pauses): Promise<boolean> {
  const provinces = await deps.store.activeProvinces();
  await Promise.all(
    provinces.map(async (province) => {
      if (province.queued > 0 || province.unanswered) await sendAll(deps, province.provinceCode, pauses);
      await pollResults(deps, province.provinceCode);
    }),
  );
  return false;
}

async function sendAll(deps: DeliveryDeps, provinceCode: string, pauses: Pauses): Promise<void> {
  if ((pauses.get(provinceCode) ?? 0) > deps.now()) return;
  for (let sent = 0; sent < BATCHES_PER_TURN; sent += 1) {
    const outcome = await sendNextBatch(deps, provinceCode);
    if (outcome.kind === "IDLE") return;
    if (outcome.kind === "UNKNOWN") {
      const pauseMs = outcome.retryAfterMs ?? unknownPauseMs(outcome.attempts, deps.random());
      pauses.set(provinceCode, deps.now() + pauseMs);
      return;
    }
    pauses.delete(provinceCode);
  }
}
