import { CheckCircleFilled, ExclamationCircleFilled, PlusCircleFilled } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { DiffAnswer, FindingKey } from "#shared/contract/staff-review";
import { useSpoken } from "../../../lib/use-spoken";
import { usePlaceName } from "../fields/use-place-name";
import { useWorkbench } from "../workbench-context";
import styles from "./review.module.css";

const STATES = ["remaining", "added", "resolved"] as const;
const ICONS = {
  remaining: <ExclamationCircleFilled className={styles.alarming ?? ""} aria-hidden="true" />,
  added: <PlusCircleFilled className={styles.alarming ?? ""} aria-hidden="true" />,
  resolved: <CheckCircleFilled className={styles.good ?? ""} aria-hidden="true" />,
};

/** What became of the machine's findings between the two revisions; what is left to do comes first. */
export function FindingChanges({ findings }: { findings: DiffAnswer["findings"] }) {
  const { t } = useTranslation("workbench");
  const states = STATES.filter((state) => findings[state].length > 0);
  return (
    <section className={styles.box}>
      <h2 className={styles.boxTitle}>{t("changes.findings")}</h2>
      {states.length === 0 ? <p className={styles.quiet}>{t("changes.noFindings")}</p> : null}
      {states.map((state) => (
        <div key={state} className={styles.findingState}>
          <h3 className={styles.stateTitle}>
            {ICONS[state]} {t(`changes.${state}`)}
          </h3>
          <ul className={styles.lines}>
            {findings[state].map((finding) => (
              <FindingLine key={`${finding.ruleId} ${finding.fieldPath}`} finding={finding} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function FindingLine({ finding }: { finding: FindingKey }) {
  const spoken = useSpoken();
  const name = usePlaceName();
  const { jump } = useWorkbench();
  const { ruleId, fieldPath, title } = finding;
  return (
    <li className={styles.findingLine}>
      <span className={styles.ruleId}>{ruleId}</span>
      <span className={styles.findingTitle}>{spoken(title)}</span>
      <button type="button" className={styles.link} onClick={() => jump(fieldPath)}>
        {name(fieldPath)}
      </button>
    </li>
  );
}
