import { LockOutlined, PauseCircleOutlined, WarningFilled } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Tooltip } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { OrderRow } from "#shared/contract/staff-queue";
import { useFormatTime } from "../../lib/format-time";
import { useLocale } from "../../lib/i18n";
import { Clip } from "../../ui/clip";
import type { DataColumn } from "../../ui/data-table";
import { StatusTag, useKindLabel, useProvinceLabel } from "../../ui/order-labels";
import { SlaClock } from "../../ui/sla-clock";
import { ClaimRowButton } from "./claim-row-button";
import styles from "./queue.module.css";

type Column = DataColumn<OrderRow>;

/** Names of types and provinces are short in Chinese; in English names of units and services give way to them. */
const WIDTHS = {
  "zh-CN": { kind: 116, province: 74, name: 120 },
  "en-US": { kind: 136, province: 104, name: 98 },
} as const;

/** Columns of the queue. They fit 1280 px together; the two that grow share what wider screens give. */
export function useQueueColumns(): Column[] {
  const { t } = useTranslation("queue");
  const kindLabel = useKindLabel();
  const provinceLabel = useProvinceLabel();
  const formatTime = useFormatTime();
  const widths = WIDTHS[useLocale()];
  return useMemo(
    () => [
      { id: "orderNo", title: t("column.orderNo"), width: 176, fixed: true, cell: orderNo },
      { id: "status", title: t("column.status"), width: 128, cell: (row) => <StatusCell row={row} /> },
      {
        id: "kind",
        title: t("column.kind"),
        width: widths.kind,
        cell: (row) => <span title={kindLabel(row.kind)}>{kindLabel(row.kind, "short")}</span>,
      },
      {
        id: "province",
        title: t("column.province"),
        width: widths.province,
        cell: (row) => <Clip text={provinceLabel(row.provinceCode)} />,
      },
      {
        id: "entity",
        title: t("column.entity"),
        width: widths.name,
        grow: true,
        cell: (row) => <Clip text={row.entityName} />,
      },
      {
        id: "services",
        title: t("column.services"),
        width: widths.name,
        grow: true,
        cell: (row) => <Clip text={servicesText(row)} />,
      },
      { id: "round", title: t("column.round"), width: 44, align: "right", cell: (row) => row.round },
      {
        id: "submittedAtMs",
        title: t("column.submitted"),
        width: 104,
        sortable: true,
        cell: (row) => (row.submittedAtMs === null ? "—" : formatTime(row.submittedAtMs, "short")),
      },
      {
        id: "dueAtMs",
        title: t("column.due"),
        width: 134,
        sortable: true,
        cell: (row) => <DueCell row={row} />,
      },
      { id: "findings", title: t("column.findings"), width: 72, cell: (row) => <Findings row={row} /> },
      {
        id: "claim",
        title: t("column.claim"),
        width: 88,
        cell: (row) => (row.claim ? <Clip text={row.claim.by} /> : "—"),
      },
      {
        id: "action",
        title: t("column.action"),
        width: 76,
        fixed: true,
        align: "right",
        cell: (row) => <ClaimRowButton row={row} />,
      },
    ],
    [t, kindLabel, provinceLabel, formatTime, widths],
  );
}

function orderNo(row: OrderRow) {
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

function servicesText(row: OrderRow): string {
  return row.services.map((service) => [service.name, ...service.domains].join(" · ")).join(" / ") || "—";
}

function StatusCell({ row }: { row: OrderRow }) {
  const { t } = useTranslation("queue");
  return (
    <span className={styles.status}>
      <StatusTag status={row.status} />
      {row.onHold ? (
        <Tooltip title={t("flag.onHold")}>
          <PauseCircleOutlined aria-label={t("flag.onHold")} />
        </Tooltip>
      ) : null}
      {row.escalated ? (
        <Tooltip title={t("flag.escalated")}>
          <WarningFilled className={styles.escalated} aria-label={t("flag.escalated")} />
        </Tooltip>
      ) : null}
      {row.claim && row.status !== "UNDER_FIRST_REVIEW" ? <LockOutlined aria-hidden="true" /> : null}
    </span>
  );
}

function DueCell({ row }: { row: OrderRow }) {
  const waiting = ["PENDING_FIRST_REVIEW", "UNDER_FIRST_REVIEW", "REVISED_PENDING_REVIEW"].includes(
    row.status,
  );
  if (!waiting) return <span className={styles.none}>—</span>;
  return <SlaClock submittedAtMs={row.submittedAtMs} dueAtMs={row.dueAtMs} estimated={row.dueEstimated} />;
}

function Findings({ row }: { row: OrderRow }) {
  const { t } = useTranslation("queue");
  const { block, warn } = row.findings;
  if (block + warn === 0) return <span className={styles.none}>—</span>;
  return (
    <Tooltip title={t("findings", { block, warn })}>
      <span className={styles.findings}>
        <b className={styles.block}>{block}</b> / {warn}
      </span>
    </Tooltip>
  );
}
