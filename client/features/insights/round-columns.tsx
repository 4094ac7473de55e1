import { Link } from "@tanstack/react-router";
import { Tag } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { RoundRow } from "#shared/contract/staff-insights";
import { useFormatTime } from "../../lib/format-time";
import { Clip } from "../../ui/clip";
import type { DataColumn } from "../../ui/data-table";
import { useKindLabel, useProvinceLabel } from "../../ui/order-labels";
import styles from "./insights.module.css";

export const ROUND_TABLE = "rounds";

export function useRoundColumns(): DataColumn<RoundRow>[] {
  const { t } = useTranslation("insights");
  const kind = useKindLabel();
  const province = useProvinceLabel();
  const format = useFormatTime();
  return useMemo(() => {
    const time = (atMs: number | null) =>
      atMs === null ? "—" : <span title={format(atMs, "seconds")}>{format(atMs, "short")}</span>;
    return [
      { id: "orderNo", title: t("column.orderNo"), width: 176, fixed: true, cell: orderLink },
      {
        id: "kind",
        title: t("column.kind"),
        width: 136,
        cell: (row) => <span title={kind(row.kind)}>{kind(row.kind, "short")}</span>,
      },
      {
        id: "province",
        title: t("column.province"),
        width: 98,
        cell: (row) => <Clip text={province(row.provinceCode)} />,
      },
      {
        id: "entity",
        title: t("column.entity"),
        width: 130,
        grow: true,
        cell: (row) => <Clip text={row.entityName} />,
      },
      { id: "round", title: t("column.round"), width: 62, align: "right", cell: (row) => row.round },
      { id: "submitted", title: t("column.submitted"), width: 118, cell: (row) => time(row.submittedAtMs) },
      { id: "due", title: t("column.due"), width: 118, cell: (row) => time(row.dueAtMs) },
      { id: "decided", title: t("column.decided"), width: 118, cell: (row) => time(row.decidedAtMs) },
      {
        id: "outcome",
        title: t("column.outcome"),
        width: 116,
        cell: (row) => (row.outcome === null ? "—" : <Clip text={t(`codes:outcomeDone.${row.outcome}`)} />),
      },
      { id: "timely", title: t("column.timely"), width: 84, cell: (row) => <Timely row={row} /> },
      {
        id: "reviewer",
        title: t("column.reviewer"),
        width: 104,
        cell: (row) => (row.reviewer === null ? "—" : <Clip text={row.reviewer} />),
      },
    ];
  }, [t, kind, province, format]);
}

function orderLink(row: RoundRow) {
  return (
    <Link
      to="/orders/$orderNo"
      params={{ orderNo: row.orderNo }}
      className={styles.orderNo}
      title={row.orderNo}
    >
      {row.orderNo}
    </Link>
  );
}

function Timely({ row }: { row: RoundRow }) {
  const { t } = useTranslation("insights");
  if (row.decidedAtMs === null) return <span className={styles.faint}>{t("timely.open")}</span>;
  const late = row.decidedAtMs > row.dueAtMs;
  return (
    <Tag color={late ? "error" : "success"} variant="filled">
      {t(late ? "timely.late" : "timely.onTime")}
    </Tag>
  );
}
