import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Segmented } from "antd";
import { lazy, Suspense, useId } from "react";
import { useTranslation } from "react-i18next";
import type { InsightsOverview } from "#shared/contract/staff-insights";
import { ListPlaceholder } from "../../ui/list-placeholder";
import { PageLoading } from "../../ui/page-loading";
import { PlainTable } from "../../ui/plain-table";
import { FigureLink } from "./figure-link";
import styles from "./insights.module.css";
import type { Scope } from "./use-scope";

/** The chart library is the heaviest part of the page and comes only when a chart is on it. */
const DailyChart = lazy(async () => ({ default: (await import("./daily-chart")).DailyChart }));

const route = getRouteApi("/insights");

type Props = { daily: InsightsOverview["daily"]; scope: Scope };

/** Received and decided per day, as a chart or as a table. */
export function DailyFigures({ daily, scope }: Props) {
  const { t } = useTranslation("insights");
  const view = route.useSearch().daily ?? "chart";
  const setSearch = route.useNavigate();
  const navigate = useNavigate();
  const id = useId();
  const quiet = daily.every(({ received, decided }) => received + decided === 0);
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <div className={styles.panelHead}>
        <h2 id={id} className={styles.panelTitle}>
          {t("daily.title")}
        </h2>
        {view === "chart" ? <span className={styles.faint}>{t("daily.help")}</span> : null}
        <Segmented
          className={styles.end}
          aria-label={t("daily.view")}
          value={view}
          options={(["chart", "table"] as const).map((value) => ({ value, label: t(`daily.${value}`) }))}
          onChange={(next) =>
            void setSearch({
              search: (old) => ({ ...old, daily: next === "table" ? "table" : undefined }),
              replace: true,
            })
          }
        />
      </div>
      {quiet ? <ListPlaceholder empty={t("daily.empty")} /> : null}
      {view === "chart" && !quiet ? (
        <Suspense fallback={<PageLoading />}>
          <DailyChart
            daily={daily}
            onOpen={(figure, day) =>
              void navigate({ to: "/insights/rounds", search: { ...scope, figure, day } })
            }
          />
        </Suspense>
      ) : null}
      {view === "table" && !quiet ? <DailyTable daily={daily} scope={scope} /> : null}
    </section>
  );
}

function DailyTable({ daily, scope }: Props) {
  const { t } = useTranslation("insights");
  return (
    <div className={styles.tableBox}>
      <PlainTable
        label={t("daily.title")}
        rows={[...daily].reverse()}
        rowKey={(row) => row.day}
        columns={[
          { id: "day", title: t("daily.day"), cell: (row) => row.day },
          ...(["received", "decided"] as const).map((figure) => ({
            id: figure,
            title: t(`figure.${figure}`),
            align: "right" as const,
            cell: (row: Props["daily"][number]) => (
              <FigureLink
                figure={figure}
                count={row[figure]}
                scope={scope}
                day={row.day}
                label={`${row.day} ${t(`figure.${figure}`)}`}
              />
            ),
          })),
        ]}
      />
    </div>
  );
}
