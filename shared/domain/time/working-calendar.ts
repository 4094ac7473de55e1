import { dayNumberAt, formatDay, parseDay, startOfDayMs, yearOf } from "./day-number";
import { workingYear } from "./working-year";

/** Opening of a working day, minutes after midnight in Shanghai: 09:00. */
export const OPENING_MINUTE = 9 * 60;
/** Close of a working day, minutes after midnight in Shanghai: 18:00. */
export const CLOSING_MINUTE = 18 * 60;
/** Working minutes of one working day. */
export const WORKING_DAY_MINUTES = CLOSING_MINUTE - OPENING_MINUTE;

const MINUTE_MS = 60_000;
const OPENING_MS = OPENING_MINUTE * MINUTE_MS;
const WORKING_DAY_MS = WORKING_DAY_MINUTES * MINUTE_MS;

/**
 * The Chinese working calendar with 调休 (domain.md §10). Days are `YYYY-MM-DD` in Asia/Shanghai, instants UTC ms.
 * Texts that are no day of the calendar throw a RangeError: dates out of a document pass `isCalendarDay` first.
 */

/** Whether the text names a day that exists. */
export function isCalendarDay(day: string): boolean {
  return parseDay(day) !== null;
}

/** Whether the year's days off are officially known; otherwise the weekday rule answers and the date is a guess. */
export function calendarAnnounced(year: number): boolean {
  return workingYear(year).announced;
}

/** Whether people work on that day: make-up Saturdays and Sundays included, days off excluded. */
export function isWorkingDay(day: string): boolean {
  return worksOn(dayNumberOf(day));
}

/**
 * The n-th working day after `day`; the day itself never counts, whether worked or not. A negative n counts
 * backwards, 0 answers the day itself.
 */
export function addWorkingDays(day: string, n: number): string {
  if (!Number.isSafeInteger(n)) throw new RangeError("working days must be a whole number");
  const step = n < 0 ? -1 : 1;
  let dayNumber = dayNumberOf(day);
  for (let left = Math.abs(n); left > 0; left--) dayNumber = workingDayBeyond(dayNumber, step);
  return formatDay(dayNumber);
}

/** The day in Shanghai at that instant. */
export function shanghaiDay(atMs: number): string {
  return formatDay(dayNumberAt(atMs));
}

/** The instant at which that day begins in Shanghai. */
export function shanghaiDayStartMs(day: string): number {
  return startOfDayMs(dayNumberOf(day));
}

/** An instant on the working clock; `estimated` when a year without an announced calendar lies on the way. */
export type WorkingInstant = { readonly atMs: number; readonly estimated: boolean };

/**
 * The instant at which `minutes` (≥ 0) of working time have passed since `atMs`. A start outside working hours
 * counts from the next opening; a span that ends with a day ends at 18:00, not at the next opening.
 */
export function addWorkingMinutes(atMs: number, minutes: number): WorkingInstant {
  if (!Number.isFinite(atMs) || !Number.isFinite(minutes) || minutes < 0) {
    throw new RangeError("working minutes must be finite and not negative, counted from a finite instant");
  }
  const startDay = dayNumberAt(atMs);
  const sinceOpeningMs = atMs - startOfDayMs(startDay) - OPENING_MS;
  const open = worksOn(startDay) && sinceOpeningMs < WORKING_DAY_MS;
  let day = open ? startDay : workingDayBeyond(startDay, 1);
  let elapsedMs = (open ? Math.max(0, sinceOpeningMs) : 0) + Math.round(minutes * MINUTE_MS);
  while (elapsedMs > WORKING_DAY_MS) {
    elapsedMs -= WORKING_DAY_MS;
    day = workingDayBeyond(day, 1);
  }
  return { atMs: startOfDayMs(day) + OPENING_MS + elapsedMs, estimated: !announcedThrough(startDay, day) };
}

/** Working minutes that pass from one instant to a later one, fractions included; 0 when `toMs` is not later. */
export function workingMinutesBetween(fromMs: number, toMs: number): number {
  if (toMs <= fromMs) return 0;
  const wholeDaysMs = workingDaysFrom(dayNumberAt(fromMs), dayNumberAt(toMs)) * WORKING_DAY_MS;
  return (wholeDaysMs + workedOnDayMs(toMs) - workedOnDayMs(fromMs)) / MINUTE_MS;
}

/** Working time of the instant's own day that has passed by then. */
function workedOnDayMs(atMs: number): number {
  const day = dayNumberAt(atMs);
  if (!worksOn(day)) return 0;
  return Math.min(Math.max(atMs - startOfDayMs(day) - OPENING_MS, 0), WORKING_DAY_MS);
}

/** Working days of `fromDay` up to, not including, `toDay`. */
function workingDaysFrom(fromDay: number, toDay: number): number {
  let total = 0;
  for (let year = yearOf(fromDay); year <= yearOf(toDay); year++) {
    const table = workingYear(year);
    const from = Math.max(fromDay - table.firstDay, 0);
    const to = Math.min(toDay - table.firstDay, table.days);
    total += (table.workedBefore[to] ?? 0) - (table.workedBefore[from] ?? 0);
  }
  return total;
}

function worksOn(dayNumber: number): boolean {
  const table = workingYear(yearOf(dayNumber));
  const index = dayNumber - table.firstDay;
  return table.workedBefore[index + 1] !== table.workedBefore[index];
}

function workingDayBeyond(dayNumber: number, step: 1 | -1): number {
  let day = dayNumber + step;
  while (!worksOn(day)) day += step;
  return day;
}

function announcedThrough(fromDay: number, toDay: number): boolean {
  for (let year = yearOf(fromDay); year <= yearOf(toDay); year++) {
    if (!workingYear(year).announced) return false;
  }
  return true;
}

function dayNumberOf(day: string): number {
  const dayNumber = parseDay(day);
  if (dayNumber === null) throw new RangeError("not a calendar day in the form YYYY-MM-DD");
  return dayNumber;
}
