import { Timeline } from "antd";
import { useTranslation } from "react-i18next";
import type { TimelineEntry } from "#shared/contract/staff-bureau";
import { useFormatTime } from "../../lib/format-time";
import { timelineFacts, timelineTitle, timelineTone } from "./timeline-wording";
import styles from "./tracking.module.css";
import { useTimelineSpeech } from "./use-timeline-speech";

/** What happened to one push, newest first, codes explained. */
export function SubmissionTimeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const { t } = useTranslation("tracking");
  const time = useFormatTime();
  const speech = useTimelineSpeech();
  if (entries.length === 0) return <p className={styles.empty}>{t("drawer.noTimeline")}</p>;
  const numbered = entries.map((entry, index) => ({ entry, index })).reverse();
  return (
    <Timeline
      className={styles.timeline}
      items={numbered.map(({ entry, index }) => ({
        key: index,
        color: timelineTone(entry),
        content: (
          <div>
            <div className={styles.entryHead}>
              <span>{timelineTitle(entry, speech)}</span>
              <time className={styles.faint} dateTime={new Date(entry.atMs).toISOString()}>
                {time(entry.atMs, "seconds")}
              </time>
            </div>
            <dl className={styles.facts}>
              {timelineFacts(entry, speech).map((fact) => (
                <div key={fact.label} className={styles.fact}>
                  <dt>{fact.label}</dt>
                  <dd>{fact.value}</dd>
                </div>
              ))}
            </dl>
          </div>
        ),
      }))}
    />
  );
}
