import { useCallback } from "react";
import type { Text } from "#shared/domain/rules/rule";
import { useLocale } from "./i18n";

/** Picks the sentence in the reader's language. */
export function useSpoken(): (text: Text) => string {
  const locale = useLocale();
  return useCallback((text) => (locale === "zh-CN" ? text.zh : text.en), [locale]);
}
