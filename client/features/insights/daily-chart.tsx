import { theme } from "antd";
import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { type ECharts, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { InsightsOverview } from "#shared/contract/staff-insights";
import { chartSummary, dailyChartOption } from "./chart-options";
import styles from "./insights.module.css";

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, CanvasRenderer]);

interface Props {
  daily: InsightsOverview["daily"];
  onOpen: (figure: "received" | "decided", day: string) => void;
}

/** Received and decided per day. Its numbers are in the table view too, which is how a keyboard reaches them. */
export function DailyChart({ daily, onOpen }: Props) {
  const { t } = useTranslation("insights");
  const { token } = theme.useToken();
  const box = useRef<HTMLDivElement>(null);
  const chart = useChart(box);
  const open = useRef(onOpen);
  open.current = onOpen;
  const receivedName = t("figure.received");
  const decidedName = t("figure.decided");
  useEffect(() => {
    chart.current?.setOption(
      dailyChartOption(daily, {
        received: token.colorPrimary,
        decided: token.colorSuccess,
        text: token.colorTextSecondary,
        line: token.colorBorderSecondary,
        surface: token.colorBgElevated,
        font: getComputedStyle(document.body).fontFamily,
        receivedName,
        decidedName,
      }),
      { notMerge: true },
    );
  }, [chart, daily, token, receivedName, decidedName]);
  useEffect(() => {
    const instance = chart.current;
    const press = (event: { seriesIndex?: number; name?: string }) => {
      if (event.name !== undefined)
        open.current(event.seriesIndex === 0 ? "received" : "decided", event.name);
    };
    instance?.on("click", press);
    return () => {
      instance?.off("click", press);
    };
  }, [chart]);
  return (
    <div
      ref={box}
      className={styles.chart}
      role="img"
      aria-label={t("daily.description", { ...chartSummary(daily) })}
    />
  );
}

/** A chart in `box` that follows its size. It is made before, and gone after, everything that uses it. */
function useChart(box: { readonly current: HTMLDivElement | null }) {
  const chart = useRef<ECharts | null>(null);
  useEffect(() => {
    if (box.current === null) return;
    const instance = init(box.current);
    chart.current = instance;
    const sizes = new ResizeObserver(() => instance.resize());
    sizes.observe(box.current);
    return () => {
      sizes.disconnect();
      instance.dispose();
      chart.current = null;
    };
  }, [box]);
  return chart;
}
