import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addWorkingDays,
  addWorkingMinutes,
  calendarAnnounced,
  isCalendarDay,
  isWorkingDay,
  shanghaiDay,
  shanghaiDayStartMs,
  WORKING_DAY_MINUTES,
  workingMinutesBetween,
} from "#shared/domain/time/working-calendar";

const DAY_MS = 86_400_000;

/** Instant of a Shanghai wall-clock time, `2026-02-13 17:30`. */
function at(wallClock: string): number {
  return Date.parse(`${wallClock.replace(" ", "T")}:00+08:00`);
}

function daysOf(year: number): string[] {
  const first = Date.UTC(year, 0, 1);
  const count = (Date.UTC(year + 1, 0, 1) - first) / DAY_MS;
  return Array.from({ length: count }, (_, index) =>
    new Date(first + index * DAY_MS).toISOString().slice(0, 10),
  );
}

describe("working days", () => {
  it.each([
    ["2026-01-01", false],
    ["2026-01-04", true],
    ["2026-02-13", true],
    ["2026-02-14", true],
    ["2026-02-16", false],
    ["2026-02-23", false],
    ["2026-02-28", true],
    ["2026-05-05", false],
    ["2026-05-09", true],
    ["2026-09-20", true],
    ["2026-10-07", false],
    ["2026-10-10", true],
    ["2026-10-11", false],
    ["2025-01-26", true],
    ["2025-01-31", false],
    ["2025-10-11", true],
    ["2024-02-18", true],
    ["2024-10-01", false],
    ["2027-10-01", true],
    ["2027-10-02", false],
  ])("%s is a working day: %s", (day, working) => {
    expect(isWorkingDay(day)).toBe(working);
  });

  it("counts the months of 2026 as domain.md §10 does", () => {
    const months = Array.from({ length: 12 }, () => 0);
    for (const day of daysOf(2026).filter(isWorkingDay)) {
      const month = Number(day.slice(5, 7)) - 1;
      months[month] = (months[month] ?? 0) + 1;
    }
    expect(months).toEqual([21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]);
  });

  it.each([
    [2003, false],
    [2004, true],
    [2020, true],
    [2025, true],
    [2026, true],
    [2027, false],
    [2040, false],
  ])("knows whether the calendar of %i was announced: %s", (year, announced) => {
    expect(calendarAnnounced(year)).toBe(announced);
  });

  it.each([
    ["2026-02-29", false],
    ["2024-02-29", true],
    ["2026-13-01", false],
    ["2026-1-1", false],
    ["", false],
    ["9999-99-99", false],
  ])("%s exists: %s", (day, exists) => {
    expect(isCalendarDay(day)).toBe(exists);
  });

  it("refuses to count from a day that does not exist", () => {
    expect(() => isWorkingDay("2026-02-30")).toThrow(RangeError);
    expect(() => addWorkingDays("nonsense", 1)).toThrow(RangeError);
    expect(() => addWorkingDays("2026-01-01", Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});

describe("addWorkingDays", () => {
  it.each([
    ["2026-02-13", 2, "2026-02-24"],
    ["2026-02-14", 2, "2026-02-25"],
    ["2026-09-30", 1, "2026-10-08"],
    ["2026-04-03", 20, "2026-05-07"],
    ["2026-02-24", -2, "2026-02-13"],
    ["2026-02-17", 0, "2026-02-17"],
    ["2025-12-31", 1, "2026-01-04"],
    ["2026-12-31", 1, "2027-01-01"],
  ])("%s + %i = %s", (day, n, expected) => {
    expect(addWorkingDays(day, n)).toBe(expected);
  });

  it("lands on a working day with exactly n working days on the way", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...daysOf(2025), ...daysOf(2026)),
        fc.integer({ min: 1, max: 60 }),
        (day, n) => {
          const due = addWorkingDays(day, n);
          const between = [...daysOf(2025), ...daysOf(2026), ...daysOf(2027)].filter(
            (d) => d > day && d <= due,
          );
          expect(isWorkingDay(due)).toBe(true);
          expect(between.filter(isWorkingDay)).toHaveLength(n);
        },
      ),
    );
  });
});

describe("the working clock", () => {
  it.each([
    ["in the morning", "2026-03-02 10:00", 30, "2026-03-02 10:30", false],
    ["before opening", "2026-03-02 07:00", 30, "2026-03-02 09:30", false],
    ["after close", "2026-03-02 18:00", 30, "2026-03-03 09:30", false],
    ["one whole day ends at close", "2026-03-02 09:00", 540, "2026-03-02 18:00", false],
    ["one minute more spills over", "2026-03-02 09:00", 541, "2026-03-03 09:01", false],
    ["over a weekend", "2026-03-06 17:30", 60, "2026-03-09 09:30", false],
    [
      "over the Spring Festival with its make-up Saturday",
      "2026-02-13 17:00",
      1080,
      "2026-02-24 17:00",
      false,
    ],
    ["on a day off", "2026-10-03 12:00", 1, "2026-10-08 09:01", false],
    ["nothing, inside hours", "2026-03-02 10:00", 0, "2026-03-02 10:00", false],
    ["nothing, at close", "2026-03-02 18:00", 0, "2026-03-03 09:00", false],
    ["nothing, outside hours", "2026-03-07 10:00", 0, "2026-03-09 09:00", false],
    ["to the end of the known year", "2026-12-31 09:00", 540, "2026-12-31 18:00", false],
    ["into a year not announced", "2026-12-31 17:59", 2, "2027-01-01 09:01", true],
    ["inside a year not announced", "2027-06-01 10:00", 10, "2027-06-01 10:10", true],
  ])("%s: %s + %i min", (_what, from, minutes, to, estimated) => {
    expect(addWorkingMinutes(at(from), minutes)).toEqual({ atMs: at(to), estimated });
  });

  it.each([
    ["2026-03-02 10:00", "2026-03-02 10:30", 30],
    ["2026-03-02 10:00", "2026-03-03 10:00", 540],
    ["2026-03-06 17:30", "2026-03-09 09:30", 60],
    ["2026-02-14 18:00", "2026-02-24 09:00", 0],
    ["2025-01-01 00:00", "2026-01-01 00:00", 248 * 540],
    ["2026-01-01 00:00", "2027-01-01 00:00", 248 * 540],
    ["2026-03-03 10:00", "2026-03-02 10:00", 0],
  ])("from %s to %s there are %i working minutes", (from, to, minutes) => {
    expect(workingMinutesBetween(at(from), at(to))).toBe(minutes);
  });

  const instants = fc.integer({ min: at("2024-12-01 00:00"), max: at("2027-02-01 00:00") });

  it("adds exactly what it then measures", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 20_000 }), (fromMs, minutes) => {
        const due = addWorkingMinutes(fromMs, minutes).atMs;
        expect(workingMinutesBetween(fromMs, due)).toBeCloseTo(minutes, 6);
        expect(due).toBeGreaterThanOrEqual(fromMs);
      }),
    );
  });

  it("measures a span as the sum of its parts", () => {
    fc.assert(
      fc.property(fc.tuple(instants, instants, instants), (unsorted) => {
        const [a = 0, b = 0, c = 0] = unsorted.toSorted((x, y) => x - y);
        expect(workingMinutesBetween(a, b) + workingMinutesBetween(b, c)).toBeCloseTo(
          workingMinutesBetween(a, c),
          6,
        );
      }),
    );
  });

  it("ends inside working hours of a working day", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 5_000 }), (fromMs, minutes) => {
        const due = addWorkingMinutes(fromMs, minutes).atMs;
        const minuteOfDay = (due - shanghaiDayStartMs(shanghaiDay(due))) / 60_000;
        expect(isWorkingDay(shanghaiDay(due))).toBe(true);
        expect(minuteOfDay).toBeGreaterThan(540);
        expect(minuteOfDay).toBeLessThanOrEqual(540 + WORKING_DAY_MINUTES);
      }),
    );
  });

  it("refuses a span that cannot end", () => {
    expect(() => addWorkingMinutes(Number.NaN, 1)).toThrow(RangeError);
    expect(() => addWorkingMinutes(0, -1)).toThrow(RangeError);
    expect(() => addWorkingMinutes(0, Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});

describe("Shanghai days", () => {
  it.each([
    ["2026-03-01T15:59:59.999Z", "2026-03-01"],
    ["2026-03-01T16:00:00.000Z", "2026-03-02"],
    ["1969-12-31T16:00:00.000Z", "1970-01-01"],
    ["1969-12-31T15:59:59.999Z", "1969-12-31"],
  ])("%s lies on %s", (instant, day) => {
    expect(shanghaiDay(Date.parse(instant))).toBe(day);
  });

  it("starts a day at 16:00 UTC of the day before", () => {
    expect(shanghaiDayStartMs("2026-03-02")).toBe(Date.parse("2026-03-01T16:00:00.000Z"));
  });
});
