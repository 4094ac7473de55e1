import { z } from "zod";
import { FIGURES } from "#shared/contract/staff-insights";
import { FILING_TYPES } from "#shared/domain/filing/filing-type";
import { RANGE_NAMES } from "./day-range";

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .optional()
  .catch(undefined);

const scope = {
  range: z.enum(RANGE_NAMES).optional().catch(undefined),
  from: day,
  to: day,
  provinces: z
    .array(z.string().regex(/^\d{6}$/))
    .max(34)
    .optional()
    .catch(undefined),
  types: z.array(z.enum(FILING_TYPES)).max(FILING_TYPES.length).optional().catch(undefined),
};

/** Range and filters of Insights as they stand in the address; anything unreadable is ignored. */
export const insightsSearch = z.object({
  ...scope,
  /** How the daily figures are shown. */
  daily: z.enum(["chart", "table"]).optional().catch(undefined),
});
export type InsightsSearch = z.infer<typeof insightsSearch>;

/** The list behind a figure: the same range and filters, and what narrows them. */
export const roundsSearch = z.object({
  ...scope,
  figure: z.enum(FIGURES).optional().catch(undefined),
  reviewer: z.string().min(1).max(64).optional().catch(undefined),
  day,
});
export type RoundsSearch = z.infer<typeof roundsSearch>;
