/**
 * Calendar days as integers: days since 1970-01-01 in Asia/Shanghai, which is UTC+8 without summer time.
 * All calendar arithmetic runs on these numbers, so neither the machine's time zone nor its Intl data matter.
 */

export const DAY_MS = 86_400_000;
export const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Day number of a `YYYY-MM-DD` text; null when the text is no day of the calendar (`2026-02-30`). */
export function parseDay(day: string): number | null {
  const parts = DAY_PATTERN.exec(day);
  if (parts === null) return null;
  const dayNumber = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / DAY_MS;
  return formatDay(dayNumber) === day ? dayNumber : null;
}

/** `YYYY-MM-DD` of a day number within the years 0000 to 9999. */
export function formatDay(dayNumber: number): string {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
}

/** Calendar year of a day number. */
export function yearOf(dayNumber: number): number {
  return new Date(dayNumber * DAY_MS).getUTCFullYear();
}

/** Day number of the Shanghai day that holds the instant (UTC ms). */
export function dayNumberAt(atMs: number): number {
  return Math.floor((atMs + SHANGHAI_OFFSET_MS) / DAY_MS);
}

/** The instant (UTC ms) at which the Shanghai day begins. */
export function startOfDayMs(dayNumber: number): number {
  return dayNumber * DAY_MS - SHANGHAI_OFFSET_MS;
}
