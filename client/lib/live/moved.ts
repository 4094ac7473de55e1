import { z } from "zod";
import { ORDER_STATUSES } from "#shared/domain/order/status";

/** What travels between tabs: an order moved, or "the stream was interrupted, look at everything again". */
export const liveMessage = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("MOVED"),
    order: z.object({
      orderNo: z.string(),
      status: z.enum(ORDER_STATUSES),
      version: z.number(),
      claimedBy: z.string().nullable(),
      atMs: z.number(),
    }),
  }),
  z.object({ type: z.literal("RESYNC") }),
  z.object({ type: z.literal("STATE"), connected: z.boolean() }),
  /** A tab that came later asks the streaming one for its state. */
  z.object({ type: z.literal("ASK") }),
]);
export type LiveMessage = z.infer<typeof liveMessage>;
export type MovedOrder = Extract<LiveMessage, { type: "MOVED" }>["order"];
