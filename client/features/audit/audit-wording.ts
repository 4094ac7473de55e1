import { describeJgdm, describeMsgCode } from "#shared/contract/bureau-codes";
import type { AuditRow } from "#shared/contract/staff-insights";
import type { Locale } from "#shared/contract/staff-session";
import { COMMAND_TYPES, type CommandType } from "#shared/domain/order/command";
import { ORDER_STATUSES } from "#shared/domain/order/status";
import { ROLES } from "#shared/domain/staff/role";

/** What is recorded besides the commands of orders. */
export const PEOPLE_ACTIONS = [
  "signIn",
  "signOut",
  "signInFailed",
  "signInLocked",
  "reveal",
  "viewDocuments",
  "addNote",
  "addStaff",
  "setRoles",
] as const;

/** What is changed about the rules themselves. */
export const RULE_ACTIONS = [
  "addRuleSetting",
  "addProvinceEdit",
  "addListEdit",
  "addBlacklistEntry",
  "removeBlacklistEntry",
  "addAuthCode",
  "draftTemplate",
  "releaseTemplate",
  "discardTemplateDraft",
] as const;

export const ORDER_ACTIONS: readonly CommandType[] = COMMAND_TYPES;

/** What the wording needs of the page: texts, whether there is one, times and the language. */
export interface Speech {
  t: (key: string, values?: Record<string, string | number>) => string;
  has: (key: string) => boolean;
  time: (atMs: number) => string;
  locale: Locale;
}

/** An action in words; one without a word is shown by its code. */
export function actionText(action: string, { t }: Pick<Speech, "t">): string {
  if (COMMAND_TYPES.some((command) => command === action)) return t(`codes:command.${action}`);
  if ([...PEOPLE_ACTIONS, ...RULE_ACTIONS].some((known) => known === action)) return t(`action.${action}`);
  return action;
}

/** Who did it: staff by user name, machines and customers by what they are. */
export function actorText(actor: string, { t }: Pick<Speech, "t">): string {
  if (actor === "bureau") return t("actor.bureau");
  const [, kind, name] = /^(customer|system):(.*)$/.exec(actor) ?? [];
  return kind === undefined || name === undefined ? actor : t(`actor.${kind}`, { name });
}

export interface DataLine {
  key: string;
  label: string;
  value: string;
}

/** The details of a record as labelled lines, codes in words; what we have no words for stays as it is. */
export function dataLines(row: AuditRow, speech: Speech): DataLine[] {
  const entries = Object.entries(row.data).sort(([a], [b]) => rankOf(a) - rankOf(b));
  return entries.flatMap(([key, value]) => {
    if (value === null || (Array.isArray(value) && value.length === 0)) return [];
    const name = key === "revision" && ofRules(row) ? "ruleRevision" : key;
    const label = speech.has(`key.${name}`) ? speech.t(`key.${name}`) : key;
    return [{ key, label, value: valueText(key, value, row, speech) }];
  });
}

/** Orders and rules both count revisions, of different things. */
function ofRules({ action }: AuditRow): boolean {
  return RULE_ACTIONS.some((known) => known === action);
}

/** What a reader looks for comes first, ids and numbers of the machine last. */
const FIRST = [
  "purpose",
  "username",
  "before",
  "after",
  "roles",
  "outcome",
  "cause",
  "reason",
  "holder",
  "from",
  "to",
];
const LAST = ["transition", "verdictId", "submissionNo"];

function rankOf(key: string): number {
  const first = FIRST.indexOf(key);
  if (first >= 0) return first;
  return FIRST.length + 1 + LAST.indexOf(key);
}

type Value = NonNullable<AuditRow["data"][string]>;

function valueText(key: string, value: Value, row: AuditRow, speech: Speech): string {
  const { t, time, locale } = speech;
  if (typeof value === "boolean") return t(value ? "common:yes" : "common:no");
  if (typeof value === "number") {
    if (key.endsWith("Ms")) return time(value);
    if (key === "msgCode") return coded(value, describeMsgCode(value), locale);
    return String(value);
  }
  if (typeof value !== "string") return value.map((item) => wordOf(key, item, row, speech)).join(", ");
  return wordOf(key, value, row, speech);
}

function wordOf(key: string, value: string, row: AuditRow, { t, has, locale }: Speech): string {
  switch (key) {
    case "transition":
      return has(`codes:transition.${value}`) ? `${value} ${t(`codes:transition.${value}`)}` : value;
    case "from":
    case "to":
      return ORDER_STATUSES.some((status) => status === value) ? t(`codes:status.${value}`) : value;
    case "outcome":
      return has(`codes:outcome.${value}`) ? t(`codes:outcome.${value}`) : value;
    case "reason":
      return row.action === "hold" && has(`codes:holdReason.${value}`)
        ? t(`codes:holdReason.${value}`)
        : value;
    case "roles":
    case "before":
    case "after":
      return ROLES.some((role) => role === value) ? t(`codes:role.${value}`) : value;
    case "severity":
      return has(`severity.${value}`) ? t(`severity.${value}`) : value;
    case "role":
      return has(`smsRole.${value}`) ? t(`smsRole.${value}`) : value;
    case "cause": {
      const code = Number(/^JGDM_(\d{4})$/.exec(value)?.[1]);
      return Number.isNaN(code) ? value : coded(code, describeJgdm(code), locale);
    }
    default:
      return value;
  }
}

function coded(code: number, meaning: { zh: string; en: string }, locale: Locale): string {
  return `${code} ${locale === "zh-CN" ? meaning.zh : meaning.en}`;
}
