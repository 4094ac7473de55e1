import { dayNumberAt, formatDay, parseDay, startOfDayMs } from "#shared/domain/time/day-number";

/** What a clock on a wall in Shanghai shows, `YYYY-MM-DD HH:mm`: the words for an instant in forms and addresses. */
const WALL = /^(\d{4}-\d{2}-\d{2}) ([01]\d|2[0-3]):([0-5]\d)$/;
const MINUTE_MS = 60_000;

export function wallText(atMs: number): string {
  const day = dayNumberAt(atMs);
  const minutes = Math.floor((atMs - startOfDayMs(day)) / MINUTE_MS);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${formatDay(day)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The instant (UTC ms) at which the wall clock turns to this; null when the text names none. */
export function wallMs(text: string): number | null {
  const [, day, hours, minutes] = WALL.exec(text) ?? [];
  const dayNumber = day === undefined ? null : parseDay(day);
  if (dayNumber === null) return null;
  return startOfDayMs(dayNumber) + (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
}
