import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Skeleton, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { TRACKING_STAGES, type TrackingRow, type TrackingStage } from "#shared/contract/staff-bureau";
import { useFormatTime } from "../../lib/format-time";
import { nextCursorOf, useLoadedList } from "../../lib/pages-of";
import { trpc } from "../../lib/trpc";
import { ListPlaceholder } from "../../ui/list-placeholder";
import { useKindLabel, useProvinceLabel } from "../../ui/order-labels";
import { RowProgress } from "./row-progress";
import styles from "./tracking.module.css";
import type { TrackingFilters } from "./use-tracking-filters";

const CARDS_PER_PAGE = 100;

/** One column per stage, in the order in which an order passes them. */
export function TrackingBoard({ filters }: { filters: TrackingFilters }) {
  const { stages, provinces } = filters.search;
  const shown = TRACKING_STAGES.filter((stage) => stages === undefined || stages.includes(stage));
  return (
    <div className={styles.board} data-columns={shown.length}>
      {shown.map((stage) => (
        <BoardColumn key={stage} stage={stage} provinces={provinces} />
      ))}
    </div>
  );
}

function BoardColumn({ stage, provinces }: { stage: TrackingStage; provinces: string[] | undefined }) {
  const { t } = useTranslation("tracking");
  const list = useLoadedList(
    useInfiniteQuery(
      trpc.bureau.list.infiniteQueryOptions(
        { stages: [stage], ...(provinces ? { provinces } : {}), limit: CARDS_PER_PAGE },
        { getNextPageParam: nextCursorOf, placeholderData: keepPreviousData },
      ),
    ),
  );
  const unknown = list.loading || (list.error !== null && list.rows.length === 0);
  const count = unknown ? "—" : `${list.rows.length}${list.complete ? "" : "+"}`;
  const name = t(`stage.${stage}`);
  return (
    <section className={styles.column} aria-label={t("board.column", { stage: name, count })}>
      <Tooltip title={t(`stageHelp.${stage}`)}>
        <h2 className={styles.columnHead}>
          {name}
          <span className={styles.count}>{count}</span>
        </h2>
      </Tooltip>
      <div className={styles.cards} data-stale={list.stale}>
        {list.loading ? <Skeleton active title={false} paragraph={{ rows: 3 }} /> : null}
        {list.rows.map((row) => (
          <Card key={row.orderNo} row={row} />
        ))}
        {list.error ? <ListPlaceholder error={list.error} retry={list.retry} empty="" /> : null}
        {!list.error && !list.loading && list.rows.length === 0 ? (
          <p className={styles.empty}>{t("board.empty")}</p>
        ) : null}
        {list.complete || list.error ? null : (
          <Button type="text" block loading={list.loadingMore} onClick={list.loadMore}>
            {t("board.more")}
          </Button>
        )}
      </div>
    </section>
  );
}

function Card({ row }: { row: TrackingRow }) {
  const { t } = useTranslation("tracking");
  const kind = useKindLabel();
  const province = useProvinceLabel();
  const format = useFormatTime();
  return (
    <Link
      from="/tracking"
      search={(old) => ({ ...old, order: row.orderNo })}
      className={styles.card}
      data-stage={row.stage}
    >
      <span className={styles.cardTitle} title={row.entityName}>
        {row.entityName}
      </span>
      <span className={styles.cardKind} title={`${kind(row.kind)} · ${province(row.provinceCode)}`}>
        {kind(row.kind, "short")} · {province(row.provinceCode)}
      </span>
      <span className={styles.cardProgress}>
        <RowProgress row={row} />
      </span>
      <span className={styles.cardFoot}>
        <span className={styles.orderNo}>{row.orderNo}</span>
        <span title={t("board.since", { at: format(row.sinceMs) })}>{format(row.sinceMs, "short")}</span>
      </span>
    </Link>
  );
}
