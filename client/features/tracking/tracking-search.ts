import { z } from "zod";
import { TRACKING_STAGES } from "#shared/contract/staff-bureau";

export const TRACKING_VIEWS = ["board", "table", "provinces"] as const;

/** What tracking shows, as it stands in the address. Anything unreadable there is ignored, never an error. */
export const trackingSearch = z.object({
  view: z.enum(TRACKING_VIEWS).optional().catch(undefined),
  stages: z.array(z.enum(TRACKING_STAGES)).max(TRACKING_STAGES.length).optional().catch(undefined),
  provinces: z
    .array(z.string().regex(/^\d{6}$/))
    .max(34)
    .optional()
    .catch(undefined),
  /** The order whose bureau timeline is open. */
  order: z.string().min(1).max(40).optional().catch(undefined),
});
export type TrackingSearch = z.infer<typeof trackingSearch>;
