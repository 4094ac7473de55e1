import { describeJgdm, describeMsgCode } from "#shared/contract/bureau-codes";
import type { TimelineEntry } from "#shared/contract/staff-bureau";
import type { Locale } from "#shared/contract/staff-session";
import { REFUSAL_TEXTS } from "#shared/domain/order/refusal-texts";

/** What the wording needs of the page: texts, times and the language. */
export interface Speech {
  /** Translates a key of the `tracking` namespace, or `ns:key`. */
  t: (key: string, values?: Record<string, string | number>) => string;
  time: (atMs: number) => string;
  locale: Locale;
}

export interface Fact {
  label: string;
  value: string;
}

type Tone = "blue" | "green" | "orange" | "red" | "gray";

const NOT_APPLIED = /^(RECORD_ERROR|DOMAIN_CHECK|SMS|REVIEW)_NOT_APPLIED$/;
const JGDM = /^JGDM_(\d{4})$/;
const WRONG_INPUT = "T38";
/** Causes with a text of their own; another one is shown as it is. */
const CAUSES = new Set(["DOMAIN_CHECK", "SMS_TIMED_OUT", "SMS_LOCKED"]);
const UNKNOWN_CAUSES = new Set(["UNREACHABLE", "TIMEOUT", "BAD_STATUS", "BAD_BODY", "TOO_LARGE", "DENIED"]);

const TONES: Readonly<Record<string, Tone>> = {
  T28: "red",
  T31: "red",
  T33: "red",
  T39: "red",
  T40: "red",
  T44: "red",
  [WRONG_INPUT]: "orange",
  T54: "orange",
  T36: "green",
  T37: "green",
  T43: "green",
};

/** What happened, in one sentence: the row of the transition table, or a result that changed nothing. */
export function timelineTitle(entry: TimelineEntry, { t }: Speech): string {
  const notApplied = NOT_APPLIED.exec(entry.action)?.[1];
  if (notApplied !== undefined) return t(`timeline.notApplied.${notApplied}`);
  const { transition } = entry.data;
  if (typeof transition === "string") return t(`codes:transition.${transition}`);
  return t("timeline.other", { action: entry.action });
}

export function timelineTone(entry: TimelineEntry): Tone {
  const { transition } = entry.data;
  return typeof transition === "string" ? (TONES[transition] ?? "blue") : "gray";
}

/** Everything else the entry says, codes explained. Ids and statuses that the title tells already are left out. */
export function timelineFacts(entry: TimelineEntry, speech: Speech): Fact[] {
  const { t } = speech;
  return Object.entries(entry.data).flatMap(([key, value]) => {
    // Inputs are counted by the bureau only where one was wrong.
    if (key === "attemptsLeft" && entry.data.transition !== WRONG_INPUT) return [];
    const words = value === null ? null : WORDS[key]?.(value, speech);
    return words === null || words === undefined
      ? []
      : [{ label: t(`fact.${words.label}`), value: words.text }];
  });
}

type Value = NonNullable<TimelineEntry["data"][string]>;
type Words = (value: Value, speech: Speech) => { label: string; text: string } | null;

const plain =
  (label: string): Words =>
  (value) => ({ label, text: Array.isArray(value) ? value.join(", ") : String(value) });

/** How each key of an entry's data is told. */
const WORDS: Readonly<Record<string, Words>> = {
  msgCode: (value, { t, locale }) => {
    if (value === 401) return { label: "detail", text: t("unknownCause.DENIED") };
    return { label: "msgCode", text: coded(Number(value), describeMsgCode(Number(value)), t, locale) };
  },
  deadLetter: (value, { t }) => ({
    label: "retry",
    text: t(value === true ? "fact.deadLetter" : "fact.willRetry"),
  }),
  cause: (value, speech) => causeWords(String(value), speech),
  detail: (value, { t }) => {
    // A transport code repeats in `detail` what `msgCode` says.
    if (String(value).startsWith("MSG_")) return null;
    const known = UNKNOWN_CAUSES.has(String(value));
    return { label: "detail", text: known ? t(`unknownCause.${value}`) : String(value) };
  },
  role: (value, { t }) =>
    value === "ERP" || value === "SRP" ? { label: "role", text: t(`role.${value}`) } : null,
  deadlineMs: (value, { t, time }) => ({
    label: "deadline",
    text: t("fact.bureauTime", { at: time(Number(value)) }),
  }),
  attemptsLeft: plain("attemptsLeft"),
  resendsLeft: plain("resendsLeft"),
  entityFilingNumber: plain("entityFilingNumber"),
  serviceFilingNumbers: (value, speech) =>
    Array.isArray(value) && value.length === 0 ? null : plain("serviceFilingNumbers")(value, speech),
  refusal: (value, { locale }) => ({ label: "refusal", text: refusalSentence(String(value), locale) }),
  resultId: plain("resultId"),
};

/** Why an order came back: a record code of the bureau, or one of our own words for it. */
export function causeWords(cause: string, { t, locale }: Speech): { label: string; text: string } {
  const jgdm = JGDM.exec(cause)?.[1];
  if (jgdm !== undefined) {
    return { label: "jgdm", text: coded(Number(jgdm), describeJgdm(Number(jgdm)), t, locale) };
  }
  return { label: "cause", text: CAUSES.has(cause) ? t(`cause.${cause}`) : cause };
}

function coded(code: number, meaning: { zh: string; en: string }, t: Speech["t"], locale: Locale): string {
  return t("fact.coded", { code, meaning: locale === "zh-CN" ? meaning.zh : meaning.en });
}

function refusalSentence(code: string, locale: Locale): string {
  const sentence = Object.entries(REFUSAL_TEXTS).find(([known]) => known === code)?.[1];
  if (sentence === undefined) return code;
  return locale === "zh-CN" ? sentence.zh : sentence.en;
}
