import { describe, expect, it } from "vitest";
import { firstReviewDue, preferredReviewerUntil, slaLight } from "#shared/domain/time/sla";

function at(wallClock: string): number {
  return Date.parse(`${wallClock.replace(" ", "T")}:00+08:00`);
}

describe("firstReviewDue", () => {
  it.each([
    ["in hours", "2026-03-02 10:00", "2026-03-04 10:00", false],
    ["at night", "2026-03-02 22:00", "2026-03-04 18:00", false],
    ["before opening", "2026-03-02 06:00", "2026-03-03 18:00", false],
    ["on a Saturday", "2026-03-07 11:00", "2026-03-10 18:00", false],
    ["on a make-up Saturday before the Spring Festival", "2026-02-14 11:00", "2026-02-25 11:00", false],
    ["before National Day", "2026-09-30 16:00", "2026-10-09 16:00", false],
    ["over the end of the known calendar", "2026-12-31 10:00", "2027-01-04 10:00", true],
  ])("%s", (_what, submitted, due, estimated) => {
    expect(firstReviewDue(at(submitted))).toEqual({ dueAtMs: at(due), estimated });
  });
});

describe("preferredReviewerUntil", () => {
  it.each([
    ["2026-03-02 10:00", "2026-03-02 10:30"],
    ["2026-03-02 17:45", "2026-03-03 09:15"],
    ["2026-03-07 12:00", "2026-03-09 09:30"],
  ])("keeps an order submitted at %s until %s", (submitted, until) => {
    expect(preferredReviewerUntil(at(submitted))).toBe(at(until));
  });
});

describe("slaLight", () => {
  const startedAtMs = at("2026-03-06 09:00");
  const dueAtMs = at("2026-03-09 18:00");

  it.each([
    ["2026-03-06 09:00", "GREEN"],
    ["2026-03-06 17:59", "GREEN"],
    ["2026-03-06 18:00", "AMBER"],
    ["2026-03-08 12:00", "AMBER"],
    ["2026-03-09 14:24", "AMBER"],
    ["2026-03-09 14:25", "RED"],
    ["2026-03-09 18:00", "RED"],
    ["2026-03-09 18:01", "BREACHED"],
    ["2026-03-05 12:00", "GREEN"],
  ])("at %s is %s", (now, light) => {
    expect(slaLight({ startedAtMs, dueAtMs, nowMs: at(now) })).toBe(light);
  });

  it("is red, not green, when there was no working time to begin with", () => {
    expect(slaLight({ startedAtMs: dueAtMs, dueAtMs, nowMs: dueAtMs })).toBe("RED");
  });
});
