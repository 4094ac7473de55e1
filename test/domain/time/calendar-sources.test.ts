import chineseDays from "chinese-days";
import { afterEach, describe, expect, it, vi } from "vitest";

const DAY_MS = 86_400_000;

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

describe("the two calendar sources", () => {
  it("agree on every day of 2026", async () => {
    const { isWorkingDay } = await import("#shared/domain/time/working-calendar");
    const disagreements: string[] = [];
    for (let noon = new Date(2026, 0, 1, 12); noon.getFullYear() === 2026; noon.setDate(noon.getDate() + 1)) {
      const day = new Date(noon.getTime() - noon.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
      if (chineseDays.isWorkday(new Date(noon)) !== isWorkingDay(day)) disagreements.push(day);
    }
    expect(disagreements).toEqual([]);
  });

  it.each(["America/Los_Angeles", "Asia/Shanghai", "Pacific/Kiritimati", "UTC"])(
    "give the same past days on a machine set to %s",
    async (timeZone) => {
      vi.stubEnv("TZ", timeZone);
      vi.resetModules();
      const { isWorkingDay } = await import("#shared/domain/time/working-calendar");
      const days = Array.from({ length: 365 }, (_, index) =>
        new Date(Date.UTC(2025, 0, 1) + index * DAY_MS).toISOString().slice(0, 10),
      );
      expect(days.filter(isWorkingDay)).toHaveLength(248);
      expect(["2025-01-26", "2025-04-27", "2025-10-11"].map(isWorkingDay)).toEqual([true, true, true]);
      expect(["2025-01-28", "2025-05-05", "2025-10-08"].map(isWorkingDay)).toEqual([false, false, false]);
    },
  );
});
