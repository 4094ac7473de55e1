import { BUREAU_LIMITS } from "#shared/contract/bureau-v1";

/**
 * What a delivery loop remembers between its turns. Losing it costs time, never a record: numbers, records and
 * attempts stand in the store.
 */
export interface DeliveryMemory {
  of(provinceCode: string): ProvinceMemory;
  /** True the first time a result is named here, so that one which comes again and again is reported once. */
  isNews(resultId: string): boolean;
}

export interface ProvinceMemory {
  /** Nothing is sent before this. */
  sendAtMs: number;
  /** Nothing is asked before this: the bureau was silent, or said when to come back. */
  pollAtMs: number;
  /** A province with nothing under way is asked no earlier than this. */
  idlePollAtMs: number;
  /** Turns of sending that got no answer, in a row. */
  silentSends: number;
  /** Polls that got no answer, in a row. */
  silentPolls: number;
  /** Latest attempt whose answer never came. A copy of it may still be on its way; null when there was none. */
  unansweredAtMs: number | null;
  /** When we last looked whether a doubt has lasted long enough for an alarm. */
  doubtSeenMs: number;
}

const UNHEARD: ProvinceMemory = {
  sendAtMs: 0,
  pollAtMs: 0,
  idlePollAtMs: 0,
  silentSends: 0,
  silentPolls: 0,
  unansweredAtMs: null,
  doubtSeenMs: 0,
};

const MOST_REMEMBERED = 10_000;

export function createDeliveryMemory(): DeliveryMemory {
  const provinces = new Map<string, ProvinceMemory>();
  const named = new Set<string>();
  return {
    of(provinceCode) {
      const known = provinces.get(provinceCode);
      if (known !== undefined) return known;
      const fresh = { ...UNHEARD };
      provinces.set(provinceCode, fresh);
      return fresh;
    },
    isNews(resultId) {
      if (named.has(resultId)) return false;
      if (named.size >= MOST_REMEMBERED) named.clear();
      named.add(resultId);
      return true;
    },
  };
}

/**
 * How long a copy of a request may still be taken after we gave it up: its timestamp is accepted for five minutes
 * on a clock that may itself be five minutes behind ours (contracts.md §4), and it took part of a minute to give up.
 */
const COPY_LIVES_MS = 2 * BUREAU_LIMITS.clockSkewMs + 60_000;

/** Whether an earlier attempt of this province may still reach the bureau, so that no refusal is the last word. */
export function copyMayArrive(memory: ProvinceMemory, nowMs: number): boolean {
  return memory.unansweredAtMs !== null && nowMs - memory.unansweredAtMs < COPY_LIVES_MS;
}
