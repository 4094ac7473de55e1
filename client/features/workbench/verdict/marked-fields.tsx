import { FlagFilled } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { fieldElement } from "../fields/field-elements";
import { useFieldLabel } from "../fields/use-field-label";
import { fieldsOf } from "../model/sections-of";
import styles from "../workbench.module.css";
import { useWorkbench } from "../workbench-context";

/** The marks made so far; each leads back to its field. */
export function MarkedFields() {
  const { t } = useTranslation("workbench");
  const { draft, sections, choose } = useWorkbench();
  const label = useFieldLabel();
  if (draft.reasons.length === 0) return <span className={styles.noMarks}>{t("verdict.noMarks")}</span>;
  const go = (path: string) => {
    choose(sections.flatMap(fieldsOf).find((field) => field.path === path) ?? null);
    fieldElement(path)?.scrollIntoView({ block: "center" });
  };
  return (
    <ul className={styles.chips} aria-label={t("marks", { count: draft.reasons.length })}>
      {draft.reasons.map((reason) => (
        <li key={`${reason.ruleId ?? ""} ${reason.fieldPath}`}>
          <button
            type="button"
            className={reason.text.trim() === "" ? styles.chipEmpty : styles.chip}
            title={reason.text || t("gap.EMPTY_REASON")}
            onClick={() => go(reason.fieldPath)}
          >
            <FlagFilled /> {label(reason.fieldPath)}
          </button>
        </li>
      ))}
    </ul>
  );
}
