import { type VerdictAnswer, verdictInput } from "#shared/contract/staff-orders";
import { type OrderAnswer, orderCommandInput } from "#shared/contract/staff-queue";
import { recordVerdict } from "../../usecases/record-verdict";
import { undoVerdict } from "../../usecases/undo-verdict";
import { procedure, router } from "../procedure";
import { answer } from "../refusal-error";

export const verdictsRouter = router({
  record: procedure("orders.review")
    .input(verdictInput)
    .mutation(
      async ({ ctx, input }): Promise<VerdictAnswer> =>
        answer(await recordVerdict(ctx.deps, input, ctx.actor)),
    ),
  undo: procedure("orders.review")
    .input(orderCommandInput)
    .mutation(
      async ({ ctx, input }): Promise<OrderAnswer> => answer(await undoVerdict(ctx.deps, input, ctx.actor)),
    ),
});
