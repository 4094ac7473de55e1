import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Radio, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RuleRow } from "#shared/contract/staff-rules";
import { SEVERITIES, type Severity } from "#shared/domain/rules/rule";
import { useRefusal } from "../../lib/refusal";
import { trpc } from "../../lib/trpc";
import { ChangeFields, FormField, freshChange, hasReason } from "../../ui/rule-change/change-fields";
import styles from "../../ui/rule-change/rule-change.module.css";
import { useAfterChange } from "../../ui/rule-change/use-change";

const DECLARED = "DECLARED";

/** Switches a rule on or off or gives it another severity, from a day on and for a reason. */
export function RuleForm({ rule }: { rule: RuleRow }) {
  const { t } = useTranslation("rules");
  const refusal = useRefusal();
  const [enabled, setEnabled] = useState(rule.enabled);
  const [severity, setSeverity] = useState<Severity | null>(
    rule.severity === rule.declaredSeverity ? null : rule.severity,
  );
  const [change, setChange] = useState(freshChange);
  const afterChange = useAfterChange(() => setChange(freshChange()));
  const set = useMutation(trpc.rules.set.mutationOptions({ onSuccess: afterChange }));
  return (
    <form
      className={styles.form}
      aria-label={t("form.title")}
      onSubmit={(event) => {
        event.preventDefault();
        set.mutate({ ruleId: rule.id, enabled, severity, ...change });
      }}
    >
      <div className={styles.fields}>
        <FormField label={t("form.enabled")}>
          {(ids) => (
            <Radio.Group
              {...ids}
              aria-label={t("form.enabled")}
              value={enabled}
              options={[
                { value: true, label: t("state.on") },
                { value: false, label: t("state.off") },
              ]}
              onChange={(event) => setEnabled(event.target.value === true)}
            />
          )}
        </FormField>
        <FormField label={t("column.severity")}>
          {(ids) => (
            <Select<Severity | typeof DECLARED>
              {...ids}
              value={severity ?? DECLARED}
              options={[
                {
                  value: DECLARED,
                  label: t("form.declared", { severity: t(`severity.${rule.declaredSeverity}`) }),
                },
                ...SEVERITIES.filter((one) => one !== rule.declaredSeverity).map((value) => ({
                  value,
                  label: t(`severity.${value}`),
                })),
              ]}
              onChange={(value) => setSeverity(value === DECLARED ? null : value)}
            />
          )}
        </FormField>
      </div>
      <ChangeFields change={change} onChange={setChange} />
      {set.error ? <Alert type="warning" showIcon title={refusal(set.error).message} /> : null}
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={set.isPending} disabled={!hasReason(change)}>
          {t("common:action.save")}
        </Button>
      </div>
    </form>
  );
}
