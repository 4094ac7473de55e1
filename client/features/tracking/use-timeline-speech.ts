import { useTranslation } from "react-i18next";
import { useFormatTime } from "../../lib/format-time";
import { useLocale } from "../../lib/i18n";
import type { Speech } from "./timeline-wording";

/** The present language for the wording of bureau events. */
export function useTimelineSpeech(): Speech {
  const { t } = useTranslation("tracking");
  const format = useFormatTime();
  const locale = useLocale();
  return { t, time: (atMs) => format(atMs, "seconds"), locale };
}
