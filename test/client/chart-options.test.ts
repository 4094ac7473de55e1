import { describe, expect, it } from "vitest";
import { chartSummary, dailyChartOption } from "../../client/features/insights/chart-options";
import { formatShare } from "../../client/features/insights/format-share";

const look = {
  received: "#00f",
  decided: "#0a0",
  text: "#333",
  line: "#ddd",
  surface: "#fff",
  font: "sans-serif",
  receivedName: "Received",
  decidedName: "Decided",
};

function days(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    day: `2026-11-${String(index + 1).padStart(2, "0")}`,
    received: index * 2,
    decided: index,
  }));
}

describe("the daily chart", () => {
  it("shows each day of the range once, in both series", () => {
    const option = dailyChartOption(days(7), look);
    expect(option.xAxis.data).toHaveLength(7);
    expect(option.series.map(({ name, data }) => [name, data])).toEqual([
      ["Received", [0, 2, 4, 6, 8, 10, 12]],
      ["Decided", [0, 1, 2, 3, 4, 5, 6]],
    ]);
  });

  it("tells the series apart without colour, and turns to lines where bars get too thin", () => {
    expect(dailyChartOption(days(7), look).series[1]).toMatchObject({
      type: "bar",
      itemStyle: { decal: {} },
    });
    expect(dailyChartOption(days(90), look).series[1]).toMatchObject({
      type: "line",
      lineStyle: { type: "dashed" },
    });
  });

  it("draws its tooltip on the canvas, where no inline style is needed", () => {
    expect(dailyChartOption(days(1), look).tooltip.renderMode).toBe("richText");
  });

  it("can be summed up for somebody who cannot see it", () => {
    expect(chartSummary(days(3))).toEqual({
      from: "2026-11-01",
      to: "2026-11-03",
      received: 6,
      decided: 3,
      peakDay: "2026-11-03",
      peak: 4,
    });
    expect(chartSummary([])).toMatchObject({ received: 0, peak: 0, peakDay: "" });
  });
});

describe("shares", () => {
  it("are 100 % only when nothing is missing", () => {
    expect(formatShare(1)).toBe("100%");
    expect(formatShare(9_999 / 10_000)).toBe("99.9%");
    expect(formatShare(0.5432)).toBe("54.3%");
    expect(formatShare(0)).toBe("0%");
  });
});
