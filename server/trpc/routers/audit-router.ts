import { type AuditRow, auditSearchInput } from "#shared/contract/staff-insights";
import { readPage } from "../../usecases/read-page";
import { procedure, router } from "../procedure";
import { answer } from "../refusal-error";

export const auditRouter = router({
  search: procedure("audit.read")
    .input(auditSearchInput)
    .query(
      async ({ ctx, input }): Promise<{ rows: AuditRow[]; nextCursor: string | null }> =>
        answer(await readPage(() => ctx.deps.store.auditSearch(input))),
    ),
});
