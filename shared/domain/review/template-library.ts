import type { FilingType } from "../filing/filing-type";
import { RULES } from "../rules/catalogue";
import { REASON_TEMPLATES, type ReasonTemplate } from "./templates";

/** A template as it is in force: the texts of its newest released version. */
export interface LibraryTemplate extends ReasonTemplate {
  /** 0 = the texts the product came with. */
  readonly version: number;
  /** The filing types that its rules speak about; null = a text for any order (those of the bureau). */
  readonly filingTypes: readonly FilingType[] | null;
}

/** The texts of one version, as they were written and released. */
export interface TemplateTexts {
  readonly code: string;
  readonly versionNo: number;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly bodyZh: string;
  readonly bodyEn: string;
}

/** All templates with their newest released texts, in the order of domain.md §9. */
export function templateLibrary(released: readonly TemplateTexts[]): LibraryTemplate[] {
  const newest = new Map<string, TemplateTexts>();
  for (const texts of released) {
    const known = newest.get(texts.code);
    if (known === undefined || known.versionNo < texts.versionNo) newest.set(texts.code, texts);
  }
  return FIRST_TEXTS.map((template) => {
    const texts = newest.get(template.code);
    if (texts === undefined) return template;
    const { versionNo, ...words } = texts;
    return { ...template, ...words, version: versionNo };
  });
}

/** The library as the product came with it; worked out once, because every order that is opened asks for it. */
const FIRST_TEXTS: readonly LibraryTemplate[] = REASON_TEMPLATES.map((template) => ({
  ...template,
  version: 0,
  filingTypes: filingTypesOf(template),
}));

function filingTypesOf(template: ReasonTemplate): readonly FilingType[] | null {
  const rules = RULES.filter((rule) => template.rules.includes(rule.id));
  return rules.length === 0 ? null : [...new Set(rules.flatMap((rule) => rule.applies.filingTypes))];
}

/**
 * What is wrong with new texts for a template: a placeholder that nobody would fill in, or one that is needed and was
 * left out of a language. Empty when they may be released.
 */
export function textFaults(
  template: Pick<ReasonTemplate, "params">,
  texts: Pick<TemplateTexts, "bodyZh" | "bodyEn">,
): string[] {
  const used = (body: string) => [...body.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
  const known = new Set(template.params);
  const bodies = [used(texts.bodyZh), used(texts.bodyEn)];
  const unknown = bodies.flat().filter((name) => !known.has(name));
  const lost = template.params.filter((name) => bodies.some((names) => !names.includes(name)));
  return [...new Set([...unknown, ...lost])];
}
