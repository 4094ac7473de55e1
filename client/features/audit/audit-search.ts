import { z } from "zod";
import { wallMs } from "../../lib/shanghai-wall";

const wall = z
  .string()
  .refine((text) => wallMs(text) !== null)
  .optional()
  .catch(undefined);

/** Filters of the audit trail as they stand in the address; times as a clock in Shanghai shows them. */
export const auditSearch = z.object({
  actor: z.string().min(1).max(80).optional().catch(undefined),
  action: z.string().min(1).max(60).optional().catch(undefined),
  orderNo: z.string().min(1).max(40).optional().catch(undefined),
  from: wall,
  to: wall,
});
export type AuditSearch = z.infer<typeof auditSearch>;
