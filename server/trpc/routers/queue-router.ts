import type { OrderDetail } from "#shared/contract/staff-orders";
import { releaseInput } from "#shared/contract/staff-orders";
import {
  claimInput,
  claimNextInput,
  emptyInput,
  type OrderAnswer,
  orderNoOnlyInput,
  type QueueCounts,
  type QueuePage,
  queueListInput,
} from "#shared/contract/staff-queue";
import { claimNext } from "../../usecases/claim-next";
import { claimOrder } from "../../usecases/claim-order";
import { heartbeat } from "../../usecases/heartbeat";
import { readPage } from "../../usecases/read-page";
import { releaseOrder } from "../../usecases/release-order";
import { type Reservation, reserveNext } from "../../usecases/reserve-next";
import { procedure, router } from "../procedure";
import { answer } from "../refusal-error";

export const queueRouter = router({
  list: procedure("queue.read")
    .input(queueListInput)
    .query(
      async ({ ctx, input }): Promise<QueuePage> =>
        answer(await readPage(() => ctx.deps.store.queue(input, ctx.actor.username, ctx.deps.now()))),
    ),
  counts: procedure("queue.read")
    .input(emptyInput)
    .query(({ ctx }): Promise<QueueCounts> => ctx.deps.store.queueCounts(ctx.actor.username, ctx.deps.now())),
  claimNext: procedure("orders.review")
    .input(claimNextInput)
    .mutation(
      async ({ ctx, input }): Promise<OrderDetail | null> =>
        answer(await claimNext(ctx.deps, input, ctx.actor)),
    ),
  claim: procedure("orders.review")
    .input(claimInput)
    .mutation(
      async ({ ctx, input }): Promise<OrderDetail> => answer(await claimOrder(ctx.deps, input, ctx.actor)),
    ),
  release: procedure("orders.review")
    .input(releaseInput)
    .mutation(
      async ({ ctx, input }): Promise<OrderAnswer> => answer(await releaseOrder(ctx.deps, input, ctx.actor)),
    ),
  heartbeat: procedure("orders.review")
    .input(orderNoOnlyInput)
    .mutation(
      async ({ ctx, input }): Promise<{ untilMs: number }> =>
        answer(await heartbeat(ctx.deps, input, ctx.actor)),
    ),
  reserveNext: procedure("orders.review")
    .input(emptyInput)
    .mutation(({ ctx }): Promise<Reservation | null> => reserveNext(ctx.deps, ctx.actor)),
  dropReservation: procedure("orders.review")
    .input(emptyInput)
    .mutation(async ({ ctx }): Promise<Record<string, never>> => {
      await ctx.deps.store.dropReservation(ctx.actor.username);
      return {};
    }),
});
