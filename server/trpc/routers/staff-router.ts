import { emptyInput } from "#shared/contract/staff-queue";
import { type ReviewerName, type StaffRow, setRolesInput } from "#shared/contract/staff-session";
import { listReviewers } from "../../usecases/list-reviewers";
import { setRoles } from "../../usecases/set-roles";
import { procedure, router } from "../procedure";
import { answer } from "../refusal-error";

export const staffRouter = router({
  list: procedure("staff.read")
    .input(emptyInput)
    .query(async ({ ctx }): Promise<{ rows: StaffRow[] }> => ({ rows: await ctx.deps.store.staffList() })),
  /** The names to choose from when an order is handed over; no roles, no restrictions. */
  reviewers: procedure("orders.read")
    .input(emptyInput)
    .query(async ({ ctx }): Promise<{ rows: ReviewerName[] }> => ({ rows: await listReviewers(ctx.deps) })),
  setRoles: procedure("staff.manage")
    .input(setRolesInput)
    .mutation(
      async ({ ctx, input }): Promise<StaffRow> => answer(await setRoles(ctx.deps, input, ctx.actor)),
    ),
});
