import { emptyInput } from "#shared/contract/staff-queue";
import {
  type AuthCodeRow,
  addAuthCodeInput,
  addBlacklistInput,
  type BlacklistRow,
  editListInput,
  type ListEditRow,
  type ListRow,
  listOnlyInput,
  removeBlacklistInput,
} from "#shared/contract/staff-rules";
import { addAuthCode } from "../../usecases/add-auth-code";
import { addToBlacklist, removeFromBlacklist } from "../../usecases/blacklist";
import { editList, listHistory, ruleLists } from "../../usecases/rule-lists";
import { procedure, router } from "../procedure";
import { answer } from "../refusal-error";

/** Word lists, blacklist and authorisation codes: what the rules look up. */
export const listsRouter = router({
  list: procedure("rules.read")
    .input(emptyInput)
    .query(async ({ ctx }): Promise<{ rows: ListRow[] }> => ruleLists(ctx.deps)),
  history: procedure("rules.read")
    .input(listOnlyInput)
    .query(async ({ ctx, input }): Promise<{ edits: ListEditRow[] }> => listHistory(ctx.deps, input.list)),
  edit: procedure("rules.manage")
    .input(editListInput)
    .mutation(
      async ({ ctx, input }): Promise<{ revision: number }> =>
        answer(await editList(ctx.deps, input, ctx.actor)),
    ),
  blacklist: procedure("rules.read")
    .input(emptyInput)
    .query(
      async ({ ctx }): Promise<{ rows: BlacklistRow[] }> => ({ rows: await ctx.deps.store.blacklist() }),
    ),
  addToBlacklist: procedure("rules.manage")
    .input(addBlacklistInput)
    .mutation(
      async ({ ctx, input }): Promise<{ revision: number }> =>
        answer(await addToBlacklist(ctx.deps, input, ctx.actor)),
    ),
  removeFromBlacklist: procedure("rules.manage")
    .input(removeBlacklistInput)
    .mutation(
      async ({ ctx, input }): Promise<{ revision: number }> =>
        answer(await removeFromBlacklist(ctx.deps, input, ctx.actor)),
    ),
  authCodes: procedure("rules.read")
    .input(emptyInput)
    .query(async ({ ctx }): Promise<{ rows: AuthCodeRow[] }> => ({ rows: await ctx.deps.store.authCodes() })),
  addAuthCode: procedure("rules.manage")
    .input(addAuthCodeInput)
    .mutation(
      async ({ ctx, input }): Promise<{ revision: number }> => addAuthCode(ctx.deps, input, ctx.actor),
    ),
});
