import { type VerdictAnswer, verdictInput } from "#shared/contract/staff-orders";
import { type OrderAnswer, orderCommandInput } from "#shared/contract/staff-queue";
import { type MessagePreview, previewInput } from "#shared/contract/staff-review";
import { previewMessage } from "../../usecases/preview-message";
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
  preview: procedure("orders.review")
    .input(previewInput)
    .query(async ({ ctx, input }): Promise<MessagePreview> => answer(await previewMessage(ctx.deps, input))),
  undo: procedure("orders.review")
    .input(orderCommandInput)
    .mutation(
      async ({ ctx, input }): Promise<OrderAnswer> => answer(await undoVerdict(ctx.deps, input, ctx.actor)),
    ),
});
