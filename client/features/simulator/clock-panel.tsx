import { FastForwardOutlined } from "@ant-design/icons";
import { Button, Select, Space } from "antd";
import { useTranslation } from "react-i18next";
import type { SimulatorStatus } from "#shared/contract/staff-simulator";
import { useBureauClock } from "../../lib/bureau-clock";
import { useFormatTime } from "../../lib/format-time";
import { Panel } from "./panel";
import styles from "./simulator.module.css";
import { useControl } from "./use-simulator";

const SPEEDS = [0, 1, 60, 600, 3600, 21_600];
const HOUR_MS = 3_600_000;
const STEPS = [
  { name: "hour", advanceMs: HOUR_MS },
  { name: "day", advanceMs: 24 * HOUR_MS },
  { name: "week", advanceMs: 7 * 24 * HOUR_MS },
];

/** The simulated bureau's own clock: its time, its speed, and jumps ahead. */
export function ClockPanel({ status }: { status: SimulatorStatus }) {
  const { t } = useTranslation("simulator");
  const control = useControl();
  const factor = status.control.clockFactor;
  const speeds = SPEEDS.includes(factor) ? SPEEDS : [...SPEEDS, factor].sort((a, b) => a - b);
  const nameOf = (speed: number) =>
    SPEEDS.includes(speed) ? t(`clock.speeds.${speed}`) : t("clock.other", { factor: speed });
  return (
    <Panel title={t("clock.title")}>
      <BureauTime />
      <div className={styles.field}>
        <span>{t("clock.speed")}</span>
        <Select
          className={styles.grow}
          aria-label={t("clock.speed")}
          value={factor}
          loading={control.isPending}
          options={speeds.map((speed) => ({ value: speed, label: nameOf(speed) }))}
          onChange={(clockFactor) => control.mutate({ clockFactor })}
        />
      </div>
      <div className={styles.field}>
        <span>{t("clock.advance")}</span>
        <Space.Compact>
          {STEPS.map(({ name, advanceMs }) => (
            <Button
              key={name}
              icon={<FastForwardOutlined />}
              disabled={control.isPending}
              onClick={() => control.mutate({ advanceMs })}
            >
              {t(`clock.${name}`)}
            </Button>
          ))}
        </Space.Compact>
      </div>
    </Panel>
  );
}

function BureauTime() {
  const { t } = useTranslation("simulator");
  const format = useFormatTime();
  const clock = useBureauClock(1_000);
  return (
    <div className={styles.clock}>
      <span className={styles.help}>{t("clock.now")}</span>
      <strong>{format(clock.nowMs)}</strong>
      {clock.factor === 0 ? <span className={styles.help}>{t("clock.stopped")}</span> : null}
    </div>
  );
}
