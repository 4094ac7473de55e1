import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Button } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useFormatTime } from "../../lib/format-time";
import { BACKGROUND, trpc } from "../../lib/trpc";
import { FilingTypeFilter, ProvinceFilter } from "../../ui/filter-select";
import { ListPlaceholder } from "../../ui/list-placeholder";
import { PageLoading } from "../../ui/page-loading";
import { DailyFigures } from "./daily-figures";
import type { RangeChoice } from "./day-range";
import { FigureTiles } from "./figure-tiles";
import styles from "./insights.module.css";
import type { InsightsSearch } from "./insights-search";
import { RangePicker } from "./range-picker";
import { ReviewerTable } from "./reviewer-table";
import { type Scope, useScope } from "./use-scope";

const route = getRouteApi("/insights");
const RENEW_EVERY_MS = 30_000;

export function InsightsPage() {
  const { t } = useTranslation("insights");
  const format = useFormatTime();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { range, input, scope } = useScope(search);
  const options = { refetchInterval: RENEW_EVERY_MS, placeholderData: keepPreviousData, trpc: BACKGROUND };
  const overview = useQuery(trpc.insights.overview.queryOptions(input, options));
  const change = (patch: Partial<InsightsSearch>) =>
    void navigate({ search: (old) => ({ ...old, ...patch }), replace: true });
  const setRange = ({ range: name, from, to }: RangeChoice) => change({ range: name, from, to });
  const filtered = search.provinces !== undefined || search.types !== undefined;
  return (
    <div className={styles.page}>
      <h1 className="visually-hidden">{t("common:nav.insights")}</h1>
      <div className={styles.toolbar}>
        <RangePicker range={range} onChange={setRange} />
        <ProvinceFilter values={search.provinces} onChange={(provinces) => change({ provinces })} />
        <FilingTypeFilter values={search.types} onChange={(types) => change({ types })} />
        {filtered ? (
          <Button type="link" onClick={() => change({ provinces: undefined, types: undefined })}>
            {t("common:filter.clear")}
          </Button>
        ) : null}
        <span className={styles.note} title={t("range.zone")}>
          {overview.data ? t("updated", { at: format(overview.dataUpdatedAt, "time") }) : t("range.zone")}
        </span>
      </div>
      {overview.isPending ? <PageLoading /> : null}
      {overview.error && !overview.data ? (
        <ListPlaceholder error={overview.error} retry={() => void overview.refetch()} empty="" />
      ) : null}
      {overview.data ? (
        <div className={styles.body} data-stale={overview.isPlaceholderData}>
          <FigureTiles overview={overview.data} scope={scope} />
          <DailyFigures daily={overview.data.daily} scope={scope} />
          <Reviewers input={input} scope={scope} />
        </div>
      ) : null}
    </div>
  );
}

function Reviewers({ input, scope }: { input: ReturnType<typeof useScope>["input"]; scope: Scope }) {
  const { t } = useTranslation("insights");
  const id = useId();
  const reviewers = useQuery(
    trpc.insights.reviewers.queryOptions(input, {
      refetchInterval: RENEW_EVERY_MS,
      placeholderData: keepPreviousData,
      trpc: BACKGROUND,
    }),
  );
  const rows = reviewers.data?.rows ?? [];
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <h2 id={id} className={styles.panelTitle}>
        {t("reviewers.title")}
      </h2>
      {reviewers.isPending ? <PageLoading /> : null}
      {rows.length > 0 ? <ReviewerTable rows={rows} scope={scope} /> : null}
      {!reviewers.isPending && rows.length === 0 ? (
        <ListPlaceholder
          error={reviewers.error}
          retry={() => void reviewers.refetch()}
          empty={t("reviewers.empty")}
        />
      ) : null}
    </section>
  );
}
