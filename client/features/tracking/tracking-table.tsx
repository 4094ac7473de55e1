import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TrackingRow } from "#shared/contract/staff-bureau";
import { useFormatTime } from "../../lib/format-time";
import { nextCursorOf, useLoadedList } from "../../lib/pages-of";
import { trpc } from "../../lib/trpc";
import { Clip } from "../../ui/clip";
import { type DataColumn, DataTable } from "../../ui/data-table";
import { ListFooter } from "../../ui/list-footer";
import { ListPlaceholder } from "../../ui/list-placeholder";
import { StatusTag, useKindLabel, useProvinceLabel } from "../../ui/order-labels";
import { RowProgress } from "./row-progress";
import styles from "./tracking.module.css";
import type { TrackingFilters } from "./use-tracking-filters";

export const TRACKING_TABLE = "tracking";

export function TrackingTable({ filters }: { filters: TrackingFilters }) {
  const { t } = useTranslation("tracking");
  const { stages, provinces } = filters.search;
  const columns = useTrackingColumns();
  const list = useLoadedList(
    useInfiniteQuery(
      trpc.bureau.list.infiniteQueryOptions(
        { ...(stages ? { stages } : {}), ...(provinces ? { provinces } : {}) },
        { getNextPageParam: nextCursorOf, placeholderData: keepPreviousData },
      ),
    ),
  );
  return (
    <div className={styles.list} data-stale={list.stale}>
      <DataTable
        id={TRACKING_TABLE}
        label={t("table")}
        columns={columns}
        rows={list.rows}
        rowKey={(row) => row.orderNo}
        onOpen={(row) => filters.openOrder(row.orderNo)}
        loading={list.loading}
        onEndReached={list.loadMore}
        placeholder={
          <ListPlaceholder
            error={list.error}
            retry={list.retry}
            empty={t("empty")}
            clear={filters.filtered ? filters.clear : undefined}
          />
        }
        footer={<ListFooter list={list} />}
        rowTone={(row) => (row.stage === "RETURNED" ? "alert" : undefined)}
      />
    </div>
  );
}

export function useTrackingColumns(): DataColumn<TrackingRow>[] {
  const { t } = useTranslation("tracking");
  const kind = useKindLabel();
  const province = useProvinceLabel();
  const format = useFormatTime();
  return useMemo(
    () => [
      { id: "orderNo", title: t("column.orderNo"), width: 186, fixed: true, cell: orderLink },
      {
        id: "status",
        title: t("column.status"),
        width: 150,
        cell: (row) => <StatusTag status={row.status} />,
      },
      {
        id: "kind",
        title: t("column.kind"),
        width: 136,
        cell: (row) => <span title={kind(row.kind)}>{kind(row.kind, "short")}</span>,
      },
      {
        id: "province",
        title: t("column.province"),
        width: 96,
        cell: (row) => <Clip text={province(row.provinceCode)} />,
      },
      {
        id: "entity",
        title: t("column.entity"),
        width: 180,
        grow: true,
        cell: (row) => <Clip text={row.entityName} />,
      },
      { id: "since", title: t("column.since"), width: 118, cell: (row) => format(row.sinceMs, "short") },
      {
        id: "detail",
        title: t("column.detail"),
        width: 260,
        grow: true,
        cell: (row) => <RowProgress row={row} />,
      },
    ],
    [t, kind, province, format],
  );
}

function orderLink(row: TrackingRow) {
  return (
    <Link
      from="/tracking"
      search={(old) => ({ ...old, order: row.orderNo })}
      className={styles.orderNo}
      title={row.orderNo}
    >
      {row.orderNo}
    </Link>
  );
}
