import { initTRPC } from "@trpc/server";
import { may, type Permission } from "#shared/domain/staff/permissions";
import type { TrpcContext } from "./context";
import { errorData, trpcRefusal } from "./refusal-error";

/** What each procedure declares about itself; the authorization matrix test reads it. */
export interface ProcedureMeta {
  /** null: any signed-in person. */
  readonly permission: Permission | null;
}

const t = initTRPC
  .context<TrpcContext>()
  .meta<ProcedureMeta>()
  .create({
    isDev: false,
    sse: {
      // A ping lets both ends notice a dead connection; proxies cut idle ones after about a minute.
      ping: { enabled: true, intervalMs: 15_000 },
      client: { reconnectAfterInactivityMs: 40_000 },
    },
    errorFormatter({ shape, error }) {
      const data = errorData(error);
      return { code: shape.code, message: data.messageEn, data };
    },
  });

export const router = t.router;

function guarded(permission: Permission | null) {
  return t.procedure.meta({ permission }).use(({ ctx, next }) => {
    const { signedIn } = ctx;
    if (signedIn === null) throw trpcRefusal("SIGN_IN_REQUIRED");
    if (permission !== null && !may(signedIn.actor.roles, permission)) throw trpcRefusal("NOT_PERMITTED");
    return next({ ctx: { signedIn, actor: signedIn.actor } });
  });
}

/** The only way to make a procedure: it names the one permission that it needs. */
export function procedure(permission: Permission) {
  return guarded(permission);
}

/** For the few calls about one's own session. */
export function signedInProcedure() {
  return guarded(null);
}
