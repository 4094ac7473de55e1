import { parseSubmissionKey } from "#shared/contract/bureau-record";
import type { BureauResult } from "#shared/contract/bureau-result";
import { bureauSays } from "./bureau-command";
import type { DeliveryDeps } from "./delivery-deps";
import { commandOf } from "./result-command";

/**
 * Fetches the result files of one province and brings each result home, oldest first, because the bureau promises
 * no order. A file is acknowledged when all its results are settled; one with a result that is ahead of its order
 * stays and comes again. A result is applied once however often it comes: its id is the key of the change.
 */
export async function pollResults(deps: DeliveryDeps, provinceCode: string): Promise<number> {
  const answer = await deps.gateway.results(provinceCode);
  if (answer.kind !== "ANSWERED" || answer.value === null) return 0;
  const { files } = answer.value;
  const results = files.flatMap((file) => file.results).sort((a, b) => a.atMs - b.atMs);
  const early = new Set<string>();
  for (const result of results) {
    if (!(await settleResult(deps, result))) early.add(result.resultId);
  }
  let acknowledged = 0;
  for (const file of files) {
    if (file.results.some((result) => early.has(result.resultId))) continue;
    await deps.gateway.acknowledge(file.fileName);
    acknowledged += 1;
  }
  return acknowledged;
}

/** False when the result is ahead of its order and must come again. */
async function settleResult(deps: DeliveryDeps, result: BureauResult): Promise<boolean> {
  const key = parseSubmissionKey(result.submissionKey);
  if (key === null) {
    deps.log.warn({ resultId: result.resultId }, "bureau result with an unreadable key");
    return true;
  }
  const command = commandOf(result, key.submissionNo);
  const change = await bureauSays(deps, key.orderNo, command, result.resultId);
  if (change.kind !== "REFUSED") return true;
  if (change.refusal.code === "BUREAU_EVENT_EARLY") return false;
  deps.log.warn({ resultId: result.resultId, refusal: change.refusal.code }, "bureau result not applied");
  if (change.order !== null) {
    await deps.store.recordBureauNote(result.submissionKey, deps.now(), `${result.kind}_NOT_APPLIED`, {
      resultId: result.resultId,
      refusal: change.refusal.code,
    });
  }
  return true;
}
