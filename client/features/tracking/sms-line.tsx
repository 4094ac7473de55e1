import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { SMS_RULES } from "#shared/contract/bureau-v1";
import type { TrackingRow } from "#shared/contract/staff-bureau";
import { useBureauClock } from "../../lib/bureau-clock";
import { classes } from "../../lib/classes";
import { formatCountdown, useFormatTime } from "../../lib/format-time";
import styles from "./tracking.module.css";

type Sms = NonNullable<TrackingRow["sms"]>;

/** From here on the countdown warns. */
const LATE_MS = 4 * 3_600_000;

/** Time left for the SMS codes on the bureau's clock, and the inputs and resends that are left. */
export function SmsLine({ sms }: { sms: Sms }) {
  const { t } = useTranslation("tracking");
  const { deadlineMs, attemptsLeft, resendsLeft } = sms;
  if (deadlineMs === null) return <span>{t("sms.waiting")}</span>;
  // Until the bureau reports an input or a resend, nothing of them is used up.
  const parts = [
    t("sms.attempts", { count: attemptsLeft ?? SMS_RULES.wrongInputs }),
    t("sms.resends", { count: resendsLeft ?? SMS_RULES.resends }),
  ];
  return (
    <span className={styles.sms}>
      <Countdown deadlineMs={deadlineMs} />
      <span className={styles.faint}>{parts.join(" · ")}</span>
    </span>
  );
}

/** The deadline itself and the clock it runs on, for where there is room. */
export function SmsDeadline({ deadlineMs }: { deadlineMs: number }) {
  const { t } = useTranslation("tracking");
  const format = useFormatTime();
  const clock = useBureauClock(1_000);
  return (
    <p className={styles.faint}>
      {t("sms.deadline", { at: format(deadlineMs) })} · {t("sms.clock", { at: format(clock.nowMs) })}
    </p>
  );
}

function Countdown({ deadlineMs }: { deadlineMs: number }) {
  const { t } = useTranslation("tracking");
  const format = useFormatTime();
  const clock = useBureauClock(1_000);
  const leftMs = deadlineMs - clock.nowMs;
  const tip = (
    <>
      <div>{t("sms.deadline", { at: format(deadlineMs) })}</div>
      <div>{t("sms.clock", { at: format(clock.nowMs) })}</div>
      {clock.factor > 1 ? <div>{t("sms.fast", { time: formatCountdown(clock.factor * 1_000) })}</div> : null}
    </>
  );
  return (
    <Tooltip title={tip}>
      <span className={classes(styles.countdown, leftMs < LATE_MS && styles.late)}>
        {leftMs <= 0 ? t("sms.over") : t("sms.left", { time: formatCountdown(leftMs) })}
      </span>
    </Tooltip>
  );
}
