import { ArrowRightOutlined } from "@ant-design/icons";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { OrderView } from "../../../lib/trpc";
import type { Span } from "./change-groups";
import styles from "./review.module.css";

interface Props {
  span: Span;
  /** The newest revision. */
  revision: number;
  verdicts: OrderView["previousReasons"];
  onPick: (span: Span) => void;
}

/** Any two revisions, the earlier one first; each says what was decided about it. */
export function SpanPicker({ span, revision, verdicts, onPick }: Props) {
  const { t } = useTranslation("workbench");
  const all = Array.from({ length: revision }, (_, at) => at + 1);
  const option = (value: number) => {
    const outcome = verdicts.find((verdict) => verdict.revision === value)?.outcome;
    const name = t("changes.revision", { n: value });
    const decided = outcome === undefined ? "" : ` · ${t(`codes:outcomeDone.${outcome}`)}`;
    return { value, label: `${name}${decided}${value === revision ? ` · ${t("changes.newest")}` : ""}` };
  };
  return (
    <div className={styles.span}>
      <Select<number>
        className={styles.revision ?? ""}
        size="small"
        value={span.from}
        aria-label={t("changes.from")}
        options={all.filter((value) => value < span.to).map(option)}
        onChange={(from) => onPick({ ...span, from })}
      />
      <ArrowRightOutlined aria-hidden="true" />
      <Select<number>
        className={styles.revision ?? ""}
        size="small"
        value={span.to}
        aria-label={t("changes.to")}
        options={all.filter((value) => value > 1).map(option)}
        onChange={(to) => onPick({ from: Math.min(span.from, to - 1), to })}
      />
    </div>
  );
}
