import { Button, Tag, Tooltip } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { StaffRow } from "#shared/contract/staff-session";
import { useMay, useSession } from "../../lib/session";
import { Clip } from "../../ui/clip";
import type { DataColumn } from "../../ui/data-table";
import { useProvinceLabel } from "../../ui/order-labels";
import styles from "./admin.module.css";

export const STAFF_TABLE = "staff";

export function useStaffColumns(onChange: (row: StaffRow) => void): DataColumn<StaffRow>[] {
  const { t } = useTranslation("admin");
  const province = useProvinceLabel();
  const mayManage = useMay("staff.manage");
  const { username } = useSession();
  return useMemo(
    () => [
      {
        id: "username",
        title: t("column.username"),
        width: 150,
        fixed: true,
        cell: ({ username: name }) => <Clip text={name} />,
      },
      {
        id: "displayName",
        title: t("column.displayName"),
        width: 150,
        cell: (row) => <Clip text={row.displayName} />,
      },
      { id: "roles", title: t("column.roles"), width: 240, grow: true, cell: (row) => <Roles row={row} /> },
      {
        id: "provinces",
        title: t("column.provinces"),
        width: 150,
        cell: (row) => <Clip text={row.provinces?.map(province).join(", ") ?? t("all")} />,
      },
      {
        id: "types",
        title: t("column.types"),
        width: 150,
        cell: (row) => (
          <Clip text={row.filingTypes?.map((type) => t(`codes:filingType.${type}`)).join(", ") ?? t("all")} />
        ),
      },
      {
        id: "active",
        title: t("column.active"),
        width: 100,
        cell: (row) => (
          <Tag color={row.active ? "success" : "default"}>{t(row.active ? "active" : "inactive")}</Tag>
        ),
      },
      ...(mayManage
        ? [
            {
              id: "action",
              title: t("column.action"),
              width: 130,
              fixed: true,
              align: "right" as const,
              cell: (row: StaffRow) => (
                <ChangeButton row={row} own={row.username === username} onChange={onChange} />
              ),
            },
          ]
        : []),
    ],
    [t, province, mayManage, username, onChange],
  );
}

function Roles({ row }: { row: StaffRow }) {
  const { t } = useTranslation("codes");
  const text = row.roles.map((role) => t(`role.${role}`)).join(", ");
  return (
    <span className={styles.roles} title={text}>
      {row.roles.map((role) => (
        <Tag key={role} variant="filled" color="processing">
          {t(`role.${role}`)}
        </Tag>
      ))}
    </span>
  );
}

interface ChangeProps {
  row: StaffRow;
  own: boolean;
  onChange: (row: StaffRow) => void;
}

function ChangeButton({ row, own, onChange }: ChangeProps) {
  const { t } = useTranslation("admin");
  if (own) {
    return (
      <Tooltip title={t("ownRoles")}>
        <span className={styles.faint}>{t("you")}</span>
      </Tooltip>
    );
  }
  return (
    <Button type="link" aria-label={t("changeOf", { username: row.username })} onClick={() => onChange(row)}>
      {t("change")}
    </Button>
  );
}
