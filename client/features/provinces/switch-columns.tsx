import { Tag } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ProvinceView, SwitchView } from "../../lib/trpc";
import { useSpoken } from "../../lib/use-spoken";
import { Clip } from "../../ui/clip";
import type { DataColumn } from "../../ui/data-table";
import { valueWords } from "./switch-wording";
import { useSwitchSpeech } from "./use-switch-speech";

/** One switch of one province. */
export interface SwitchCell {
  readonly province: ProvinceView;
  readonly switch: SwitchView;
}

export function useSwitchColumns(by: "province" | "switch"): DataColumn<SwitchCell>[] {
  const { t } = useTranslation("provinces");
  const spoken = useSpoken();
  const speech = useSwitchSpeech();
  return useMemo(
    () => [
      by === "province"
        ? {
            id: "switch",
            title: t("column.switch"),
            width: 236,
            cell: (cell) => <Clip text={t(`switch.${cell.switch.key}`)} />,
          }
        : {
            id: "province",
            title: t("column.province"),
            width: 120,
            cell: (cell) => <Clip text={spoken(cell.province.name)} />,
          },
      {
        id: "value",
        title: t("column.value"),
        width: 240,
        grow: true,
        cell: ({ switch: { key, value } }) => <Clip text={valueWords(key, value, speech)} />,
      },
      {
        id: "source",
        title: t("column.source"),
        width: 192,
        grow: true,
        cell: (cell) => <Clip text={cell.switch.source ?? "—"} />,
      },
      {
        id: "confidence",
        title: t("column.confidence"),
        width: 92,
        cell: ({ switch: { confidence } }) => (confidence === null ? "—" : t(`confidence.${confidence}`)),
      },
      {
        id: "dates",
        title: t("column.dates"),
        width: 168,
        cell: (cell) => <Clip text={datesOf(cell.switch, t)} />,
      },
      {
        id: "edited",
        title: t("column.edited"),
        width: 92,
        cell: (cell) => <Marks of={cell.switch} />,
      },
    ],
    [by, t, spoken, speech],
  );
}

/** An edit settles a contradiction of the sources, so it is said instead of it. */
function Marks({ of: { edited, conflict } }: { of: SwitchView }) {
  const { t } = useTranslation("provinces");
  if (edited) return <Tag color="processing">{t("edited")}</Tag>;
  return conflict === null ? null : <Tag color="warning">{t("disputed")}</Tag>;
}

type Translate = (key: string, values?: Record<string, string>) => string;

/** The days in which the value holds, as far as they are known. */
export function datesOf(
  { effectiveFrom: from, effectiveTo: to }: Pick<SwitchView, "effectiveFrom" | "effectiveTo">,
  t: Translate,
): string {
  if (from === null && to === null) return "—";
  if (to === null) return t("dates.from", { from: from ?? "" });
  return from === null ? t("dates.to", { to }) : t("dates.both", { from, to });
}
