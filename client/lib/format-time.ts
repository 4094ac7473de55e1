import type { Locale } from "#shared/contract/staff-session";
import { useLocale } from "./i18n";

/** The trade runs on Beijing time wherever the reader sits. */
export const TIME_ZONE = "Asia/Shanghai";

const STYLES = {
  dateTime: { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
  seconds: {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  },
  short: { month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
  date: { year: "numeric", month: "2-digit", day: "2-digit" },
  time: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type TimeStyle = keyof typeof STYLES;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** An instant (UTC ms) in Shanghai time. English uses day-month names, so that 03-04 cannot be misread. */
export function formatTime(atMs: number, style: TimeStyle, locale: Locale): string {
  const key = `${locale}/${style}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    const fields: Intl.DateTimeFormatOptions = { ...STYLES[style], timeZone: TIME_ZONE, hourCycle: "h23" };
    if (locale === "en-US" && "month" in STYLES[style]) fields.month = "short";
    formatter = new Intl.DateTimeFormat(locale === "zh-CN" ? "zh-CN" : "en-GB", fields);
    formatters.set(key, formatter);
  }
  return formatter.format(atMs).replaceAll("/", "-").replace(",", "");
}

/** `formatTime` in the present language. */
export function useFormatTime(): (atMs: number, style?: TimeStyle) => string {
  const locale = useLocale();
  return (atMs, style = "dateTime") => formatTime(atMs, style, locale);
}

/** A countdown as `m:ss`, or `h:mm:ss` from one hour; never negative. */
export function formatCountdown(ms: number): string {
  const total = Math.max(0, Math.ceil(ms / 1000));
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const seconds = String(total % 60).padStart(2, "0");
  if (hours === 0) return `${minutes}:${seconds}`;
  return `${hours}:${String(minutes).padStart(2, "0")}:${seconds}`;
}
