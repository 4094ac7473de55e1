import {
  bureauCommandInput,
  bureauListInput,
  type OrderAtBureau,
  type ProvinceState,
  type TrackingRow,
} from "#shared/contract/staff-bureau";
import { emptyInput, type OrderAnswer, orderNoOnlyInput } from "#shared/contract/staff-queue";
import { getSubmissions } from "../../usecases/get-submissions";
import { pushNow } from "../../usecases/push-now";
import { readPage } from "../../usecases/read-page";
import { retryDelivery } from "../../usecases/retry-delivery";
import { procedure, router } from "../procedure";
import { answer } from "../refusal-error";

export const bureauRouter = router({
  list: procedure("bureau.read")
    .input(bureauListInput)
    .query(
      async ({ ctx, input }): Promise<{ rows: TrackingRow[]; nextCursor: string | null }> =>
        answer(await readPage(() => ctx.deps.store.tracking(input, ctx.deps.now()))),
    ),
  get: procedure("bureau.read")
    .input(orderNoOnlyInput)
    .query(async ({ ctx, input }): Promise<OrderAtBureau> => answer(await getSubmissions(ctx.deps, input))),
  provinces: procedure("bureau.read")
    .input(emptyInput)
    .query(async ({ ctx }): Promise<{ provinces: ProvinceState[] }> => {
      return { provinces: await ctx.deps.store.provinceStates() };
    }),
  pushNow: procedure("bureau.operate")
    .input(bureauCommandInput)
    .mutation(
      async ({ ctx, input }): Promise<OrderAnswer> => answer(await pushNow(ctx.deps, input, ctx.actor)),
    ),
  retry: procedure("bureau.operate")
    .input(bureauCommandInput)
    .mutation(
      async ({ ctx, input }): Promise<OrderAnswer> => answer(await retryDelivery(ctx.deps, input, ctx.actor)),
    ),
});
