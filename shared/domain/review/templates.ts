import { z } from "zod";
import data from "./templates.json";
import { VERDICT_OUTCOMES } from "./verdict";

/**
 * The library of reason templates (domain.md §9): what the customer reads for each kind of problem, in both
 * languages, with the parameters that must be filled in before it can be sent.
 */
const templateSchema = z.strictObject({
  code: z.string(),
  titleZh: z.string(),
  titleEn: z.string(),
  bodyZh: z.string(),
  bodyEn: z.string(),
  /** Outcome that the seed's definition suggests; null = advice only. */
  outcome: z.enum(VERDICT_OUTCOMES).nullable(),
  rules: z.array(z.string()),
  params: z.array(z.string()),
});
export type ReasonTemplate = z.infer<typeof templateSchema>;

export const REASON_TEMPLATES: readonly ReasonTemplate[] = z.array(templateSchema).parse(data);

const BY_CODE = new Map(REASON_TEMPLATES.map((template) => [template.code, template]));

/** The template with this code, or null. */
export function reasonTemplate(code: string): ReasonTemplate | null {
  return BY_CODE.get(code) ?? null;
}

/** Language of a text for the customer. */
export type Language = "zh" | "en";

/**
 * A template's body with its parameters filled in. A parameter that is missing or blank leaves its `{placeholder}`
 * standing, and such a text can never be sent (`hasUnfilledPlaceholder`).
 */
export function renderTemplate(
  template: Pick<ReasonTemplate, "bodyZh" | "bodyEn">,
  params: Readonly<Record<string, string>>,
  language: Language = "zh",
): string {
  const body = language === "zh" ? template.bodyZh : template.bodyEn;
  return body.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return value === undefined || value.trim() === "" ? whole : value;
  });
}

/** Names of the placeholders still standing in a text, each once. */
export function holesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{([A-Za-z][A-Za-z0-9]*)\}/g)].map((match) => match[1] ?? ""))];
}
