import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormatTime } from "../../lib/format-time";
import { useLocale } from "../../lib/i18n";
import type { Speech } from "./audit-wording";

/** The present language for the wording of audit records. */
export function useAuditSpeech(): Speech {
  const { t, i18n } = useTranslation("audit");
  const format = useFormatTime();
  const locale = useLocale();
  return useMemo(
    () => ({
      t,
      has: (key) => i18n.exists(key, { ns: "audit" }),
      time: (atMs) => format(atMs, "seconds"),
      locale,
    }),
    [t, i18n, format, locale],
  );
}
