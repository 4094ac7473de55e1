import {
  type InsightsOverview,
  insightsInput,
  type ReviewerRow,
  type RoundRow,
  roundListInput,
} from "#shared/contract/staff-insights";
import { readPage } from "../../usecases/read-page";
import { procedure, router } from "../procedure";
import { answer } from "../refusal-error";

export const insightsRouter = router({
  overview: procedure("insights.read")
    .input(insightsInput)
    .query(({ ctx, input }): Promise<InsightsOverview> => ctx.deps.store.insights(input, ctx.deps.now())),
  reviewers: procedure("insights.read")
    .input(insightsInput)
    .query(async ({ ctx, input }): Promise<{ rows: ReviewerRow[] }> => {
      return { rows: await ctx.deps.store.reviewers(input) };
    }),
  rounds: procedure("insights.read")
    .input(roundListInput)
    .query(
      async ({ ctx, input }): Promise<{ rows: RoundRow[]; nextCursor: string | null }> =>
        answer(await readPage(() => ctx.deps.store.rounds(input, ctx.deps.now()))),
    ),
});
