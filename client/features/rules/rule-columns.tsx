import { ClockCircleOutlined } from "@ant-design/icons";
import { Tag } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { RuleRow } from "#shared/contract/staff-rules";
import type { Severity } from "#shared/domain/rules/rule";
import { useSpoken } from "../../lib/use-spoken";
import { Clip } from "../../ui/clip";
import type { DataColumn } from "../../ui/data-table";
import styles from "../../ui/rule-change/rule-change.module.css";

export const RULES_TABLE = "rules";

export function useRuleColumns(): DataColumn<RuleRow>[] {
  const { t } = useTranslation("rules");
  const spoken = useSpoken();
  return useMemo(
    () => [
      { id: "id", title: t("column.id"), width: 76, fixed: true, sortable: true, cell: (rule) => rule.id },
      {
        id: "title",
        title: t("column.title"),
        width: 180,
        fixed: true,
        grow: true,
        cell: (rule) => <Clip text={spoken(rule.title)} />,
      },
      {
        id: "group",
        title: t("column.group"),
        width: 112,
        cell: (rule) => <Clip text={t(`group.${rule.group}`)} />,
      },
      {
        id: "severity",
        title: t("column.severity"),
        width: 132,
        cell: (rule) => <SeverityTags rule={rule} />,
      },
      {
        id: "check",
        title: t("column.check"),
        width: 88,
        cell: (rule) => <Clip text={t(`check.${rule.check}`)} />,
      },
      {
        id: "gate",
        title: t("column.gate"),
        width: 76,
        cell: (rule) => <Clip text={t(`gate.${rule.gate}`)} />,
      },
      {
        id: "override",
        title: t("column.override"),
        width: 84,
        cell: (rule) => <Clip text={t(`override.${rule.override}`)} />,
      },
      {
        id: "hits",
        title: t("column.hits"),
        width: 66,
        align: "right",
        sortable: true,
        cell: (rule) => rule.hits,
      },
      {
        id: "openHits",
        title: t("column.openHits"),
        width: 84,
        align: "right",
        sortable: true,
        cell: (rule) => rule.openHits,
      },
      {
        id: "overrideRate",
        title: t("column.overrideRate"),
        width: 92,
        align: "right",
        sortable: true,
        cell: (rule) => (
          <span
            title={t("rateOf", { overridden: rule.overridden, decided: rule.accepted + rule.overridden })}
          >
            {percent(rule.overrideRate)}
          </span>
        ),
      },
      {
        id: "source",
        title: t("column.source"),
        width: 150,
        grow: true,
        cell: (rule) => <Clip text={rule.source} />,
      },
      { id: "state", title: t("column.state"), width: 84, cell: (rule) => <StateTag rule={rule} /> },
    ],
    [t, spoken],
  );
}

export function percent(rate: number | null): string {
  return rate === null ? "—" : `${Math.round(rate * 100)}%`;
}

const SEVERITY_COLOURS = { block: "error", warn: "warning", info: "default" } as const;

export function SeverityTag({ severity }: { severity: Severity }) {
  const { t } = useTranslation("rules");
  return <Tag color={SEVERITY_COLOURS[severity]}>{t(`severity.${severity}`)}</Tag>;
}

/** The severity in force; where an administrator chose another than the declared one, both. */
export function SeverityTags({ rule }: { rule: RuleRow }) {
  const { t } = useTranslation("rules");
  if (rule.severity === rule.declaredSeverity) return <SeverityTag severity={rule.severity} />;
  return (
    <span
      className={styles.badge}
      title={t("severityChanged", {
        declared: t(`severity.${rule.declaredSeverity}`),
        now: t(`severity.${rule.severity}`),
      })}
    >
      <SeverityTag severity={rule.declaredSeverity} />
      <span aria-hidden="true">→</span>
      <SeverityTag severity={rule.severity} />
    </span>
  );
}

function StateTag({ rule }: { rule: RuleRow }) {
  const { t } = useTranslation("rules");
  const { enabled, scheduled } = rule;
  const later = scheduled === null ? null : t("scheduledFrom", { day: scheduled.effectiveFrom });
  return (
    <span className={styles.badge}>
      <Tag color={enabled ? "success" : "default"}>{t(enabled ? "state.on" : "state.off")}</Tag>
      {later === null ? null : <ClockCircleOutlined aria-label={later} title={later} />}
    </span>
  );
}
