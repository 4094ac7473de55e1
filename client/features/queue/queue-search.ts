import { z } from "zod";
import { QUEUE_VIEWS } from "#shared/contract/staff-queue";
import { FILING_TYPES } from "#shared/domain/filing/filing-type";
import { ORDER_STATUSES } from "#shared/domain/order/status";

/** Filters of the queue as they stand in the address. Anything unreadable there is ignored, never an error. */
export const queueSearch = z.object({
  view: z.enum(QUEUE_VIEWS).optional().catch(undefined),
  text: z.string().max(100).optional().catch(undefined),
  provinces: z
    .array(z.string().regex(/^\d{6}$/))
    .max(34)
    .optional()
    .catch(undefined),
  types: z.array(z.enum(FILING_TYPES)).max(FILING_TYPES.length).optional().catch(undefined),
  statuses: z.array(z.enum(ORDER_STATUSES)).max(ORDER_STATUSES.length).optional().catch(undefined),
  claimedBy: z.string().max(64).optional().catch(undefined),
  sort: z.enum(["dueAtMs", "submittedAtMs"]).optional().catch(undefined),
  dir: z.enum(["asc", "desc"]).optional().catch(undefined),
});
export type QueueSearch = z.infer<typeof queueSearch>;
