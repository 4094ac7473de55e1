import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { AuditRow } from "#shared/contract/staff-insights";
import { useFormatTime } from "../../lib/format-time";
import { Clip } from "../../ui/clip";
import type { DataColumn } from "../../ui/data-table";
import styles from "./audit.module.css";
import { actionText, actorText, dataLines } from "./audit-wording";
import type { AuditFilters } from "./use-audit-filters";
import { useAuditSpeech } from "./use-audit-speech";

export const AUDIT_TABLE = "audit";

export function useAuditColumns(change: AuditFilters["change"]): DataColumn<AuditRow>[] {
  const { t } = useTranslation("audit");
  const format = useFormatTime();
  const speech = useAuditSpeech();
  return useMemo(() => {
    const filterButton = (text: string, help: string, title: string, run: () => void) => (
      <button type="button" className={styles.filterButton} aria-label={help} title={title} onClick={run}>
        {text}
      </button>
    );
    return [
      { id: "seq", title: t("column.seq"), width: 76, align: "right", cell: (row) => row.seq },
      {
        id: "time",
        title: t("column.time"),
        width: 168,
        fixed: true,
        cell: (row) => format(row.atMs, "seconds"),
      },
      {
        id: "actor",
        title: t("column.actor"),
        width: 150,
        cell: (row) => {
          const text = actorText(row.actor, speech);
          return filterButton(text, t("filter.ofActor", { actor: text }), row.actor, () =>
            change({ actor: row.actor }),
          );
        },
      },
      {
        id: "action",
        title: t("column.action"),
        width: 150,
        fixed: true,
        cell: (row) => <span title={row.action}>{actionText(row.action, speech)}</span>,
      },
      {
        id: "orderNo",
        title: t("column.orderNo"),
        width: 186,
        cell: ({ orderNo }) =>
          orderNo === null
            ? "—"
            : filterButton(orderNo, t("filter.ofOrder", { orderNo }), orderNo, () => change({ orderNo })),
      },
      {
        id: "data",
        title: t("column.data"),
        width: 320,
        grow: true,
        cell: (row) => <Clip text={linesText(row)} />,
      },
    ];

    function linesText(row: AuditRow): string {
      return dataLines(row, speech)
        .map(({ label, value }) => `${label}: ${value}`)
        .join(" · ");
    }
  }, [t, format, speech, change]);
}
