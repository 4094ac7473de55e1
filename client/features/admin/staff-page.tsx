import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { StaffRow } from "#shared/contract/staff-session";
import { trpc } from "../../lib/trpc";
import { ColumnChoice } from "../../ui/column-choice";
import { DataTable } from "../../ui/data-table";
import { ListPlaceholder } from "../../ui/list-placeholder";
import styles from "./admin.module.css";
import { RolesDialog } from "./roles-dialog";
import { STAFF_TABLE, useStaffColumns } from "./staff-columns";

/** Accounts and their roles. */
export function StaffPage() {
  const { t } = useTranslation("admin");
  const [changing, setChanging] = useState<StaffRow | null>(null);
  const columns = useStaffColumns(setChanging);
  const staff = useQuery(trpc.staff.list.queryOptions({}));
  const rows = staff.data?.rows ?? [];
  return (
    <div className={styles.page}>
      <h1 className="visually-hidden">{t("common:nav.admin")}</h1>
      <div className={styles.toolbar}>
        <span className={styles.faint}>{t("intro")}</span>
        <span className={styles.end}>
          <ColumnChoice table={STAFF_TABLE} columns={columns} />
        </span>
      </div>
      <div className={styles.list}>
        <DataTable
          id={STAFF_TABLE}
          label={t("table")}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.username}
          loading={staff.isPending}
          placeholder={
            <ListPlaceholder error={staff.error} retry={() => void staff.refetch()} empty={t("empty")} />
          }
          footer={t("common:table.total", { count: rows.length })}
        />
      </div>
      {changing ? (
        <RolesDialog key={changing.username} row={changing} onClose={() => setChanging(null)} />
      ) : null}
    </div>
  );
}
