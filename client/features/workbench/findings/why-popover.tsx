import { Popover } from "antd";
import { useTranslation } from "react-i18next";
import type { FindingView } from "#shared/contract/staff-review";
import { valueAt } from "#shared/domain/review/field-path";
import { useSpoken } from "../../../lib/use-spoken";
import { useFieldLabel } from "../fields/use-field-label";
import { useWorkbench } from "../workbench-context";
import styles from "./findings.module.css";

/** "Why does it say this?" in one click: the rule, the evidence it read, and where the rule comes from. */
export function WhyPopover({ finding }: { finding: FindingView }) {
  const { t } = useTranslation("workbench");
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={<Why finding={finding} />}
      getPopupContainer={(button) => button.parentElement ?? document.body}
    >
      <button type="button" className={styles.why} aria-label={t("finding.whyOf", { rule: finding.ruleId })}>
        {finding.ruleId}
      </button>
    </Popover>
  );
}

function Why({ finding }: { finding: FindingView }) {
  const { t } = useTranslation("workbench");
  const spoken = useSpoken();
  const label = useFieldLabel();
  return (
    <div className={styles.whyBox}>
      <strong>
        {finding.ruleId} {spoken(finding.title)}
      </strong>
      <dl>
        <dt>{t("finding.place")}</dt>
        <dd>{label(finding.fieldPath)}</dd>
        <dt>{t("finding.how")}</dt>
        <dd>{t(`finding.check.${finding.check}`)}</dd>
        {finding.missing.length > 0 ? (
          <>
            <dt>{t("finding.missing")}</dt>
            <dd>
              {finding.missing.map((path) => (
                <code key={path}>{path}</code>
              ))}
            </dd>
          </>
        ) : null}
        {finding.evidence.length > 0 ? (
          <>
            <dt>{t("finding.evidence")}</dt>
            <dd>
              <EvidenceLines finding={finding} />
            </dd>
          </>
        ) : null}
        <dt>{t("finding.outcome")}</dt>
        <dd>
          {finding.suggestedOutcome === null
            ? t("finding.advice")
            : t(`codes:outcome.${finding.suggestedOutcome}`)}
          {" · "}
          {t(`finding.overrideBy.${finding.override}`)}
        </dd>
        <dt>{t("finding.source")}</dt>
        <dd>{finding.source}</dd>
      </dl>
    </div>
  );
}

/** Places of the document with what stands there now, as masked or revealed as the fields beside it. */
function EvidenceLines({ finding }: { finding: FindingView }) {
  const { t } = useTranslation("workbench");
  const { document } = useWorkbench();
  return (
    <ul className={styles.evidence}>
      {finding.evidence.map(({ path, value }) => (
        <li key={path}>
          <code>{path}</code> <span>{value ?? plain(valueAt(document, path)) ?? t("finding.notGiven")}</span>
        </li>
      ))}
    </ul>
  );
}

function plain(value: unknown): string | null {
  if (value === undefined || value === null || value === "") return null;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
