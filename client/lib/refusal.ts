import { useTranslation } from "react-i18next";
import type { Locale } from "#shared/contract/staff-session";
import { useLocale } from "./i18n";
import { asAppError } from "./trpc";

/** An error as a person should read it. `code`: the domain's refusal, or one of ours for everything else. */
export interface Trouble {
  code: string;
  message: string;
  /** True when the server understood and said no: trying again without a change is pointless. */
  refused: boolean;
}

type Translate = (key: string) => string;

/**
 * What happened and what to do next, in the reader's language. The server sends both sentences with every error;
 * only a broken line needs one of ours.
 */
export function troubleOf(error: unknown, locale: Locale, t: Translate): Trouble {
  const data = asAppError(error)?.data;
  if (!data) return { code: "OFFLINE", message: t("common:trouble.OFFLINE"), refused: false };
  return {
    code: data.refusal,
    message: locale === "zh-CN" ? data.messageZh : data.messageEn,
    refused: data.httpStatus < 500,
  };
}

/** `const refusal = useRefusal(); refusal(error).message` */
export function useRefusal(): (error: unknown) => Trouble {
  const { t } = useTranslation();
  const locale = useLocale();
  return (error) => troubleOf(error, locale, t);
}

export function isUnauthorized(error: unknown): boolean {
  return asAppError(error)?.data?.httpStatus === 401;
}
