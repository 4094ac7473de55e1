import { CloseOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { AutoComplete, Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { describeJgdm, JGDM_CODES, JGDM_MALFORMED, JGDM_REFUSED } from "#shared/contract/bureau-codes";
import type { TrackingStage } from "#shared/contract/staff-bureau";
import type { SimulatorStatus } from "#shared/contract/staff-simulator";
import { useLocale } from "../../lib/i18n";
import { trpc } from "../../lib/trpc";
import { Panel } from "./panel";
import styles from "./simulator.module.css";
import { useControl } from "./use-simulator";

const OUTCOMES = ["APPROVE", "REFUSE", "DOMAIN_FAIL", "SMS_TIMEOUT", "SMS_LOCKED", "RECORD_ERROR"] as const;
type Outcome = (typeof OUTCOMES)[number];
const UNDER_WAY: TrackingStage[] = ["WAITING", "PUSHING", "DOMAIN_CHECK", "SMS", "REVIEW"];
const RECORD_CODES = Object.keys(JGDM_CODES)
  .map(Number)
  .filter((code) => code > JGDM_REFUSED);

/** Chosen outcomes for single orders. */
export function ForcePanel({ status }: { status: SimulatorStatus }) {
  const { t } = useTranslation("simulator");
  const control = useControl();
  const { forced } = status.control;
  const outcomeText = useOutcomeText();
  return (
    <Panel title={t("force.title")} help={t("force.help")}>
      <ForceForm
        busy={control.isPending}
        onForce={(match, outcome) =>
          control.mutate({ forced: [...forced.filter((rule) => rule.match !== match), { match, outcome }] })
        }
      />
      {forced.length === 0 ? <p className={styles.help}>{t("force.none")}</p> : null}
      <ul className={styles.rules}>
        {forced.map((rule) => (
          <li key={rule.match} className={styles.rule}>
            <span className={styles.clip} title={rule.match}>
              {rule.match}
            </span>
            <span>→ {outcomeText(rule.outcome)}</span>
            <Button
              type="text"
              icon={<CloseOutlined />}
              aria-label={t("force.remove", { match: rule.match })}
              onClick={() => control.mutate({ forced: forced.filter((other) => other.match !== rule.match) })}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function ForceForm({ busy, onForce }: { busy: boolean; onForce: (match: string, outcome: string) => void }) {
  const { t } = useTranslation("simulator");
  const outcomeText = useOutcomeText();
  const [match, setMatch] = useState("");
  const [outcome, setOutcome] = useState<Outcome>("REFUSE");
  const [code, setCode] = useState(JGDM_MALFORMED);
  const orders = useQuery(trpc.bureau.list.queryOptions({ stages: UNDER_WAY, limit: 100 }));
  const send = () => {
    onForce(match.trim(), outcome === "RECORD_ERROR" ? `RECORD_ERROR:${code}` : outcome);
    setMatch("");
  };
  return (
    <div className={styles.form}>
      <AutoComplete
        className={styles.grow}
        aria-label={t("force.order")}
        placeholder={t("force.order")}
        value={match}
        onChange={setMatch}
        maxLength={128}
        options={(orders.data?.rows ?? []).map((row) => ({ value: row.orderNo }))}
        showSearch={{ filterOption: (typed, option) => (option?.value ?? "").includes(typed) }}
      />
      <Select<Outcome>
        className={styles.grow}
        aria-label={t("force.outcome")}
        value={outcome}
        onChange={setOutcome}
        options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      {outcome === "RECORD_ERROR" ? (
        <Select<number>
          className={styles.grow}
          aria-label={t("force.jgdm")}
          value={code}
          onChange={setCode}
          showSearch={{ optionFilterProp: "label" }}
          options={RECORD_CODES.map((value) => ({ value, label: outcomeText(`RECORD_ERROR:${value}`) }))}
        />
      ) : null}
      <Button type="primary" disabled={match.trim() === ""} loading={busy} onClick={send}>
        {t("force.add")}
      </Button>
    </div>
  );
}

/** A forced outcome in words; a record error with its code explained. */
function useOutcomeText(): (outcome: string) => string {
  const { t } = useTranslation("simulator");
  const locale = useLocale();
  return (outcome) => {
    const code = /^RECORD_ERROR:(\d{4})$/.exec(outcome)?.[1];
    if (code === undefined) return t(`outcome.${outcome}`);
    const meaning = describeJgdm(Number(code));
    return `${code} ${locale === "zh-CN" ? meaning.zh : meaning.en}`;
  };
}
