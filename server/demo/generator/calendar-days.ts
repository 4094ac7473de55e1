/** Calendar dates as `YYYY-MM-DD` texts, counted without a time zone: day 0 is 1970-01-01. */
const DAY_MS = 86_400_000;
/** China keeps UTC+8 all year. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Number of the civil day in Shanghai at the instant `ms`. */
export function shanghaiDay(ms: number): number {
  return Math.floor((ms + SHANGHAI_OFFSET_MS) / DAY_MS);
}

export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function dayOfDate(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

/** The same calendar date `years` later; 29 February becomes 28 February in a common year. */
export function yearsLater(date: string, years: number): string {
  const year = String(Number(date.slice(0, 4)) + years);
  const rest = date.slice(4);
  return rest === "-02-29" && !isLeap(Number(year)) ? `${year}-02-28` : year + rest;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** A date as it is printed on Chinese documents: `2021年3月9日`. */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}
