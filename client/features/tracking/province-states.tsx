import { useQuery } from "@tanstack/react-query";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { ProvinceState } from "#shared/contract/staff-bureau";
import { useFormatTime } from "../../lib/format-time";
import { trpc } from "../../lib/trpc";
import { ListPlaceholder } from "../../ui/list-placeholder";
import { useProvinceLabel } from "../../ui/order-labels";
import { PageLoading } from "../../ui/page-loading";
import { type PlainColumn, PlainTable } from "../../ui/plain-table";
import styles from "./tracking.module.css";

/** Where the conversation with each province stands: last number, open records, whether an answer is missing. */
export function ProvinceStates({ provinces }: { provinces: string[] | undefined }) {
  const { t } = useTranslation("tracking");
  const columns = useProvinceColumns();
  const states = useQuery(trpc.bureau.provinces.queryOptions({}));
  if (states.isPending) return <PageLoading />;
  const rows = (states.data?.provinces ?? []).filter(
    (row) => provinces === undefined || provinces.includes(row.provinceCode),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard scrolls what it can focus, and nothing inside can be.
    <section className={styles.provinces} aria-label={t("province.title")} tabIndex={0}>
      <p className={styles.faint}>{t("province.help")}</p>
      {rows.length === 0 ? (
        <ListPlaceholder
          error={states.error}
          retry={() => void states.refetch()}
          empty={t("province.empty")}
        />
      ) : (
        <PlainTable
          label={t("province.title")}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.provinceCode}
          rowTone={(row) => (row.unansweredSinceMs === null ? undefined : "alert")}
        />
      )}
    </section>
  );
}

function useProvinceColumns(): PlainColumn<ProvinceState>[] {
  const { t } = useTranslation("tracking");
  const province = useProvinceLabel();
  const format = useFormatTime();
  return [
    { id: "province", title: t("province.province"), cell: (row) => province(row.provinceCode) },
    { id: "last", title: t("province.lastSequence"), align: "right", cell: (row) => row.lastSequence },
    { id: "open", title: t("province.open"), align: "right", cell: (row) => row.open },
    {
      id: "answer",
      title: t("province.unanswered"),
      cell: (row) =>
        row.unansweredSinceMs === null ? (
          <Tag color="success" variant="filled">
            {t("province.answered")}
          </Tag>
        ) : (
          <Tag color="error" variant="filled">
            {t("province.since", { at: format(row.unansweredSinceMs, "seconds") })}
          </Tag>
        ),
    },
  ];
}
