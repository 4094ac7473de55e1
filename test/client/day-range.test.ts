import { describe, expect, it } from "vitest";
import { dayRangeOf, MAX_DAYS } from "../../client/features/insights/day-range";
import { wallMs, wallText } from "../../client/lib/shanghai-wall";

const HOUR_MS = 3_600_000;
/** 2026-11-22 00:00 in Shanghai. */
const MIDNIGHT_MS = Date.UTC(2026, 10, 21, 16);

describe("ranges of Shanghai days", () => {
  it("today begins at midnight in Shanghai, whatever day it is in London", () => {
    expect(dayRangeOf({ range: "today" }, MIDNIGHT_MS)).toEqual({
      name: "today",
      fromDay: "2026-11-22",
      toDay: "2026-11-22",
      fromMs: MIDNIGHT_MS,
      toMs: MIDNIGHT_MS + 24 * HOUR_MS,
    });
    expect(dayRangeOf({ range: "today" }, MIDNIGHT_MS - 1).fromDay).toBe("2026-11-21");
  });

  it("the last seven days end with today and are the default", () => {
    const range = dayRangeOf({}, MIDNIGHT_MS + 15 * HOUR_MS);
    expect(range).toMatchObject({ name: "7d", fromDay: "2026-11-16", toDay: "2026-11-22" });
    expect(range.toMs - range.fromMs).toBe(7 * 24 * HOUR_MS);
    expect(dayRangeOf({ range: "30d" }, MIDNIGHT_MS).fromDay).toBe("2026-10-24");
  });

  it("a custom range holds both its days and stays when the day goes on", () => {
    const choice = { from: "2026-02-14", to: "2026-02-15" };
    const range = dayRangeOf(choice, MIDNIGHT_MS);
    expect(range).toEqual(dayRangeOf(choice, MIDNIGHT_MS + 72 * HOUR_MS));
    expect(range).toMatchObject({ name: null, fromDay: "2026-02-14", toDay: "2026-02-15" });
    expect(range.toMs - range.fromMs).toBe(48 * HOUR_MS);
  });

  it.each([
    ["backwards", { from: "2026-02-15", to: "2026-02-14" }],
    ["half", { from: "2026-02-15" }],
    ["no day of the calendar", { from: "2026-02-30", to: "2026-03-01" }],
    ["too long", { from: "2025-01-01", to: "2026-01-02" }],
  ])("a custom range that is none (%s) reads as the default", (_name, choice) => {
    expect(dayRangeOf(choice, MIDNIGHT_MS).name).toBe("7d");
  });

  it("allows as many days as a year may have", () => {
    const range = dayRangeOf({ from: "2024-01-01", to: "2024-12-31" }, MIDNIGHT_MS);
    expect((range.toMs - range.fromMs) / (24 * HOUR_MS)).toBe(MAX_DAYS);
  });
});

describe("a clock on a wall in Shanghai", () => {
  it("shows an instant and finds it again", () => {
    expect(wallText(MIDNIGHT_MS)).toBe("2026-11-22 00:00");
    expect(wallText(MIDNIGHT_MS - 1)).toBe("2026-11-21 23:59");
    expect(wallMs("2026-11-22 13:05")).toBe(MIDNIGHT_MS + 13 * HOUR_MS + 5 * 60_000);
  });

  it.each(["2026-11-22", "2026-11-22 24:00", "2026-11-31 10:00", "2026-11-22T10:00", ""])(
    "knows no %s",
    (text) => {
      expect(wallMs(text)).toBeNull();
    },
  );
});
