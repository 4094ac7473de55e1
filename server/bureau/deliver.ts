import { BUREAU_PROVINCES } from "#shared/contract/bureau-provinces";
import type { DeliveryDeps } from "./delivery-deps";
import type { DeliveryMemory, ProvinceMemory } from "./delivery-memory";
import { pollResults } from "./poll-results";
import { retryAfterOr, silentPauseMs } from "./retry-policy";
import { sendNextBatch } from "./send-batch";

/** Batches sent to one province in one turn, so that a long queue does not put off its results for ever. */
const BATCHES_PER_TURN = 10;
/** Provinces with nothing under way may still hold a file whose acknowledgement was lost, or a stranger's result. */
const IDLE_POLL_MS = 10 * 60_000;
/** Such a province, as long as it has files for us. */
const IDLE_POLL_WITH_FILES_MS = 10_000;
const IDLE_POLL_IN_SILENCE_MS = 60_000;
/** Polls in a row without an answer that are worth a line in the log. */
const SILENCE_TO_REPORT = 3;

/**
 * One turn over the provinces with something to send or to hear: send, then poll. Provinces work side by side; the
 * turn ends with the slowest, and one that does not answer is left alone for a while. True: there is more to send.
 */
export async function deliver(deps: DeliveryDeps, memory: DeliveryMemory): Promise<boolean> {
  const active = await deps.store.activeProvinces();
  const turns = [
    ...active.map((province) => ({
      provinceCode: province.provinceCode,
      sends: province.queued > 0 || province.unanswered,
    })),
    ...idleProvinces(
      deps,
      memory,
      active.map((province) => province.provinceCode),
    ),
  ];
  const ended = await Promise.allSettled(
    turns.map(({ provinceCode, sends }) => serveProvince(deps, memory, provinceCode, sends)),
  );
  const failures = ended.flatMap((turn) => (turn.status === "rejected" ? [turn.reason] : []));
  if (failures.length > 0) throw new AggregateError(failures, messageOf(failures[0]));
  return ended.some((turn) => turn.status === "fulfilled" && turn.value);
}

function idleProvinces(deps: DeliveryDeps, memory: DeliveryMemory, active: readonly string[]) {
  return Object.keys(BUREAU_PROVINCES)
    .filter((code) => !active.includes(code) && memory.of(code).idlePollAtMs <= deps.now())
    .map((provinceCode) => ({ provinceCode, sends: false }));
}

async function serveProvince(
  deps: DeliveryDeps,
  memory: DeliveryMemory,
  provinceCode: string,
  sends: boolean,
): Promise<boolean> {
  const province = memory.of(provinceCode);
  try {
    return sends && (await sendAll(deps, provinceCode, province));
  } finally {
    await poll(deps, memory, provinceCode);
  }
}

async function sendAll(deps: DeliveryDeps, provinceCode: string, memory: ProvinceMemory): Promise<boolean> {
  if (memory.sendAtMs > deps.now()) return false;
  for (let sent = 0; sent < BATCHES_PER_TURN; sent += 1) {
    const outcome = await sendNextBatch(deps, provinceCode, memory);
    if (outcome.kind === "IDLE") return false;
    if (outcome.kind === "IN_DOUBT") {
      memory.silentSends += 1;
      const { retryAfterMs } = outcome;
      memory.sendAtMs =
        deps.now() + retryAfterOr(retryAfterMs, silentPauseMs(memory.silentSends, deps.random()));
      if (retryAfterMs !== null) memory.pollAtMs = memory.sendAtMs;
      return false;
    }
    memory.silentSends = 0;
    if (outcome.kind === "WAIT") {
      memory.sendAtMs = deps.now() + outcome.pauseMs;
      return false;
    }
  }
  return true;
}

async function poll(deps: DeliveryDeps, memory: DeliveryMemory, provinceCode: string): Promise<void> {
  const province = memory.of(provinceCode);
  if (province.pollAtMs > deps.now()) return;
  const outcome = await pollResults(deps, provinceCode, memory);
  if (outcome.kind === "SILENT") {
    province.silentPolls += 1;
    const ownMs = silentPauseMs(province.silentPolls, deps.random());
    province.pollAtMs = deps.now() + retryAfterOr(outcome.retryAfterMs, ownMs);
    if (outcome.retryAfterMs !== null) province.sendAtMs = Math.max(province.sendAtMs, province.pollAtMs);
    province.idlePollAtMs = Math.max(province.pollAtMs, deps.now() + IDLE_POLL_IN_SILENCE_MS);
    if (province.silentPolls === SILENCE_TO_REPORT) deps.log.warn({ provinceCode }, "the bureau is silent");
    return;
  }
  province.silentPolls = 0;
  province.idlePollAtMs = deps.now() + (outcome.files > 0 ? IDLE_POLL_WITH_FILES_MS : IDLE_POLL_MS);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "unknown";
}
