import { useQuery } from "@tanstack/react-query";
import { Drawer, Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { RuleRow, RuleSettingRow } from "#shared/contract/staff-rules";
import { useMay } from "../../lib/session";
import { trpc } from "../../lib/trpc";
import { useSpoken } from "../../lib/use-spoken";
import { ChangeHistory } from "../../ui/rule-change/change-history";
import styles from "../../ui/rule-change/rule-change.module.css";
import { SeverityTag, SeverityTags } from "./rule-columns";
import { RuleDeclaration } from "./rule-declaration";
import { RuleForm } from "./rule-form";

const WIDTH = 680;

/** One rule with everything it declares, what administrators did to it, and the form to do it again. */
export function RuleDrawer({ rule, onClose }: { rule: RuleRow | null; onClose: () => void }) {
  const { t } = useTranslation("rules");
  const spoken = useSpoken();
  return (
    <Drawer
      open={rule !== null}
      onClose={onClose}
      size={WIDTH}
      destroyOnHidden
      title={rule === null ? "" : `${rule.id} ${spoken(rule.title)}`}
      closable={{ "aria-label": t("common:action.close") }}
    >
      {rule === null ? null : <RuleSheet key={rule.id} rule={rule} />}
    </Drawer>
  );
}

function RuleSheet({ rule }: { rule: RuleRow }) {
  const { t } = useTranslation("rules");
  const mayChange = useMay("rules.manage");
  return (
    <div className={styles.drawer}>
      <div className={styles.historyHead}>
        <Tag color={rule.enabled ? "success" : "default"}>{t(rule.enabled ? "state.on" : "state.off")}</Tag>
        <SeverityTags rule={rule} />
        {rule.scheduled === null ? null : (
          <Tag color="processing">{t("scheduledFrom", { day: rule.scheduled.effectiveFrom })}</Tag>
        )}
      </div>
      {mayChange ? (
        <>
          <h2>{t("form.title")}</h2>
          {rule.override === "NONE" ? (
            <p className={styles.faint}>{t("form.fixed")}</p>
          ) : (
            <RuleForm rule={rule} />
          )}
        </>
      ) : null}
      <h2>{t("declaration.title")}</h2>
      <RuleDeclaration rule={rule} />
      <h2>{t("change.history")}</h2>
      <RuleHistory rule={rule} />
    </div>
  );
}

function RuleHistory({ rule }: { rule: RuleRow }) {
  const history = useQuery(trpc.rules.history.queryOptions({ ruleId: rule.id }));
  return (
    <ChangeHistory query={history} edits={history.data?.settings ?? []}>
      {(setting) => <SettingWords setting={setting} />}
    </ChangeHistory>
  );
}

function SettingWords({ setting }: { setting: RuleSettingRow }) {
  const { t } = useTranslation("rules");
  return (
    <span className={styles.badge}>
      {t(setting.enabled ? "state.on" : "state.off")}
      {setting.severity === null ? (
        <span>{t("form.asDeclared")}</span>
      ) : (
        <SeverityTag severity={setting.severity} />
      )}
    </span>
  );
}
