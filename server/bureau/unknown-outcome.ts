import type { BureauBatch } from "#db/ports/delivery-store";
import { parseSubmissionKey } from "#shared/contract/bureau-record";
import { deliverySays } from "./bureau-command";
import type { DeliveryDeps } from "./delivery-deps";
import type { ProvinceMemory } from "./delivery-memory";
import { alarmIsDue } from "./retry-policy";

/** Nobody can say yet what became of the batch. */
export interface InDoubt {
  readonly kind: "IN_DOUBT";
  /** What the bureau asked for; null when it did not say. */
  readonly retryAfterMs: number | null;
}

/** The keys of the batch that the bureau knows, if it says. */
export async function knownKeys(
  deps: DeliveryDeps,
  batch: BureauBatch,
): Promise<{ readonly kind: "KNOWN"; readonly keys: ReadonlySet<string> } | InDoubt> {
  const answer = await deps.gateway.states(batch.submissionKeys);
  if (answer.kind === "DENIED") logDenied(deps, batch);
  if (answer.kind !== "ANSWERED" || answer.value === null) {
    return { kind: "IN_DOUBT", retryAfterMs: answer.kind === "UNKNOWN" ? answer.retryAfterMs : null };
  }
  const { states } = answer.value;
  const known = batch.submissionKeys.filter((key) => Object.hasOwn(states, key) && states[key] !== "UNKNOWN");
  return { kind: "KNOWN", keys: new Set(known) };
}

/** T54, once when the doubt begins and again when it has lasted long enough for a lead to be told. */
export async function markUnknown(
  deps: DeliveryDeps,
  batch: BureauBatch,
  detail: string,
  memory: ProvinceMemory,
): Promise<void> {
  const nowMs = deps.now();
  const lastLookMs = memory.doubtSeenMs;
  memory.doubtSeenMs = nowMs;
  const { provinceCode, dataSequence, attempts } = batch;
  deps.log.warn({ provinceCode, dataSequence, attempts, cause: detail }, "outcome of a batch unknown");
  for (const key of batch.submissionKeys) {
    const orderNo = parseSubmissionKey(key)?.orderNo ?? "";
    const order = await deps.store.load(orderNo);
    if (order?.status !== "SUBMITTING_TO_BUREAU") continue;
    const sinceMs = order.unknownSinceMs;
    if (sinceMs !== null && !alarmIsDue(sinceMs, lastLookMs, nowMs)) continue;
    await deliverySays(deps, orderNo, { type: "outcomeUnknown", detail });
  }
}

export function logDenied(deps: DeliveryDeps, { provinceCode }: BureauBatch): void {
  deps.log.error({ provinceCode }, "the bureau refused our signature");
}
