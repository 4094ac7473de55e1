import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { SwitchSpeech } from "./switch-wording";

/** The product's texts as the wording of switches asks for them. */
export function useSwitchSpeech(): SwitchSpeech {
  const { t, i18n } = useTranslation("provinces");
  return useMemo(
    () => ({
      t: (key, values) => t(key, values ?? {}),
      has: (key) => i18n.exists(key.includes(":") ? key : `provinces:${key}`),
    }),
    [t, i18n],
  );
}
