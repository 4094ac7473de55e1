import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Figure } from "#shared/contract/staff-insights";
import styles from "./insights.module.css";
import type { Scope } from "./use-scope";

interface Props {
  figure: Figure;
  count: number;
  scope: Scope;
  reviewer?: string;
  day?: string;
  /** What is counted, when more than the figure's name is needed. */
  label?: string;
}

/** A number that opens exactly the rounds it counts. */
export function FigureLink({ figure, count, scope, reviewer, day, label }: Props) {
  const { t } = useTranslation("insights");
  return (
    <Link
      to="/insights/rounds"
      search={{ ...scope, figure, reviewer, day }}
      className={styles.figureLink}
      aria-label={t("list", { label: label ?? t(`figure.${figure}`), count })}
      data-figure={figure}
    >
      {count}
    </Link>
  );
}
