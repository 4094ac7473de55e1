import {
  addWorkingDays,
  isWorkingDay,
  shanghaiDay,
  shanghaiDayStartMs,
} from "#shared/domain/time/working-calendar";
import type { Rng } from "./generator/random";

const HOUR_MS = 3_600_000;
const HISTORY_DAYS = 10;
/** Share of the orders that came in during the last day and a half, and so are still waiting. */
const RECENT_SHARE = 0.45;

/** Hours at which customers file, Shanghai time: office hours mostly, evenings now and then. */
const HOURS = [9, 9, 10, 10, 10, 11, 11, 13, 14, 14, 15, 15, 15, 16, 16, 17, 19, 20, 21];

/**
 * When `count` orders came in, ascending, all before `nowMs`: spread over the last ten working days, denser towards
 * the present, so that a fresh demo has both a past and a queue.
 */
export function submissionTimes(count: number, nowMs: number, rng: Rng): number[] {
  const today = shanghaiDay(nowMs);
  const lastWorkingDay = isWorkingDay(today) ? today : addWorkingDays(today, -1);
  const times = Array.from({ length: count }, () => {
    const back = rng.chance(RECENT_SHARE) ? rng.int(2) : 2 + rng.int(HISTORY_DAYS - 2);
    const dayStartMs = shanghaiDayStartMs(addWorkingDays(lastWorkingDay, -back));
    const atMs = dayStartMs + rng.pick(HOURS) * HOUR_MS + rng.int(HOUR_MS);
    return atMs < nowMs ? atMs : nowMs - 60_000 - rng.int(6 * HOUR_MS);
  });
  return times.sort((a, b) => a - b);
}
