import { parseSubmissionKey } from "#shared/contract/bureau-record";
import type { BureauResult, BureauResultFile } from "#shared/contract/bureau-result";
import { BUREAU_LIMITS, type BureauEnvelope } from "#shared/contract/bureau-v1";
import { bureauSays } from "./bureau-command";
import type { DeliveryDeps } from "./delivery-deps";
import type { DeliveryMemory } from "./delivery-memory";
import { commandOf } from "./result-command";

/** SILENT: no usable answer; ask again later. */
export type PollOutcome =
  | { readonly kind: "HEARD"; readonly files: number }
  | { readonly kind: "SILENT"; readonly retryAfterMs: number | null };

/** Files asked for in one poll: long opinions can make many files more than an answer may hold. */
const FILES_ASKED = [BUREAU_LIMITS.filesPerPoll, 5, 1] as const;

/**
 * Fetches the result files of one province and brings each result home, oldest first, because the bureau promises
 * no order. A file is acknowledged when all its results are settled; one with a result that is ahead of its order
 * or one we cannot read stays and comes again. A result is applied once however often it comes: its id is the key of the change.
 */
export async function pollResults(
  deps: DeliveryDeps,
  provinceCode: string,
  memory: DeliveryMemory,
): Promise<PollOutcome> {
  const asked = await fetchFiles(deps, provinceCode);
  if (asked.kind === "SILENT") return asked;
  const unsettled = await settleResults(deps, memory, asked.files);
  for (const file of asked.files) {
    if (asked.unreadable.includes(file.fileName)) {
      if (memory.isNews(file.fileName)) {
        deps.log.error({ provinceCode, fileName: file.fileName }, "a bureau result cannot be read");
      }
      continue;
    }
    if (file.results.some((result) => unsettled.has(result.resultId))) continue;
    const answer = await deps.gateway.acknowledge(file.fileName);
    if (answer.kind === "UNKNOWN") return { kind: "SILENT", retryAfterMs: answer.retryAfterMs };
  }
  return { kind: "HEARD", files: asked.files.length };
}

type Fetched =
  | {
      readonly kind: "FILES";
      readonly files: readonly BureauResultFile[];
      readonly unreadable: readonly string[];
    }
  | Extract<PollOutcome, { kind: "SILENT" }>;

async function fetchFiles(deps: DeliveryDeps, provinceCode: string): Promise<Fetched> {
  for (const limit of FILES_ASKED) {
    const answer = await deps.gateway.results(provinceCode, limit);
    if (answer.kind === "UNKNOWN" && answer.cause === "TOO_LARGE") continue;
    if (answer.kind === "UNKNOWN") return { kind: "SILENT", retryAfterMs: answer.retryAfterMs };
    if (answer.kind === "ANSWERED" && answer.value !== null) {
      return { kind: "FILES", ...answer.value };
    }
    const reason: BureauEnvelope["msgCode"] | "DENIED" =
      answer.kind === "ANSWERED" ? answer.msgCode : "DENIED";
    deps.log.warn({ provinceCode, reason }, "the bureau gave no results");
    return { kind: "SILENT", retryAfterMs: null };
  }
  deps.log.error({ provinceCode }, "a single result file is larger than an answer may be");
  return { kind: "SILENT", retryAfterMs: null };
}

/** Ids of the results that must come again. What is early may only have waited for another result of this poll. */
async function settleResults(
  deps: DeliveryDeps,
  memory: DeliveryMemory,
  files: readonly BureauResultFile[],
): Promise<ReadonlySet<string>> {
  const distinct = new Map(files.flatMap((file) => file.results).map((result) => [result.resultId, result]));
  let waiting = [...distinct.values()].sort((a, b) => a.atMs - b.atMs);
  for (;;) {
    const early: BureauResult[] = [];
    for (const result of waiting) {
      if (!(await settled(deps, memory, result))) early.push(result);
    }
    if (early.length === 0 || early.length === waiting.length) {
      return new Set(early.map((result) => result.resultId));
    }
    waiting = early;
  }
}

/** A result that cannot be applied for a fault of ours stays at the bureau and holds up only its own file. */
async function settled(deps: DeliveryDeps, memory: DeliveryMemory, result: BureauResult): Promise<boolean> {
  try {
    return await applyResult(deps, memory, result);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unknown";
    deps.log.error({ resultId: result.resultId, reason }, "a bureau result could not be applied");
    return false;
  }
}

/** False when the result is ahead of its order and must come again. */
async function applyResult(
  deps: DeliveryDeps,
  memory: DeliveryMemory,
  result: BureauResult,
): Promise<boolean> {
  const { resultId, submissionKey } = result;
  const key = parseSubmissionKey(submissionKey);
  if (key === null) {
    if (memory.isNews(resultId)) deps.log.warn({ resultId }, "bureau result with an unreadable key");
    return true;
  }
  const command = commandOf(result, key.submissionNo);
  const change = await bureauSays(deps, key.orderNo, command, resultId);
  if (change.kind !== "REFUSED") return true;
  const refusal = change.refusal.code;
  if (refusal === "BUREAU_EVENT_EARLY") return false;
  if (!memory.isNews(resultId)) return true;
  deps.log.warn({ resultId, submissionKey, refusal }, "bureau result not applied");
  if (change.order !== null) {
    await deps.store.recordBureauNote(submissionKey, deps.now(), `${result.kind}_NOT_APPLIED`, {
      resultId,
      refusal,
    });
  }
  return true;
}
