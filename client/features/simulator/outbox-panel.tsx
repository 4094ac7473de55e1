import { CheckCircleFilled } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { SimulatorCode } from "#shared/contract/staff-simulator";
import { useBureauClock } from "../../lib/bureau-clock";
import { classes } from "../../lib/classes";
import { formatCountdown, useFormatTime } from "../../lib/format-time";
import { Panel } from "./panel";
import styles from "./simulator.module.css";

/** Identity of a message: a resend replaces the code of the same person. */
export function codeKey(code: SimulatorCode): string {
  return `${code.submissionKey}/${code.role}`;
}

interface Props {
  codes: readonly SimulatorCode[];
  selected: string | null;
  onSelect: (code: SimulatorCode) => void;
}

/** The messages that the simulated ministry sent, newest first. */
export function OutboxPanel({ codes, selected, onSelect }: Props) {
  const { t } = useTranslation("simulator");
  return (
    <Panel title={`${t("outbox.title")} (${codes.length})`} help={t("outbox.help")}>
      {codes.length === 0 ? <p className={styles.help}>{t("outbox.empty")}</p> : null}
      <ul className={styles.messages}>
        {codes.map((code) => (
          <li key={codeKey(code)}>
            <button
              type="button"
              className={classes(styles.message, codeKey(code) === selected && styles.selected)}
              aria-pressed={codeKey(code) === selected}
              aria-label={t("outbox.select", { phone: code.phone })}
              onClick={() => onSelect(code)}
            >
              <MessageLines code={code} />
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function MessageLines({ code }: { code: SimulatorCode }) {
  const { t } = useTranslation("simulator");
  const format = useFormatTime();
  const clock = useBureauClock(1_000);
  const leftMs = code.deadlineMs - clock.nowMs;
  const left = leftMs <= 0 ? t("outbox.over") : t("outbox.left", { time: formatCountdown(leftMs) });
  return (
    <>
      <span className={styles.messageRow}>
        <strong className={styles.code}>{code.code}</strong>
        <span>{code.phone}</span>
        <span className={styles.help}>{t(`outbox.role.${code.role}`)}</span>
      </span>
      <span className={styles.messageRow}>
        <span className={styles.help}>{code.submissionKey}</span>
        <span className={styles.help}>{t("outbox.sent", { at: format(code.sentAtMs, "short") })}</span>
      </span>
      <span className={styles.messageRow}>
        {code.verified ? (
          <span className={styles.verified}>
            <CheckCircleFilled /> {t("outbox.verified")}
          </span>
        ) : (
          <span>
            {left} · {t("outbox.attempts", { count: code.attemptsLeft })}
          </span>
        )}
        <span className={styles.help}>{t("outbox.resends", { count: code.resendsLeft })}</span>
      </span>
    </>
  );
}
