import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AuditRow } from "#shared/contract/staff-insights";
import { nextCursorOf, useLoadedList } from "../../lib/pages-of";
import { trpc } from "../../lib/trpc";
import { ColumnChoice } from "../../ui/column-choice";
import { DataTable } from "../../ui/data-table";
import { ListFooter } from "../../ui/list-footer";
import { ListPlaceholder } from "../../ui/list-placeholder";
import styles from "./audit.module.css";
import { AUDIT_TABLE, useAuditColumns } from "./audit-columns";
import { AuditToolbar } from "./audit-filters";
import { AuditRecord } from "./audit-record";
import { useAuditFilters } from "./use-audit-filters";

const ROWS_PER_PAGE = 100;

/** The audit trail as a filtered list, newest first. */
export function AuditPage() {
  const { t } = useTranslation("audit");
  const filters = useAuditFilters();
  const columns = useAuditColumns(filters.change);
  const [opened, setOpened] = useState<AuditRow | null>(null);
  const list = useLoadedList(
    useInfiniteQuery(
      trpc.audit.search.infiniteQueryOptions(
        { ...filters.input, limit: ROWS_PER_PAGE },
        { getNextPageParam: nextCursorOf, placeholderData: keepPreviousData },
      ),
    ),
  );
  return (
    <div className={styles.page}>
      <h1 className="visually-hidden">{t("common:nav.audit")}</h1>
      <div className={styles.toolbar}>
        <AuditToolbar filters={filters} />
        <span className={styles.end}>
          <ColumnChoice table={AUDIT_TABLE} columns={columns} />
        </span>
      </div>
      <div className={styles.list} data-stale={list.stale}>
        <DataTable
          id={AUDIT_TABLE}
          label={t("table")}
          columns={columns}
          rows={list.rows}
          rowKey={(row) => String(row.seq)}
          onOpen={setOpened}
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
        />
      </div>
      <AuditRecord row={opened} onClose={() => setOpened(null)} />
    </div>
  );
}
