import { CloseOutlined, FlagFilled } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { usePlaceName } from "../fields/use-place-name";
import styles from "../workbench.module.css";
import { useWorkbench } from "../workbench-context";
import { isOutdated } from "./draft-gap";

/** The marks made so far; each leads back to its field. */
export function MarkedFields() {
  const { t } = useTranslation("workbench");
  const { draft, order, editable, changeDraft, jump } = useWorkbench();
  const name = usePlaceName();
  if (draft.reasons.length === 0) return <span className={styles.noMarks}>{t("verdict.noMarks")}</span>;
  return (
    <ul className={styles.chips} aria-label={t("marks", { count: draft.reasons.length })}>
      {draft.reasons.map((reason) => (
        <li key={`${reason.ruleId ?? ""} ${reason.fieldPath}`}>
          <button
            type="button"
            className={reason.text.trim() === "" ? styles.chipEmpty : styles.chip}
            title={reason.text || t("gap.EMPTY_REASON")}
            onClick={() => jump(reason.fieldPath)}
          >
            <FlagFilled /> {name(reason.fieldPath)}
          </button>
          {editable && isOutdated(reason, order.findings) ? (
            <button
              type="button"
              className={styles.outdated}
              title={t("verdict.outdatedHint")}
              aria-label={t("reason.removeOf", { field: name(reason.fieldPath) })}
              onClick={() => changeDraft({ type: "UNMARK", reason })}
            >
              {t("verdict.outdated")} <CloseOutlined />
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
