import { BulbOutlined } from "@ant-design/icons";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { suggestedOutcome } from "#shared/domain/review/suggested-outcome";
import { classes } from "../../../lib/classes";
import { useSpoken } from "../../../lib/use-spoken";
import { useChecklist } from "../review/use-checklist";
import styles from "../workbench.module.css";
import { useWorkbench } from "../workbench-context";
import { overrideFor } from "./draft";

/** The outcome that the findings speak for, as far as they have not been set aside, and why. */
export function Suggestion() {
  const { t } = useTranslation("workbench");
  const spoken = useSpoken();
  const { order, draft, openView } = useWorkbench();
  const { open } = useChecklist();
  const { outcome, because, ruleIds } = useMemo(
    () =>
      suggestedOutcome(order.findings, (finding) => {
        const override = overrideFor(draft, finding);
        return override !== undefined && override.reason.trim() !== "";
      }),
    [order.findings, draft],
  );
  const why = `${spoken(because)}${ruleIds.length > 0 ? ` (${ruleIds.join(", ")})` : ""}`;
  return (
    <p className={classes(styles.suggested, styles[`suggest${outcome}`])}>
      <BulbOutlined aria-hidden="true" />
      <span>{t("suggestion.outcome")}</span>
      <strong>{t(`codes:outcome.${outcome}`)}</strong>
      <span className={styles.because} title={why}>
        {why}
      </span>
      {open === 0 ? null : (
        <button type="button" className={styles.openPoints} onClick={() => openView("CHECKLIST")}>
          {t("checklist.open", { count: open })}
        </button>
      )}
    </p>
  );
}
