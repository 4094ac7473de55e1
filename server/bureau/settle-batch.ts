import type { BureauBatch } from "#db/ports/delivery-store";
import { MSG_AUTHENTICATION, MSG_OK, MSG_SEQUENCE_GAP } from "#shared/contract/bureau-codes";
import { parseSubmissionKey } from "#shared/contract/bureau-record";
import { bureauSays, deliverySays } from "./bureau-command";
import type { DeliveryDeps } from "./delivery-deps";
import { copyMayArrive, type ProvinceMemory } from "./delivery-memory";
import type { CallOutcome } from "./gateway";
import { pushAgainMs, refusedPauseMs } from "./retry-policy";
import { type InDoubt, knownKeys, logDenied, markUnknown } from "./unknown-outcome";

/**
 * What a turn of sending came to. IN_DOUBT: the batch stays as it is and goes on after a pause that grows. WAIT:
 * this batch is settled, the next one waits.
 */
export type SendOutcome =
  | { readonly kind: "IDLE" }
  | { readonly kind: "SETTLED" }
  | { readonly kind: "WAIT"; readonly pauseMs: number }
  | InDoubt;

/** Between two numbers when the first one turned out wrong: a bureau that always says so is not to be overrun. */
const NEXT_NUMBER_PAUSE_MS = 1_000;

/** Draws the conclusions from one attempt; `batch.attempts` includes it. */
export async function settleAnswer(
  deps: DeliveryDeps,
  batch: BureauBatch,
  outcome: CallOutcome<{ accepted: number }>,
  memory: ProvinceMemory,
): Promise<SendOutcome> {
  switch (outcome.kind) {
    case "UNKNOWN":
      memory.unansweredAtMs = deps.now();
      await markUnknown(deps, batch, outcome.cause, memory);
      return { kind: "IN_DOUBT", retryAfterMs: outcome.retryAfterMs };
    case "DENIED":
      logDenied(deps, batch);
      return settleRefused(deps, batch, MSG_AUTHENTICATION, "SIGNATURE_REFUSED", memory);
    case "ANSWERED":
      if (outcome.msgCode === MSG_OK) return settleAccepted(deps, batch, memory);
      if (outcome.msgCode === MSG_SEQUENCE_GAP) return repairNumber(deps, batch, outcome.missing);
      return settleRefused(deps, batch, outcome.msgCode, `MSG_${outcome.msgCode}`, memory);
  }
}

/**
 * The number is used. Whether by these records only the keys can tell: a number used before (by an attempt that got
 * through, or in a life of this database that a backup does not remember) answers 0 as well, and takes nothing.
 */
async function settleAccepted(
  deps: DeliveryDeps,
  batch: BureauBatch,
  memory: ProvinceMemory,
): Promise<SendOutcome> {
  const known = await knownKeys(deps, batch);
  return known.kind === "KNOWN" ? settleKnown(deps, batch, known.keys, true, memory) : known;
}

/**
 * Ends the batch by what the bureau knows of it. The rest goes out under the next number, keys as before; it leaves
 * the batch before that is closed, or a crash in between would leave it in a batch that nobody looks at any more.
 */
export async function settleKnown(
  deps: DeliveryDeps,
  batch: BureauBatch,
  known: ReadonlySet<string>,
  numberUsed: boolean,
  memory: ProvinceMemory,
): Promise<SendOutcome> {
  const { provinceCode, dataSequence, submissionKeys } = batch;
  // Copies that are still under way will find the number, or every key, taken.
  if (numberUsed) memory.unansweredAtMs = null;
  for (const key of known) {
    const parsed = parseSubmissionKey(key);
    if (parsed === null) continue;
    const { orderNo, submissionNo } = parsed;
    await bureauSays(deps, orderNo, { type: "uploadAccepted", submissionNo }, null);
  }
  const unknown = submissionKeys.filter((key) => !known.has(key));
  await deps.store.requeueSubmissions(unknown);
  await deps.store.closeBatch(provinceCode, dataSequence, numberUsed, MSG_OK);
  if (unknown.length === 0) return { kind: "SETTLED" };
  deps.log.warn(
    { provinceCode, dataSequence, records: unknown.length },
    "records go out under the next number",
  );
  await repairFromLast(deps, provinceCode);
  return { kind: "WAIT", pauseMs: NEXT_NUMBER_PAUSE_MS };
}

/** Code 14: our number is not the one the bureau expects. It says which, or is asked; the records wait for that one. */
async function repairNumber(
  deps: DeliveryDeps,
  batch: BureauBatch,
  missing: number | null,
): Promise<SendOutcome> {
  const { provinceCode, dataSequence } = batch;
  deps.log.warn({ provinceCode, dataSequence, missing }, "the bureau expects another number");
  await deps.store.closeBatch(provinceCode, dataSequence, false, MSG_SEQUENCE_GAP);
  if (missing === null) await repairFromLast(deps, provinceCode);
  else await deps.store.setLastSequence(provinceCode, missing - 1);
  return { kind: "WAIT", pauseMs: NEXT_NUMBER_PAUSE_MS };
}

async function repairFromLast(deps: DeliveryDeps, provinceCode: string): Promise<void> {
  const answer = await deps.gateway.lastSequence(provinceCode);
  if (answer.kind !== "ANSWERED" || answer.value === null) return;
  await deps.store.setLastSequence(provinceCode, answer.value.lastDataSequence);
}

/**
 * The bureau took nothing of this attempt, and had nothing of an earlier one when it was asked before. That is the
 * last word only if none can still arrive: else an order would be free to be withdrawn or pushed anew while the
 * bureau has it. Until then the batch goes on as it is, and each time the keys are asked for first.
 */
async function settleRefused(
  deps: DeliveryDeps,
  batch: BureauBatch,
  msgCode: number,
  detail: string,
  memory: ProvinceMemory,
): Promise<SendOutcome> {
  const { provinceCode, dataSequence, submissionKeys } = batch;
  const nowMs = deps.now();
  if (copyMayArrive(memory, nowMs)) return { kind: "IN_DOUBT", retryAfterMs: null };
  // Closed before the orders go back: a crash in between leaves them in the queue, never in a batch that goes out.
  await deps.store.closeBatch(provinceCode, dataSequence, false, msgCode);
  for (const key of submissionKeys) {
    const submissionNo = parseSubmissionKey(key)?.submissionNo ?? 1;
    const pauseMs = pushAgainMs(msgCode, submissionNo, deps.random());
    await giveBack(deps, key, msgCode, detail, pauseMs === null ? null : nowMs + pauseMs);
  }
  return { kind: "WAIT", pauseMs: refusedPauseMs(deps.random()) };
}

/** T28: back to waiting, to be pushed again at `retryAtMs`, or by a lead when that is null. */
export async function giveBack(
  deps: DeliveryDeps,
  submissionKey: string,
  msgCode: number,
  detail: string,
  retryAtMs: number | null,
): Promise<void> {
  const orderNo = parseSubmissionKey(submissionKey)?.orderNo;
  if (orderNo === undefined) return;
  if (retryAtMs === null) deps.log.error({ submissionKey, msgCode, detail }, "delivery given up");
  await deliverySays(deps, orderNo, { type: "uploadFailed", msgCode, detail, retryAtMs });
}
