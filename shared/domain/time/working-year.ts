import chineseDays from "chinese-days";
import { CALENDAR_2026 } from "./calendar-2026";
import { DAY_MS, parseDay } from "./day-number";

/** Which days of one year are working days, as running totals, so that a span costs two look-ups. */
export type WorkingYear = {
  readonly year: number;
  /** Day number of 1 January. */
  readonly firstDay: number;
  readonly days: number;
  /** False when no calendar with 调休 is known for the year and the weekday rule stands in for it. */
  readonly announced: boolean;
  /** Entry i = working days before day i of the year; one entry more than the year has days. */
  readonly workedBefore: Uint16Array;
};

/** Orders touch two or three years; the limit only keeps odd dates in documents from piling up tables. */
const MAX_CACHED_YEARS = 64;
const cache = new Map<number, WorkingYear>();

/** The table of a year, built at the first question and kept. */
export function workingYear(year: number): WorkingYear {
  const known = cache.get(year);
  if (known !== undefined) return known;
  if (cache.size >= MAX_CACHED_YEARS) cache.clear();
  const built = buildYear(year);
  cache.set(year, built);
  return built;
}

function buildYear(year: number): WorkingYear {
  const firstDay = Date.UTC(year, 0, 1) / DAY_MS;
  const days = Date.UTC(year + 1, 0, 1) / DAY_MS - firstDay;
  const isWorking = year === CALENDAR_2026.year ? workingIn2026() : workingByLibrary;
  const workedBefore = new Uint16Array(days + 1);
  let worked = 0;
  let announced = false;
  for (let index = 0; index < days; index++) {
    const working = isWorking(firstDay + index);
    // A year without an announcement follows the plain week to the letter, and no announced year does.
    announced ||= working !== isWeekday(firstDay + index);
    worked += working ? 1 : 0;
    workedBefore[index + 1] = worked;
  }
  return { year, firstDay, days, announced, workedBefore };
}

/** Monday to Friday. 1970-01-01, day 0, was a Thursday. */
function isWeekday(dayNumber: number): boolean {
  const fromMonday = (((dayNumber + 3) % 7) + 7) % 7;
  return fromMonday < 5;
}

function workingIn2026(): (dayNumber: number) => boolean {
  const exceptions = new Map<number, boolean>();
  for (const [from, to] of CALENDAR_2026.off) {
    const last = tableDay(to);
    for (let day = tableDay(from); day <= last; day++) exceptions.set(day, false);
  }
  for (const day of CALENDAR_2026.makeUp) exceptions.set(tableDay(day), true);
  return (dayNumber) => exceptions.get(dayNumber) ?? isWeekday(dayNumber);
}

function tableDay(day: string): number {
  const dayNumber = parseDay(day);
  if (dayNumber === null) throw new Error(`calendar table holds no day: ${day}`);
  return dayNumber;
}

/** The library reads dates in the machine's own time zone, so it is asked with local noon, never with a text. */
function workingByLibrary(dayNumber: number): boolean {
  const utc = new Date(dayNumber * DAY_MS);
  return chineseDays.isWorkday(new Date(utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate(), 12));
}
