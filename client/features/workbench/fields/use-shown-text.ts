import { useTranslation } from "react-i18next";
import type { Shown } from "../model/section";

/** Puts a value into the reader's words. Codes without a name are shown as they are: the trade adds new ones. */
export function useShownText(): (shown: Shown) => string {
  const { t, i18n } = useTranslation("workbench");
  const name = (key: string, code: string) => (i18n.exists(`codes:${key}`) ? t(`codes:${key}`) : code);
  const words = (shown: Shown): string => {
    switch (shown.as) {
      case "missing":
        return t("value.missing");
      case "text":
        return shown.text;
      case "code":
        return name(`${shown.group}.${shown.code}`, shown.code);
      case "province":
        return [name(`province.${shown.code}`, shown.code), shown.rest].filter(Boolean).join(" · ");
      case "answer":
        return t(shown.yes ? "common:yes" : "common:no");
      case "count":
        return t("value.count", { count: shown.n });
      case "period": {
        const to = shown.to === undefined ? t("value.missing") : (shown.to ?? t("value.longTerm"));
        return shown.from === null ? t("value.until", { to }) : t("value.period", { from: shown.from, to });
      }
      case "list":
        return shown.items.map(words).join(t("value.separator"));
    }
  };
  return words;
}
