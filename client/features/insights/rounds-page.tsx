import { ArrowLeftOutlined } from "@ant-design/icons";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Button, Tag } from "antd";
import { useCallback, useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { RoundRow } from "#shared/contract/staff-insights";
import { type LoadedList, nextCursorOf, useLoadedList } from "../../lib/pages-of";
import { trpc } from "../../lib/trpc";
import { ColumnChoice } from "../../ui/column-choice";
import { DataTable } from "../../ui/data-table";
import { ListFooter } from "../../ui/list-footer";
import { ListPlaceholder } from "../../ui/list-placeholder";
import { useProvinceLabel } from "../../ui/order-labels";
import type { DayRange } from "./day-range";
import styles from "./insights.module.css";
import { ROUND_TABLE, useRoundColumns } from "./round-columns";
import { useScope } from "./use-scope";

const route = getRouteApi("/insights/rounds");
/** The most that one page of the list may hold. */
const ROWS_PER_PAGE = 200;

/** The rounds that a figure of Insights counts: all of them, and no other. */
export function RoundsPage() {
  const { t } = useTranslation("insights");
  const search = route.useSearch();
  const { figure = "received", reviewer, day } = search;
  const { range, input, scope } = useScope(search);
  const columns = useRoundColumns();
  const navigate = route.useNavigate();
  const open = useCallback(
    (row: RoundRow) => void navigate({ to: "/orders/$orderNo", params: { orderNo: row.orderNo } }),
    [navigate],
  );
  const list = useLoadedList(
    useInfiniteQuery(
      trpc.insights.rounds.infiniteQueryOptions(
        {
          ...input,
          figure,
          ...(reviewer ? { reviewer } : {}),
          ...(day ? { day } : {}),
          limit: ROWS_PER_PAGE,
        },
        { getNextPageParam: nextCursorOf, placeholderData: keepPreviousData },
      ),
    ),
  );
  useWholeList(list);
  return (
    <div className={styles.listPage}>
      <div className={styles.toolbar}>
        <Link to="/insights" search={scope} className={styles.back}>
          <ArrowLeftOutlined /> {t("rounds.back")}
        </Link>
        <h1 className={styles.listTitle}>{t("rounds.title", { figure: t(`figure.${figure}`) })}</h1>
        <Conditions range={range} />
        <Total list={list} />
        <span className={styles.end}>
          <ColumnChoice table={ROUND_TABLE} columns={columns} />
        </span>
      </div>
      <div className={styles.list} data-stale={list.stale}>
        <DataTable
          id={ROUND_TABLE}
          label={t("rounds.title", { figure: t(`figure.${figure}`) })}
          columns={columns}
          rows={list.rows}
          rowKey={(row) => `${row.orderNo}/${row.round}`}
          onOpen={open}
          loading={list.loading}
          onEndReached={list.loadMore}
          placeholder={<ListPlaceholder error={list.error} retry={list.retry} empty={t("rounds.empty")} />}
          footer={<ListFooter list={list} />}
        />
      </div>
    </div>
  );
}

/** Up to here the list is fetched to its end at once, so that its length stands beside the figure. */
const WHOLE_UP_TO = 1_000;

function useWholeList({ rows, complete, loadMore }: LoadedList<RoundRow>): void {
  const wanted = !complete && rows.length > 0 && rows.length < WHOLE_UP_TO;
  useEffect(() => {
    if (wanted) loadMore();
  }, [wanted, loadMore]);
}

/** How many rows there are; while some are still to come it says so and offers to fetch them. */
function Total({ list }: { list: LoadedList<RoundRow> }) {
  const { t } = useTranslation("insights");
  const count = list.rows.length;
  if (list.loading || list.error) return null;
  return (
    <span className={styles.total} role="status" title={t("rounds.help")}>
      {list.complete ? t("rounds.total", { count }) : t("rounds.loaded", { count })}
      {list.complete ? null : (
        <Button type="link" loading={list.loadingMore} onClick={list.loadMore}>
          {t("common:table.more")}
        </Button>
      )}
    </span>
  );
}

/** Range and filters that the figure was counted with. */
function Conditions({ range }: { range: DayRange }) {
  const { t } = useTranslation("insights");
  const province = useProvinceLabel();
  const { figure, reviewer, day, provinces = [], types = [] } = route.useSearch();
  const backlog = figure?.startsWith("backlog") ?? false;
  const texts = [
    backlog ? t("rounds.now") : (day ?? t("range.days", { from: range.fromDay, to: range.toDay })),
    ...(reviewer ? [t("rounds.ofReviewer", { reviewer })] : []),
    ...provinces.map(province),
    ...types.map((type) => t(`codes:filingType.${type}`)),
  ];
  return (
    <span className={styles.conditions}>
      {texts.map((text) => (
        <Tag key={text} variant="filled">
          {text}
        </Tag>
      ))}
    </span>
  );
}
