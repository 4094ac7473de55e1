import { emptyInput } from "#shared/contract/staff-queue";
import {
  editProvinceInput,
  type ProvinceEditRow,
  type ProvinceRow,
  provinceOnlyInput,
} from "#shared/contract/staff-rules";
import { editProvince } from "../../usecases/edit-province";
import { listProvinces, provinceHistory } from "../../usecases/list-provinces";
import { procedure, router } from "../procedure";
import { answer } from "../refusal-error";

export const provincesRouter = router({
  list: procedure("rules.read")
    .input(emptyInput)
    .query(async ({ ctx }): Promise<{ rows: ProvinceRow[] }> => listProvinces(ctx.deps)),
  history: procedure("rules.read")
    .input(provinceOnlyInput)
    .query(
      async ({ ctx, input }): Promise<{ edits: ProvinceEditRow[] }> => provinceHistory(ctx.deps, input.code),
    ),
  edit: procedure("rules.manage")
    .input(editProvinceInput)
    .mutation(
      async ({ ctx, input }): Promise<{ revision: number }> =>
        answer(await editProvince(ctx.deps, input, ctx.actor)),
    ),
});
