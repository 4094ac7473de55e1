import { z } from "zod";
import { VERDICT_OUTCOMES } from "#shared/domain/review/verdict";

/** Which templates are shown, as it stands in the address. */
export const templatesSearch = z.object({
  text: z.string().min(1).max(100).optional().catch(undefined),
  outcomes: z.array(z.enum(VERDICT_OUTCOMES)).max(VERDICT_OUTCOMES.length).optional().catch(undefined),
  /** Only those with a draft that waits for its release. */
  drafts: z.literal(true).optional().catch(undefined),
  /** The template whose drawer is open. */
  template: z
    .string()
    .regex(/^T-[A-Z]{3}-\d{2}$/)
    .optional()
    .catch(undefined),
});
export type TemplatesSearch = z.infer<typeof templatesSearch>;
