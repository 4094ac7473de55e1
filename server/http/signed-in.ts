import type { IncomingMessage, ServerResponse } from "node:http";
import { LOCALES } from "#shared/contract/staff-session";
import type { SignedIn } from "../trpc/context";
import type { AppServices } from "./app-services";

/**
 * Who asks. Calls marked as background (polling, prefetch) and the event stream are answered but do not keep a
 * session alive: only what a person did counts.
 */
export async function signedInOf(
  services: AppServices,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<SignedIn | null> {
  const token = services.cookie.read(request);
  if (token === null) return null;
  const background = request.method === "GET" || request.headers["x-icp-background"] === "1";
  const session = await services.sessions.find(token, !background);
  if (session === null) return null;
  const { account, tokenHash } = session;
  return {
    actor: { kind: "STAFF", username: account.username, roles: account.roles },
    displayName: account.displayName,
    locale: LOCALES.find((locale) => locale === account.locale) ?? LOCALES[0],
    sessionEnd: () => {
      const { signal, unwatch } = services.sessions.watch(tokenHash);
      response.on("close", unwatch);
      return signal;
    },
  };
}
