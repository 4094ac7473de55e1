import { useTranslation } from "react-i18next";
import type { ReviewerRow } from "#shared/contract/staff-insights";
import { type PlainColumn, PlainTable } from "../../ui/plain-table";
import { FigureLink } from "./figure-link";
import { formatShare } from "./format-share";
import type { Scope } from "./use-scope";

const FIGURES = ["decided", "approved", "revised", "rejected", "onTime"] as const;
const HOUR_MS = 3_600_000;

/** Who decided what in the range; every count opens that person's rounds. */
export function ReviewerTable({ rows, scope }: { rows: readonly ReviewerRow[]; scope: Scope }) {
  const { t } = useTranslation("insights");
  const duration = useHandlingTime();
  const counts = FIGURES.map(
    (figure): PlainColumn<ReviewerRow> => ({
      id: figure,
      title: t(`figure.${figure}`),
      align: "right",
      cell: (row) => (
        <FigureLink
          figure={figure}
          count={row[figure]}
          scope={scope}
          reviewer={row.reviewer}
          label={`${row.reviewer} ${t(`figure.${figure}`)}`}
        />
      ),
    }),
  );
  return (
    <PlainTable
      label={t("reviewers.title")}
      rows={rows}
      rowKey={(row) => row.reviewer}
      columns={[
        { id: "reviewer", title: t("reviewers.reviewer"), cell: (row) => row.reviewer },
        ...counts,
        {
          id: "onTimeShare",
          title: t("reviewers.onTimeShare"),
          align: "right",
          cell: (row) => (row.decided === 0 ? "—" : formatShare(row.onTime / row.decided)),
        },
        {
          id: "median",
          title: t("reviewers.median"),
          align: "right",
          cell: (row) => (
            <span title={t("reviewers.medianHelp")}>
              {row.medianHandlingMs === null ? "—" : duration(row.medianHandlingMs)}
            </span>
          ),
        },
      ]}
    />
  );
}

/** Hands-on time: minutes and seconds, from one hour on hours and minutes. */
function useHandlingTime(): (ms: number) => string {
  const { t } = useTranslation("insights");
  return (ms) => {
    const seconds = Math.round(ms / 1000);
    if (ms < HOUR_MS) return t("reviewers.seconds", { m: Math.floor(seconds / 60), s: seconds % 60 });
    return t("common:duration.hm", { h: Math.floor(seconds / 3600), m: Math.floor((seconds % 3600) / 60) });
  };
}
