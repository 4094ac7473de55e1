import { Popover } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FindingView } from "#shared/contract/staff-review";
import type { Text } from "#shared/domain/rules/rule";
import { useSpoken } from "../../../lib/use-spoken";
import { usePlaceName } from "../fields/use-place-name";
import { EvidenceLines } from "./evidence-lines";
import styles from "./findings.module.css";
import { useInputName } from "./use-input-name";

/** "Why does it say this?" in one click: the rule, the evidence it read, and where the rule comes from. */
export function WhyPopover({ finding }: { finding: FindingView }) {
  return (
    <RulePopover ruleId={finding.ruleId}>
      <Why finding={finding} />
    </RulePopover>
  );
}

/** The number of a rule; pressed, it explains itself. */
export function RulePopover({ ruleId, children }: { ruleId: string; children: ReactNode }) {
  const { t } = useTranslation("workbench");
  return (
    <Popover trigger="click" placement="bottomRight" destroyOnHidden content={children}>
      <button type="button" className={styles.why} aria-label={t("finding.whyOf", { rule: ruleId })}>
        {ruleId}
      </button>
    </Popover>
  );
}

/** What a rule says of itself: number, title, and lines of name and content, the source last. */
export function RuleCard({ ruleId, title, source, children }: RuleCardProps) {
  const { t } = useTranslation("workbench");
  const spoken = useSpoken();
  return (
    <div className={styles.whyBox}>
      <strong>
        {ruleId} {spoken(title)}
      </strong>
      <dl>
        {children}
        <dt>{t("finding.source")}</dt>
        <dd>{source === "" ? t("finding.notGiven") : source}</dd>
      </dl>
    </div>
  );
}

interface RuleCardProps {
  ruleId: string;
  title: Text;
  source: string;
  children: ReactNode;
}

function Why({ finding }: { finding: FindingView }) {
  const { t } = useTranslation("workbench");
  const name = usePlaceName();
  const input = useInputName();
  return (
    <RuleCard ruleId={finding.ruleId} title={finding.title} source={finding.source}>
      <dt>{t("finding.place")}</dt>
      <dd>{name(finding.fieldPath)}</dd>
      <dt>{t("finding.how")}</dt>
      <dd>{t(`finding.check.${finding.check}`)}</dd>
      {finding.missing.length > 0 ? (
        <>
          <dt>{t("finding.missing")}</dt>
          <dd>{finding.missing.map(input).join(t("value.separator"))}</dd>
        </>
      ) : null}
      {finding.evidence.length > 0 ? (
        <>
          <dt>{t("finding.evidence")}</dt>
          <dd>
            <EvidenceLines evidence={finding.evidence} />
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
    </RuleCard>
  );
}
