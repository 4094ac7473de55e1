import { emptyInput } from "#shared/contract/staff-queue";
import {
  draftTemplateInput,
  settleTemplateInput,
  type TemplateRow,
  type TemplateVersionRow,
  templateOnlyInput,
} from "#shared/contract/staff-templates";
import { discardTemplate, draftTemplate, releaseTemplate } from "../../usecases/edit-template";
import { listTemplates, templateHistory } from "../../usecases/list-templates";
import { procedure, router } from "../procedure";
import { answer } from "../refusal-error";

export const templatesRouter = router({
  list: procedure("rules.read")
    .input(emptyInput)
    .query(async ({ ctx }): Promise<{ rows: TemplateRow[] }> => listTemplates(ctx.deps)),
  history: procedure("rules.read")
    .input(templateOnlyInput)
    .query(
      async ({ ctx, input }): Promise<{ versions: TemplateVersionRow[] }> =>
        templateHistory(ctx.deps, input.code),
    ),
  draft: procedure("templates.edit")
    .input(draftTemplateInput)
    .mutation(
      async ({ ctx, input }): Promise<{ version: number }> =>
        answer(await draftTemplate(ctx.deps, input, ctx.actor)),
    ),
  release: procedure("templates.release")
    .input(settleTemplateInput)
    .mutation(
      async ({ ctx, input }): Promise<{ version: number }> =>
        answer(await releaseTemplate(ctx.deps, input, ctx.actor)),
    ),
  discard: procedure("templates.edit")
    .input(settleTemplateInput)
    .mutation(
      async ({ ctx, input }): Promise<{ version: number }> =>
        answer(await discardTemplate(ctx.deps, input, ctx.actor)),
    ),
});
