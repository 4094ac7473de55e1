import { Tag } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TemplateRow } from "#shared/contract/staff-templates";
import { useSpoken } from "../../lib/use-spoken";
import { Clip } from "../../ui/clip";
import type { DataColumn } from "../../ui/data-table";

export const TEMPLATES_TABLE = "templates";

export function useTemplateColumns(): DataColumn<TemplateRow>[] {
  const { t } = useTranslation("templates");
  const spoken = useSpoken();
  return useMemo(
    () => [
      { id: "code", title: t("column.code"), width: 100, fixed: true, cell: (row) => row.code },
      {
        id: "title",
        title: t("column.title"),
        width: 220,
        fixed: true,
        cell: (row) => <Clip text={spoken(row.title)} />,
      },
      {
        id: "body",
        title: t("column.body"),
        width: 230,
        grow: true,
        cell: (row) => <Clip text={spoken(row.body)} />,
      },
      {
        id: "outcome",
        title: t("column.outcome"),
        width: 110,
        cell: ({ outcome }) => (outcome === null ? "—" : t(`codes:outcome.${outcome}`)),
      },
      {
        id: "rules",
        title: t("column.rules"),
        width: 130,
        cell: (row) => <Clip text={row.rules.join(", ") || "—"} />,
      },
      {
        id: "params",
        title: t("column.params"),
        width: 150,
        cell: (row) => <Clip text={row.params.join(", ") || "—"} />,
      },
      {
        id: "conditions",
        title: t("column.conditions"),
        width: 130,
        cell: (row) => <Clip text={conditionWords(row, t)} />,
      },
      {
        id: "version",
        title: t("column.version"),
        width: 76,
        align: "right",
        cell: (row) => (row.version === 0 ? "—" : row.version),
      },
      {
        id: "draft",
        title: t("column.draft"),
        width: 88,
        cell: ({ draft }) => (draft === null ? null : <Tag color="warning">{t("state.DRAFT")}</Tag>),
      },
    ],
    [t, spoken],
  );
}

type Translate = (key: string) => string;

/** The filing types that the template's rules speak about. */
export function conditionWords({ conditions }: Pick<TemplateRow, "conditions">, t: Translate): string {
  const { filingTypes } = conditions;
  if (filingTypes === null) return t("anyOrder");
  return filingTypes.map((type) => t(`codes:filingType.${type}`)).join(t("comma"));
}
