import type { BureauBatch } from "#db/ports/delivery-store";
import { MSG_OTHER, MSG_TOO_LARGE } from "#shared/contract/bureau-codes";
import type { BureauRecord } from "#shared/contract/bureau-record";
import { EMPTY_BATCH, isTooLarge, MOST_RECORDS, recordBytes, withRecord } from "./batch-plan";
import { buildRecord } from "./build-record";
import type { DeliveryDeps } from "./delivery-deps";
import { copyMayArrive, type ProvinceMemory } from "./delivery-memory";
import { giveBack, type SendOutcome, settleAnswer, settleKnown } from "./settle-batch";
import { knownKeys, markUnknown } from "./unknown-outcome";

/**
 * Sends what waits for one province, one batch at a time. A number goes out with the same records until the bureau
 * has said what became of them; only then is there a next one.
 *
 * | the process dies …                  | then, after the restart                                              |
 * |-------------------------------------|----------------------------------------------------------------------|
 * | before the batch is fixed           | the submissions are still queued and go into the next batch          |
 * | after it is fixed, before the POST  | the same number and records go out, for the first time for all we know |
 * | after the POST, before the answer   | each key is asked for; what is unknown makes the same batch go again |
 * | after the answer, before the marks  | the same; an order already marked refuses the second mark            |
 * | after a refusal, before the returns | the batch is closed, so the submissions wait in the queue, same keys |
 */
export async function sendNextBatch(
  deps: DeliveryDeps,
  provinceCode: string,
  memory: ProvinceMemory,
): Promise<SendOutcome> {
  const unanswered = await deps.store.unansweredBatch(provinceCode);
  if (unanswered !== null) return repeatBatch(deps, unanswered, memory);
  const records = await planBatch(deps, provinceCode);
  if (records.length === 0) return { kind: "IDLE" };
  const keys = records.map((record) => record.submissionKey);
  const batch = await deps.store.openBatch(provinceCode, keys, deps.now());
  return sendBatch(deps, batch, records, memory);
}

/** The records of the next batch. One that cannot be sent at all goes back, so that it holds up nobody. */
async function planBatch(deps: DeliveryDeps, provinceCode: string): Promise<BureauRecord[]> {
  const records: BureauRecord[] = [];
  let size = EMPTY_BATCH;
  for (const key of await deps.store.queuedSubmissions(provinceCode, MOST_RECORDS)) {
    const record = await builtOrNull(deps, key, deps.now());
    if (record === null) {
      await giveBack(deps, key, MSG_OTHER, "RECORD_NOT_BUILT", null);
      continue;
    }
    const bytes = recordBytes(record);
    if (isTooLarge(bytes)) {
      await giveBack(deps, key, MSG_TOO_LARGE, "RECORD_TOO_LARGE", null);
      continue;
    }
    const grown = withRecord(size, bytes);
    if (grown === null) break;
    size = grown;
    records.push(record);
  }
  return records;
}

async function builtOrNull(
  deps: DeliveryDeps,
  submissionKey: string,
  fixedAtMs: number,
): Promise<BureauRecord | null> {
  try {
    return await buildRecord(deps, submissionKey, fixedAtMs);
  } catch (error) {
    const reason = error instanceof Error ? error.name : "unknown";
    deps.log.error({ submissionKey, reason }, "a record could not be built");
    return null;
  }
}

/** Asks by key before anything is repeated: most often the first attempt did get through. */
async function repeatBatch(
  deps: DeliveryDeps,
  batch: BureauBatch,
  memory: ProvinceMemory,
): Promise<SendOutcome> {
  if (batch.attempts > 0) {
    // An attempt of an earlier process: nobody knows when it was made.
    memory.unansweredAtMs ??= deps.now();
    const known = await knownKeys(deps, batch);
    if (known.kind !== "KNOWN") {
      await markUnknown(deps, batch, "NOT_ANSWERED", memory);
      return known;
    }
    // A batch is taken as a whole: with only some keys known, those came by another number, and this one is free.
    const all = known.keys.size === batch.submissionKeys.length;
    if (known.keys.size > 0) return settleKnown(deps, batch, known.keys, all, memory);
  }
  const records: BureauRecord[] = [];
  for (const key of batch.submissionKeys) {
    const record = await builtOrNull(deps, key, batch.createdAtMs);
    if (record === null) return withoutRecords(deps, batch, memory);
    records.push(record);
  }
  return sendBatch(deps, batch, records, memory);
}

/** The batch can no longer be repeated as it was. It is taken apart as soon as no earlier copy of it can arrive. */
async function withoutRecords(
  deps: DeliveryDeps,
  batch: BureauBatch,
  memory: ProvinceMemory,
): Promise<SendOutcome> {
  if (copyMayArrive(memory, deps.now())) return { kind: "IN_DOUBT", retryAfterMs: null };
  await deps.store.closeBatch(batch.provinceCode, batch.dataSequence, false, MSG_OTHER);
  return { kind: "SETTLED" };
}

async function sendBatch(
  deps: DeliveryDeps,
  batch: BureauBatch,
  records: readonly BureauRecord[],
  memory: ProvinceMemory,
): Promise<SendOutcome> {
  const { provinceCode, dataSequence } = batch;
  await deps.store.countBatchAttempt(provinceCode, dataSequence, deps.now());
  const outcome = await deps.gateway.submit({ provinceCode, dataSequence, records });
  return settleAnswer(deps, { ...batch, attempts: batch.attempts + 1 }, outcome, memory);
}
