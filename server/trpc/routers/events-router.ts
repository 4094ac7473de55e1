import { tracked } from "@trpc/server";
import { streamInput } from "#shared/contract/staff-session";
import { procedure, router } from "../procedure";
import { trpcRefusal } from "../refusal-error";

export const eventsRouter = router({
  /**
   * Which orders move, to everybody who may read the queue. Resumes after `lastEventId`; ends with
   * SIGN_IN_REQUIRED when the session ends, so that the client shows the sign-in page instead of reconnecting.
   */
  stream: procedure("queue.read")
    .input(streamInput)
    .subscription(async function* ({ ctx, input, signal }) {
      const sessionEnd = ctx.signedIn.sessionEnd();
      const end = signal === undefined ? sessionEnd : AbortSignal.any([signal, sessionEnd]);
      for await (const { id, event } of ctx.live.follow(input?.lastEventId ?? null, end)) {
        yield tracked(id, event);
      }
      if (sessionEnd.aborted) throw trpcRefusal("SIGN_IN_REQUIRED");
    }),
});
