import { useTranslation } from "react-i18next";
import type { TrackingRow } from "#shared/contract/staff-bureau";
import { WORKING_DAY_MINUTES, workingMinutesBetween } from "#shared/domain/time/working-calendar";
import { useBureauClock } from "../../lib/bureau-clock";
import { useNow } from "../../lib/use-now";
import { Clip } from "../../ui/clip";
import { StatusTag } from "../../ui/order-labels";
import { SmsLine } from "./sms-line";

const REFRESH_MS = 10_000;

/** What there is to say about an order at its stage: codes, working days, the bureau's words, the number. */
export function RowProgress({ row }: { row: TrackingRow }) {
  switch (row.stage) {
    case "SMS":
      return <SmsLine sms={row.sms ?? { deadlineMs: null, attemptsLeft: null, resendsLeft: null }} />;
    case "REVIEW":
      return <WorkingDays sinceMs={row.sinceMs} />;
    case "RETURNED":
      return (
        <>
          <StatusTag status={row.status} />
          {row.opinion ? <Clip text={row.opinion} /> : null}
        </>
      );
    case "DONE":
      return <Clip text={numbersText(row)} />;
    default:
      return null;
  }
}

/**
 * Working days that the bureau has had. Since when is known in our time only; with a clock that runs fast, as in the
 * demo, the wait is taken times its present speed and shown as an estimate.
 */
function WorkingDays({ sinceMs }: { sinceMs: number }) {
  const { t } = useTranslation("tracking");
  const nowMs = useNow(REFRESH_MS);
  const bureau = useBureauClock(REFRESH_MS);
  const waitedMs = Math.max(0, nowMs - sinceMs) * bureau.factor;
  const days = (workingMinutesBetween(bureau.nowMs - waitedMs, bureau.nowMs) / WORKING_DAY_MINUTES).toFixed(
    1,
  );
  if (bureau.factor === 1) return <span>{t("board.workingDays", { days })}</span>;
  return <span title={t("board.fast")}>{t("board.aboutWorkingDays", { days })}</span>;
}

function numbersText(row: TrackingRow): string {
  const { entity = null, services = [] } = row.filingNumbers ?? {};
  return services.length > 0 ? services.join(", ") : (entity ?? "");
}
