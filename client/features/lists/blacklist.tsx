import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { BlacklistRow } from "#shared/contract/staff-rules";
import { useFormatTime } from "../../lib/format-time";
import { useMay } from "../../lib/session";
import { trpc } from "../../lib/trpc";
import { Clip } from "../../ui/clip";
import { type DataColumn, DataTable } from "../../ui/data-table";
import { ListPlaceholder } from "../../ui/list-placeholder";
import styles from "../../ui/rule-change/rule-change.module.css";
import { AddToBlacklist, RemoveFromBlacklist } from "./blacklist-dialogs";
import { RegisterHead } from "./register-head";

/** Entities, domains and persons that bureaus have blacklisted. Numbers are kept as a keyed hash and a masked label. */
export function Blacklist() {
  const { t } = useTranslation("lists");
  const list = useQuery(trpc.lists.blacklist.queryOptions({}));
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<BlacklistRow | null>(null);
  const columns = useBlacklistColumns(setRemoving);
  const rows = list.data?.rows ?? [];
  return (
    <div className={styles.stack}>
      <RegisterHead register="blacklist" onAdd={() => setAdding(true)} />
      <DataTable
        id="blacklist"
        label={t("list.blacklist")}
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.id)}
        loading={list.isPending}
        placeholder={
          <ListPlaceholder
            error={list.error}
            retry={() => void list.refetch()}
            empty={t("blacklist.empty")}
          />
        }
        footer={t("common:table.total", { count: rows.length })}
      />
      {adding ? <AddToBlacklist onClose={() => setAdding(false)} /> : null}
      {removing ? <RemoveFromBlacklist row={removing} onClose={() => setRemoving(null)} /> : null}
    </div>
  );
}

function useBlacklistColumns(remove: (row: BlacklistRow) => void): DataColumn<BlacklistRow>[] {
  const { t } = useTranslation("lists");
  const format = useFormatTime();
  const mayChange = useMay("rules.manage");
  return useMemo(() => {
    const columns: DataColumn<BlacklistRow>[] = [
      {
        id: "kind",
        title: t("blacklist.kind"),
        width: 120,
        cell: (row) => t(`blacklist.kinds.${row.kind}`),
      },
      { id: "label", title: t("blacklist.label"), width: 200, cell: (row) => <Clip text={row.label} /> },
      { id: "bureau", title: t("blacklist.bureau"), width: 120, cell: (row) => <Clip text={row.bureau} /> },
      {
        id: "reason",
        title: t("reason"),
        width: 180,
        grow: true,
        cell: (row) => <Clip text={row.reason} />,
      },
      { id: "addedBy", title: t("addedBy"), width: 110, cell: (row) => <Clip text={row.addedBy} /> },
      { id: "addedAt", title: t("addedAt"), width: 150, cell: (row) => format(row.addedAtMs) },
    ];
    if (!mayChange) return columns;
    const action: DataColumn<BlacklistRow> = {
      id: "action",
      title: t("action"),
      width: 100,
      align: "right",
      cell: (row) => (
        <Button
          type="link"
          danger
          aria-label={t("blacklist.removeOf", { label: row.label })}
          onClick={() => remove(row)}
        >
          {t("blacklist.remove")}
        </Button>
      ),
    };
    return [...columns, action];
  }, [t, format, mayChange, remove]);
}
