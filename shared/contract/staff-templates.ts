import { z } from "zod";
import type { FilingType } from "../domain/filing/filing-type";
import type { VerdictOutcome } from "../domain/review/verdict";
import type { Text } from "../domain/rules/rule";

/** Reason templates and their versions (domain.md §9): a lead writes, a second person releases. */

const code = z.string().regex(/^T-[A-Z]{3}-\d{2}$/);
const title = z.string().trim().min(2).max(60);
const body = z.string().trim().min(4).max(1000);

export const templateOnlyInput = z.strictObject({ code });

export const draftTemplateInput = z.strictObject({
  code,
  titleZh: title,
  titleEn: title,
  bodyZh: body,
  bodyEn: body,
});

/** Releases or discards the draft that the caller has read: a newer one is refused as STALE_TEMPLATE_DRAFT. */
export const settleTemplateInput = z.strictObject({
  code,
  version: z.number().int().min(1),
});

/** When a template suits an order: the filing types its rules speak about; null = a text for any order. */
export interface TemplateConditions {
  readonly filingTypes: readonly FilingType[] | null;
}

export interface TemplateRow {
  readonly code: string;
  readonly title: Text;
  readonly body: Text;
  readonly outcome: VerdictOutcome | null;
  readonly rules: readonly string[];
  /** Placeholders that must be filled in. */
  readonly params: readonly string[];
  readonly conditions: TemplateConditions;
  /** 0 = the text the product came with. */
  readonly version: number;
  readonly draft: TemplateVersionRow | null;
}

export interface TemplateVersionRow {
  readonly version: number;
  readonly state: "DRAFT" | "RELEASED" | "DISCARDED";
  readonly title: Text;
  readonly body: Text;
  readonly author: string;
  readonly draftedAtMs: number;
  /** Who released or discarded it, and when; null while it is a draft. */
  readonly endedBy: string | null;
  readonly endedAtMs: number | null;
}
