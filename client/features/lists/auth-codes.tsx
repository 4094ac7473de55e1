import { useQuery } from "@tanstack/react-query";
import { Tag } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AuthCodeRow } from "#shared/contract/staff-rules";
import { useFormatTime } from "../../lib/format-time";
import { trpc } from "../../lib/trpc";
import { Clip } from "../../ui/clip";
import { type DataColumn, DataTable } from "../../ui/data-table";
import { ListPlaceholder } from "../../ui/list-placeholder";
import styles from "../../ui/rule-change/rule-change.module.css";
import { AddAuthCode } from "./auth-code-dialog";
import { RegisterHead } from "./register-head";

/** Filing authorisation codes that we have issued: an order may only name one of these. */
export function AuthCodes() {
  const { t } = useTranslation("lists");
  const codes = useQuery(trpc.lists.authCodes.queryOptions({}));
  const [adding, setAdding] = useState(false);
  const columns = useAuthCodeColumns();
  const rows = codes.data?.rows ?? [];
  return (
    <div className={styles.stack}>
      <RegisterHead register="authCodes" onAdd={() => setAdding(true)} />
      <DataTable
        id="auth-codes"
        label={t("list.authCodes")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.code}
        loading={codes.isPending}
        placeholder={
          <ListPlaceholder
            error={codes.error}
            retry={() => void codes.refetch()}
            empty={t("authCodes.empty")}
          />
        }
        footer={t("common:table.total", { count: rows.length })}
      />
      {adding ? <AddAuthCode onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

function useAuthCodeColumns(): DataColumn<AuthCodeRow>[] {
  const { t } = useTranslation("lists");
  const format = useFormatTime();
  return useMemo(
    () => [
      {
        id: "code",
        title: t("authCodes.code"),
        width: 200,
        grow: true,
        cell: (row) => <Clip text={row.code} />,
      },
      {
        id: "issuer",
        title: t("authCodes.issuer"),
        width: 200,
        cell: (row) => <Clip text={row.issuerInstanceId ?? "—"} />,
      },
      {
        id: "valid",
        title: t("authCodes.issuerValid"),
        width: 120,
        cell: (row) => (
          <Tag color={row.issuerValid ? "success" : "error"}>
            {t(row.issuerValid ? "authCodes.valid" : "authCodes.invalid")}
          </Tag>
        ),
      },
      {
        id: "used",
        title: t("authCodes.used"),
        width: 110,
        cell: (row) => t(row.used ? "common:yes" : "common:no"),
      },
      { id: "addedBy", title: t("addedBy"), width: 120, cell: (row) => <Clip text={row.addedBy} /> },
      { id: "addedAt", title: t("addedAt"), width: 150, cell: (row) => format(row.addedAtMs) },
    ],
    [t, format],
  );
}
