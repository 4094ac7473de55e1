import type { OrderDetail } from "#shared/contract/staff-orders";
import {
  forceCancelInput,
  type HistoryEvent,
  holdInput,
  moveInput,
  noteInput,
  reasonedInput,
  revealInput,
  saveDraftInput,
} from "#shared/contract/staff-orders";
import { type OrderAnswer, orderCommandInput, orderNoOnlyInput } from "#shared/contract/staff-queue";
import { type DiffAnswer, diffInput } from "#shared/contract/staff-review";
import type { Application } from "#shared/domain/filing/application";
import { abandonAsLead } from "../../usecases/abandon-as-lead";
import { addNote } from "../../usecases/add-note";
import { assignOrder } from "../../usecases/assign-order";
import { compareRevisions } from "../../usecases/compare-revisions";
import { escalateOrder } from "../../usecases/escalate-order";
import { forceCancelAccess } from "../../usecases/force-cancel-access";
import { getOrderDetail } from "../../usecases/get-order-detail";
import { getOrderHistory } from "../../usecases/get-order-history";
import { handOverOrder } from "../../usecases/hand-over-order";
import { holdOrder } from "../../usecases/hold-order";
import { reassignOrder } from "../../usecases/reassign-order";
import { recallOrder } from "../../usecases/recall-order";
import { recheckOrder } from "../../usecases/recheck-order";
import { reopenOrder } from "../../usecases/reopen-order";
import { resumeOrder } from "../../usecases/resume-order";
import { revealOrder } from "../../usecases/reveal-order";
import { saveDraft } from "../../usecases/save-draft";
import { procedure, router } from "../procedure";
import { answer } from "../refusal-error";

export const ordersRouter = router({
  get: procedure("orders.read")
    .input(orderNoOnlyInput)
    .query(
      async ({ ctx, input }): Promise<OrderDetail> =>
        answer(await getOrderDetail(ctx.deps, input, ctx.actor)),
    ),
  history: procedure("orders.read")
    .input(orderNoOnlyInput)
    .query(
      async ({ ctx, input }): Promise<{ events: HistoryEvent[] }> =>
        answer(await getOrderHistory(ctx.deps, input)),
    ),
  reveal: procedure("orders.reveal")
    .input(revealInput)
    .mutation(
      async ({ ctx, input }): Promise<{ document: Application }> =>
        answer(await revealOrder({ ...ctx.deps, reveals: ctx.reveals }, input, ctx.actor)),
    ),
  diff: procedure("orders.read")
    .input(diffInput)
    .query(async ({ ctx, input }): Promise<DiffAnswer> => answer(await compareRevisions(ctx.deps, input))),
  recheck: procedure("orders.review")
    .input(orderNoOnlyInput)
    .mutation(
      async ({ ctx, input }): Promise<OrderDetail> => answer(await recheckOrder(ctx.deps, input, ctx.actor)),
    ),
  hold: procedure("orders.review")
    .input(holdInput)
    .mutation(
      async ({ ctx, input }): Promise<OrderAnswer> => answer(await holdOrder(ctx.deps, input, ctx.actor)),
    ),
  resume: procedure("orders.review")
    .input(orderCommandInput)
    .mutation(
      async ({ ctx, input }): Promise<OrderAnswer> => answer(await resumeOrder(ctx.deps, input, ctx.actor)),
    ),
  escalate: procedure("orders.review")
    .input(moveInput)
    .mutation(
      async ({ ctx, input }): Promise<OrderAnswer> => answer(await escalateOrder(ctx.deps, input, ctx.actor)),
    ),
  handOver: procedure("orders.review")
    .input(moveInput)
    .mutation(
      async ({ ctx, input }): Promise<OrderAnswer> => answer(await handOverOrder(ctx.deps, input, ctx.actor)),
    ),
  reassign: procedure("orders.lead")
    .input(moveInput)
    .mutation(
      async ({ ctx, input }): Promise<OrderAnswer> => answer(await reassignOrder(ctx.deps, input, ctx.actor)),
    ),
  assign: procedure("orders.lead")
    .input(moveInput)
    .mutation(
      async ({ ctx, input }): Promise<OrderAnswer> => answer(await assignOrder(ctx.deps, input, ctx.actor)),
    ),
  recall: procedure("orders.lead")
    .input(reasonedInput)
    .mutation(
      async ({ ctx, input }): Promise<OrderAnswer> => answer(await recallOrder(ctx.deps, input, ctx.actor)),
    ),
  reopen: procedure("orders.lead")
    .input(reasonedInput)
    .mutation(
      async ({ ctx, input }): Promise<OrderAnswer> => answer(await reopenOrder(ctx.deps, input, ctx.actor)),
    ),
  abandon: procedure("orders.lead")
    .input(reasonedInput)
    .mutation(
      async ({ ctx, input }): Promise<OrderAnswer> => answer(await abandonAsLead(ctx.deps, input, ctx.actor)),
    ),
  forceCancelAccess: procedure("orders.lead")
    .input(forceCancelInput)
    .mutation(
      async ({ ctx, input }): Promise<OrderAnswer> =>
        answer(await forceCancelAccess(ctx.deps, input, ctx.actor)),
    ),
  addNote: procedure("orders.review")
    .input(noteInput)
    .mutation(
      async ({ ctx, input }): Promise<OrderAnswer> => answer(await addNote(ctx.deps, input, ctx.actor)),
    ),
  saveDraft: procedure("orders.review")
    .input(saveDraftInput)
    .mutation(
      async ({ ctx, input }): Promise<{ savedAtMs: number }> =>
        answer(await saveDraft(ctx.deps, input, ctx.actor)),
    ),
});
