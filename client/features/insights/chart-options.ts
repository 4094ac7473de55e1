import type { InsightsOverview } from "#shared/contract/staff-insights";

type Daily = InsightsOverview["daily"];

export interface ChartLook {
  received: string;
  decided: string;
  text: string;
  line: string;
  surface: string;
  font: string;
  receivedName: string;
  decidedName: string;
}

/** Beyond this many days bars are too thin to click, and lines read better. */
const MOST_BARS = 62;

/**
 * Options of the daily chart. The tooltip is drawn on the canvas: one made of HTML would need inline styles, which
 * the content security policy forbids.
 */
export function dailyChartOption(daily: Daily, look: ChartLook) {
  const type = daily.length > MOST_BARS ? ("line" as const) : ("bar" as const);
  const axisLabel = { color: look.text };
  return {
    animation: false,
    aria: { enabled: false },
    color: [look.received, look.decided],
    textStyle: { fontFamily: look.font },
    grid: { left: 8, right: 12, top: 36, bottom: 4, containLabel: true },
    legend: { top: 0, right: 8, textStyle: { color: look.text }, itemWidth: 14, itemHeight: 10 },
    tooltip: {
      trigger: "axis" as const,
      renderMode: "richText" as const,
      backgroundColor: look.surface,
      borderColor: look.line,
      textStyle: { color: look.text, fontFamily: look.font },
    },
    xAxis: {
      type: "category" as const,
      data: daily.map(({ day }) => day),
      axisLabel: { ...axisLabel, formatter: (day: string) => day.slice(5), hideOverlap: true },
      axisLine: { lineStyle: { color: look.line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: "value" as const,
      minInterval: 1,
      axisLabel,
      splitLine: { lineStyle: { color: look.line } },
    },
    series: [
      { name: look.receivedName, type, data: daily.map(({ received }) => received), barMaxWidth: 28 },
      // Stripes, because colour alone must not tell the two apart.
      {
        name: look.decidedName,
        type,
        data: daily.map(({ decided }) => decided),
        barMaxWidth: 28,
        itemStyle: {
          decal: { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: Math.PI / 4 },
        },
        lineStyle: { type: "dashed" as const },
      },
    ],
  };
}

/** What the chart shows, in figures, for somebody who cannot see it. */
export function chartSummary(daily: Daily): {
  from: string;
  to: string;
  received: number;
  decided: number;
  peakDay: string;
  peak: number;
} {
  let peak = { day: "", received: -1 };
  for (const day of daily) if (day.received > peak.received) peak = day;
  return {
    from: daily.at(0)?.day ?? "",
    to: daily.at(-1)?.day ?? "",
    received: daily.reduce((sum, day) => sum + day.received, 0),
    decided: daily.reduce((sum, day) => sum + day.decided, 0),
    peakDay: peak.day,
    peak: Math.max(0, peak.received),
  };
}
