import { z } from "zod";

/** What travels between tabs: an order moved, or "the stream was interrupted, look at everything again". */
export const liveMessage = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("MOVED"),
    order: z.object({
      orderNo: z.string(),
      status: z.string(),
      version: z.number(),
      claimedBy: z.string().nullable(),
      atMs: z.number(),
    }),
  }),
  z.object({ type: z.literal("RESYNC") }),
  z.object({ type: z.literal("STATE"), connected: z.boolean() }),
]);
export type LiveMessage = z.infer<typeof liveMessage>;
export type MovedOrder = Extract<LiveMessage, { type: "MOVED" }>["order"];
