import type { SwitchKey } from "#shared/domain/provinces/switches";
import { NATURES } from "#shared/domain/rules/natures";

/** What the wording needs of the page: texts, and whether there is one. */
export interface SwitchSpeech {
  t: (key: string, values?: Record<string, string | number>) => string;
  has: (key: string) => boolean;
}

/** A switch's value as a person reads it, on one line. Null says that no source speaks about it. */
export function valueWords(key: SwitchKey, value: unknown, speech: SwitchSpeech): string {
  const { t } = speech;
  if (key === "requiredMaterials" && Array.isArray(value) && value.length > 0) {
    return value.map((item) => materialName(item, speech)).join(t("comma"));
  }
  return words(key, value, speech);
}

/** Each asked-for paper on a line of its own, with whom it is asked of. */
export function valueLines(key: SwitchKey, value: unknown, speech: SwitchSpeech): string[] {
  if (key !== "requiredMaterials" || !Array.isArray(value) || value.length === 0) {
    return [valueWords(key, value, speech)];
  }
  return value.map((item) => {
    const { kind: _kind, ...rest } = isRecord(item) ? item : {};
    const name = materialName(item, speech);
    return rest.filingTypes === null && rest.natures === null && rest.source === undefined
      ? name
      : `${name}(${words(key, rest, speech)})`;
  });
}

function words(key: SwitchKey, value: unknown, speech: SwitchSpeech): string {
  const { t } = speech;
  if (value === null || value === undefined) return t("value.unknown");
  if (typeof value === "boolean") return t(value ? "common:yes" : "common:no");
  if (typeof value === "string") return wordOf(key, value, speech);
  if (Array.isArray(value)) {
    return value.length === 0
      ? t("common:none")
      : value.map((item) => words(key, item, speech)).join(t("comma"));
  }
  return isRecord(value) ? parts(key, value, speech) : String(value);
}

/** The named parts that say something; a way of counting says nothing where there is no number to count up to. */
function parts(key: SwitchKey, value: Readonly<Record<string, unknown>>, speech: SwitchSpeech): string {
  const { t } = speech;
  const said = Object.entries(value).filter(([, part]) => part !== null);
  if (said.every(([name]) => isCounting(name))) return t("value.unknown");
  return said
    .sort(([a], [b]) => Number(isCounting(a)) - Number(isCounting(b)))
    .map(([name, part]) => {
      const inner = words(key, part, speech);
      return t("value.part", {
        name: t(`part.${name}`),
        value: isRecord(part) ? t("value.nested", { value: inner }) : inner,
      });
    })
    .join(t("semicolon"));
}

function isCounting(part: string): boolean {
  return part === "counts";
}

function wordOf(key: SwitchKey, value: string, { t, has }: SwitchSpeech): string {
  if (!/^[A-Z_]+$/.test(value)) return value;
  const places = [`word.${key}.${value}`, `word.any.${value}`, `codes:filingType.${value}`];
  const known = places.find(has);
  if (known !== undefined) return t(known);
  return natureWord(value, t) ?? value;
}

function natureWord(value: string, t: SwitchSpeech["t"]): string | null {
  const nature = Object.entries(NATURES).find(([name]) => name === value);
  return nature === undefined ? null : t(`codes:nature.${nature[1]}`);
}

function materialName(item: unknown, { t }: SwitchSpeech): string {
  return isRecord(item) ? t(`codes:material.${String(item.kind)}`) : String(item);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
