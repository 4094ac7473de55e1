import { Slider, Switch } from "antd";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SimulatorStatus } from "#shared/contract/staff-simulator";
import { Panel } from "./panel";
import styles from "./simulator.module.css";
import { useControl } from "./use-simulator";

const FAILURES = [
  "recordError",
  "domainFail",
  "smsTimeout",
  "smsLocked",
  "refuse",
  "duplicateResult",
] as const;

/** What happens by itself: applicants who answer their codes, and how often each step goes wrong. */
export function BehaviourPanel({ status }: { status: SimulatorStatus }) {
  const { t } = useTranslation("simulator");
  const control = useControl();
  const id = useId();
  return (
    <Panel title={t("behaviour.title")}>
      <div className={styles.switch}>
        <Switch
          aria-labelledby={id}
          checked={status.control.autoVerifySms}
          loading={control.isPending}
          onChange={(autoVerifySms) => control.mutate({ autoVerifySms })}
        />
        <span>
          <span id={id}>{t("behaviour.autoVerify")}</span>
          <span className={styles.help}>{t("behaviour.autoVerifyHelp")}</span>
        </span>
      </div>
      <h3 className={styles.subtitle}>{t("behaviour.failures")}</h3>
      {FAILURES.map((name) => (
        <FailureSlider
          key={name}
          label={t(`behaviour.${name}`)}
          share={status.control.failures[name]}
          onSet={(share) => control.mutate({ failures: { [name]: share } })}
        />
      ))}
    </Panel>
  );
}

interface SliderProps {
  label: string;
  /** Probability 0–1. */
  share: number;
  onSet: (share: number) => void;
}

function FailureSlider({ label, share, onSet }: SliderProps) {
  const stored = Math.round(share * 100);
  const [percent, setPercent] = useState(stored);
  useEffect(() => setPercent(stored), [stored]);
  return (
    <div className={styles.slider}>
      <span title={label}>{label}</span>
      <Slider
        ariaLabelForHandle={label}
        min={0}
        max={100}
        value={percent}
        tooltip={{ formatter: null }}
        onChange={setPercent}
        onChangeComplete={(value) => onSet(value / 100)}
      />
      <span className={styles.percent}>{percent}%</span>
    </div>
  );
}
