import { ClockCircleOutlined, ExclamationCircleFilled } from "@ant-design/icons";
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { slaLight } from "#shared/domain/time/sla";
import { workingMinutesBetween } from "#shared/domain/time/working-calendar";
import { classes } from "../lib/classes";
import { useFormatTime } from "../lib/format-time";
import { useNow } from "../lib/use-now";
import styles from "./sla-clock.module.css";

interface Props {
  submittedAtMs: number | null;
  dueAtMs: number | null;
  estimated: boolean;
}

const WORKING_DAY_MINUTES = 9 * 60;
const REFRESH_MS = 30_000;

/** Working time left until the published due time, with the traffic light of `domain.md` §10 as colour and word. */
export function SlaClock({ submittedAtMs, dueAtMs, estimated }: Props) {
  const { t } = useTranslation();
  const format = useFormatTime();
  const nowMs = useNow(REFRESH_MS);
  const duration = useWorkingDuration();
  if (submittedAtMs === null || dueAtMs === null) return <span className={styles.none}>—</span>;
  const light = slaLight({ startedAtMs: submittedAtMs, dueAtMs, nowMs });
  const over = light === "BREACHED";
  const minutes = over ? workingMinutesBetween(dueAtMs, nowMs) : workingMinutesBetween(nowMs, dueAtMs);
  const text = t(over ? "sla.over" : "sla.left", { time: duration(minutes) });
  const tip = (
    <>
      <div>{t("sla.due", { at: format(dueAtMs) })}</div>
      <div>
        {t(`sla.${light}`)} · {t("sla.working")}
      </div>
      {estimated ? <div>{t("sla.estimated")}</div> : null}
    </>
  );
  return (
    <Tooltip title={tip}>
      <span className={classes(styles.clock, styles[light])}>
        {over || light === "RED" ? <ExclamationCircleFilled /> : <ClockCircleOutlined />}
        <span>{text}</span>
        {estimated ? <sup>≈</sup> : null}
        <span className="visually-hidden">{t(`sla.${light}`)}</span>
      </span>
    </Tooltip>
  );
}

/** Working minutes in words; a day is nine hours. */
export function useWorkingDuration(): (minutes: number) => string {
  const { t } = useTranslation();
  return (minutes) => {
    const whole = Math.max(0, Math.round(minutes));
    const d = Math.floor(whole / WORKING_DAY_MINUTES);
    const h = Math.floor((whole % WORKING_DAY_MINUTES) / 60);
    const m = whole % 60;
    if (d > 0) return t("duration.dh", { d, h });
    return h > 0 ? t("duration.hm", { h, m }) : t("duration.m", { m });
  };
}
