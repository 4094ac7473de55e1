import { emptyInput } from "#shared/contract/staff-queue";
import {
  type RuleHistoryAnswer,
  type RuleListAnswer,
  ruleOnlyInput,
  setRuleInput,
} from "#shared/contract/staff-rules";
import { listRules, ruleHistory } from "../../usecases/list-rules";
import { setRule } from "../../usecases/set-rule";
import { procedure, router } from "../procedure";
import { answer } from "../refusal-error";

export const rulesRouter = router({
  list: procedure("rules.read")
    .input(emptyInput)
    .query(async ({ ctx }): Promise<RuleListAnswer> => listRules(ctx.deps)),
  history: procedure("rules.read")
    .input(ruleOnlyInput)
    .query(async ({ ctx, input }): Promise<RuleHistoryAnswer> => ruleHistory(ctx.deps, input.ruleId)),
  set: procedure("rules.manage")
    .input(setRuleInput)
    .mutation(
      async ({ ctx, input }): Promise<{ revision: number }> =>
        answer(await setRule(ctx.deps, input, ctx.actor)),
    ),
});
