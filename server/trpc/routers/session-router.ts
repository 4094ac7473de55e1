import { emptyInput } from "#shared/contract/staff-queue";
import { type SessionInfo, setLocaleInput } from "#shared/contract/staff-session";
import { permissionsOf } from "#shared/domain/staff/permissions";
import { router, signedInProcedure } from "../procedure";

export const sessionRouter = router({
  me: signedInProcedure()
    .input(emptyInput)
    .query(({ ctx }): SessionInfo => {
      const { actor, displayName, locale } = ctx.signedIn;
      return {
        username: actor.username,
        displayName,
        roles: [...actor.roles],
        permissions: permissionsOf(actor.roles),
        locale,
        demo: ctx.demo,
      };
    }),
  setLocale: signedInProcedure()
    .input(setLocaleInput)
    .mutation(async ({ ctx, input }): Promise<{ locale: string }> => {
      await ctx.deps.store.setLocale(ctx.actor.username, input.locale);
      return { locale: input.locale };
    }),
});
