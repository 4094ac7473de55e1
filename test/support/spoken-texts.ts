import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Locale } from "#shared/contract/staff-session";

const LOCALES = path.join(import.meta.dirname, "../../client/locales");
const tree: z.ZodType<Texts> = z.lazy(() => z.record(z.string(), z.union([z.string(), tree])));
interface Texts {
  [key: string]: string | Texts;
}

/** The product's real texts without the library around them. A key without a text is an error of the test. */
export function spokenTexts(locale: Locale, namespace: string) {
  const find = (key: string): string | null => {
    const [space, name] = key.includes(":") ? key.split(":") : [namespace, key];
    const file = path.join(LOCALES, locale, `${space}.json`);
    let at: string | Texts | undefined = tree.parse(JSON.parse(readFileSync(file, "utf8")));
    for (const part of (name ?? "").split(".")) at = typeof at === "object" ? at[part] : undefined;
    return typeof at === "string" ? at : null;
  };
  return {
    has: (key: string) => find(key) !== null,
    t(key: string, values: Record<string, string | number> = {}): string {
      const text = find(key);
      if (text === null) throw new Error(`no text ${locale}/${key}`);
      return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
    },
  };
}
