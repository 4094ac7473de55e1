import { dayNumberAt, formatDay, parseDay, startOfDayMs } from "#shared/domain/time/day-number";

/** Ranges of whole days in Shanghai. A named one moves on with the day; a custom one stays. */
export const RANGE_NAMES = ["today", "7d", "30d"] as const;
export type RangeName = (typeof RANGE_NAMES)[number];

export interface RangeChoice {
  range?: RangeName | undefined;
  /** First and last day of a custom range, `YYYY-MM-DD`, both included. */
  from?: string | undefined;
  to?: string | undefined;
}

export interface DayRange {
  /** null: a custom range. */
  name: RangeName | null;
  fromDay: string;
  toDay: string;
  /** From the first instant of the first day up to, not including, the first instant after the last day. */
  fromMs: number;
  toMs: number;
}

const DAYS: Readonly<Record<RangeName, number>> = { today: 1, "7d": 7, "30d": 30 };
export const DEFAULT_RANGE: RangeName = "7d";
/** Longer ranges would make a chart of more days than anybody reads. */
export const MAX_DAYS = 366;

/** The days that are meant. A custom range that is no range (unreadable, backwards, too long) reads as the default. */
export function dayRangeOf(choice: RangeChoice, nowMs: number): DayRange {
  const custom = customDays(choice);
  if (custom !== null) return rangeOfDays(null, custom.from, custom.to);
  const name = choice.range ?? DEFAULT_RANGE;
  const today = dayNumberAt(nowMs);
  return rangeOfDays(name, today - DAYS[name] + 1, today);
}

function customDays({ from, to }: RangeChoice): { from: number; to: number } | null {
  const first = from === undefined ? null : parseDay(from);
  const last = to === undefined ? null : parseDay(to);
  if (first === null || last === null || last < first || last - first >= MAX_DAYS) return null;
  return { from: first, to: last };
}

function rangeOfDays(name: RangeName | null, first: number, last: number): DayRange {
  return {
    name,
    fromDay: formatDay(first),
    toDay: formatDay(last),
    fromMs: startOfDayMs(first),
    toMs: startOfDayMs(last + 1),
  };
}
