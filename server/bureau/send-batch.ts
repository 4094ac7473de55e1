import type { BureauBatch } from "#db/ports/delivery-store";
import { type BureauRecord, parseSubmissionKey } from "#shared/contract/bureau-record";
import { buildRecord } from "./build-record";
import { bureauSays, deliverySays } from "./bureau-command";
import type { DeliveryDeps } from "./delivery-deps";
import type { CallOutcome } from "./gateway";
import { retryOf } from "./retry-policy";

/**
 * Sends what waits for one province, one batch at a time.
 *
 * | the process dies …                  | then, after the restart                                              |
 * |-------------------------------------|----------------------------------------------------------------------|
 * | before the batch is fixed           | the submissions are still queued and go into the next batch          |
 * | after it is fixed, before the POST  | the same number and records go out for the first time                |
 * | after the POST, before the answer   | they go out again; the bureau gives its first answer, we ask by key  |
 * | after the answer, before the marks  | the same; an order already marked refuses the second mark            |
 *
 * Answers true when something was settled, so that the caller goes on with the next batch at once.
 */
export async function sendNextBatch(deps: DeliveryDeps, provinceCode: string): Promise<SendOutcome> {
  const batch = await batchToSend(deps, provinceCode);
  if (batch === null) return { kind: "IDLE" };
  const records = await recordsOf(deps, batch);
  await deps.store.countBatchAttempt(provinceCode, batch.dataSequence, deps.now());
  const attempts = batch.attempts + 1;
  const outcome = await deps.gateway.submit({ provinceCode, dataSequence: batch.dataSequence, records });
  return settle(deps, { ...batch, attempts }, outcome);
}

export type SendOutcome =
  | { readonly kind: "IDLE" }
  | { readonly kind: "SETTLED" }
  | { readonly kind: "UNKNOWN"; readonly attempts: number; readonly retryAfterMs: number | null };

const RECORDS_PER_BATCH = 100;

async function batchToSend(deps: DeliveryDeps, provinceCode: string): Promise<BureauBatch | null> {
  const unanswered = await deps.store.unansweredBatch(provinceCode);
  if (unanswered !== null) return unanswered;
  const keys = await deps.store.queuedSubmissions(provinceCode, RECORDS_PER_BATCH);
  return keys.length === 0 ? null : deps.store.openBatch(provinceCode, keys, deps.now());
}

async function recordsOf(deps: DeliveryDeps, batch: BureauBatch): Promise<BureauRecord[]> {
  const records = await Promise.all(batch.submissionKeys.map((key) => buildRecord(deps, key)));
  return records.filter((record) => record !== null);
}

async function settle(
  deps: DeliveryDeps,
  batch: BureauBatch,
  outcome: CallOutcome<{ accepted: number }>,
): Promise<SendOutcome> {
  if (outcome.kind === "ANSWERED") return settleAnswer(deps, batch, outcome.msgCode, outcome.missing);
  // A refused signature is definite, unless an earlier attempt may have got through.
  if (outcome.kind === "DENIED" && batch.attempts === 1) {
    deps.log.error({ provinceCode: batch.provinceCode }, "bureau refused our signature");
    await giveUp(deps, batch, 401, null);
    return { kind: "SETTLED" };
  }
  const cause = outcome.kind === "DENIED" ? "DENIED" : outcome.cause;
  if (batch.attempts === 1) {
    for (const orderNo of ordersOf(batch))
      await deliverySays(deps, orderNo, { type: "outcomeUnknown", detail: cause });
  }
  const retryAfterMs = outcome.kind === "UNKNOWN" ? outcome.retryAfterMs : null;
  return { kind: "UNKNOWN", attempts: batch.attempts, retryAfterMs };
}

async function settleAnswer(
  deps: DeliveryDeps,
  batch: BureauBatch,
  msgCode: number,
  missing: number | null,
): Promise<SendOutcome> {
  if (msgCode === 0) return settleAccepted(deps, batch);
  if (msgCode === 14 && missing !== null) {
    // Our number was ahead of or behind the bureau's: take its word, and the records wait for the next batch.
    await deps.store.closeBatch(batch.provinceCode, batch.dataSequence, false, msgCode);
    await deps.store.setLastSequence(batch.provinceCode, missing - 1);
    return { kind: "SETTLED" };
  }
  await giveUp(deps, batch, msgCode, retryOf(msgCode));
  return { kind: "SETTLED" };
}

/** After a repeat the answer says nothing about our records, so each key is asked for (contracts.md §4). */
async function settleAccepted(deps: DeliveryDeps, batch: BureauBatch): Promise<SendOutcome> {
  const known = batch.attempts === 1 ? new Set(batch.submissionKeys) : await knownKeys(deps, batch);
  if (known === null) return { kind: "UNKNOWN", attempts: batch.attempts, retryAfterMs: null };
  for (const key of batch.submissionKeys) {
    const parsed = parseSubmissionKey(key);
    if (parsed === null || !known.has(key)) continue;
    await bureauSays(
      deps,
      parsed.orderNo,
      { type: "uploadAccepted", submissionNo: parsed.submissionNo },
      null,
    );
  }
  await deps.store.closeBatch(batch.provinceCode, batch.dataSequence, true, 0);
  return { kind: "SETTLED" };
}

async function knownKeys(deps: DeliveryDeps, batch: BureauBatch): Promise<Set<string> | null> {
  const answer = await deps.gateway.states(batch.submissionKeys);
  if (answer.kind !== "ANSWERED" || answer.value === null) return null;
  const { states } = answer.value;
  return new Set(
    batch.submissionKeys.filter((key) => Object.hasOwn(states, key) && states[key] !== "UNKNOWN"),
  );
}

/** T28 for every order of the batch: the number was not used, each order goes back and is pushed again when due. */
async function giveUp(
  deps: DeliveryDeps,
  batch: BureauBatch,
  msgCode: number,
  retry: ReturnType<typeof retryOf> | null,
): Promise<void> {
  for (const key of batch.submissionKeys) {
    const parsed = parseSubmissionKey(key);
    if (parsed === null) continue;
    const delayMs = retry === null ? null : retry(parsed.submissionNo, deps.random());
    const retryAtMs = delayMs === null ? null : deps.now() + delayMs;
    await deliverySays(deps, parsed.orderNo, {
      type: "uploadFailed",
      msgCode,
      detail: `MSG_${msgCode}`,
      retryAtMs,
    });
  }
  await deps.store.closeBatch(batch.provinceCode, batch.dataSequence, false, msgCode);
}

function ordersOf(batch: BureauBatch): string[] {
  return batch.submissionKeys.flatMap((key) => parseSubmissionKey(key)?.orderNo ?? []);
}
