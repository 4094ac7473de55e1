import express, { type Request, type Router } from "express";
import { signInInput } from "#shared/contract/staff-session";
import type { AppServices } from "./app-services";
import { crossSite, postRefusal } from "./request-origin";
import { sendRefusal } from "./send-refusal";

const MOST_BYTES = 4 * 1024;

/** `/api/auth`: the calls that make and end a session (contracts.md §3). */
export function createAuthRoutes(services: AppServices): Router {
  const { cookie, publicOrigin, sessions } = services;
  const router = express.Router();

  router.get("/info", async (request, response) => {
    const token = crossSite(request, publicOrigin) ? null : cookie.read(request);
    const session = token === null ? null : await sessions.find(token, false);
    response.json({ demo: services.demo, signedIn: session !== null });
  });

  router.use((request, response, next) => {
    const refusal = postRefusal(request, publicOrigin, false);
    if (refusal === null) next();
    else sendRefusal(response, refusal);
  });
  router.use(express.json({ limit: MOST_BYTES, type: () => true }));

  router.post("/sign-in/username", async (request, response) => {
    const input = signInInput.safeParse(request.body);
    if (!input.success) return sendRefusal(response, "BAD_INPUT");
    const reply = await services.signIn({ ...input.data, address: addressOf(request) });
    if (reply.kind !== "DONE") return sendRefusal(response, reply.code, reply.params);
    // A token from before the sign-in is never kept: nobody can plant one and wait.
    const before = cookie.read(request);
    if (before !== null) await sessions.close(before);
    response.setHeader("Set-Cookie", cookie.set(reply.value.token, reply.value.maxAgeMs));
    response.json({ username: input.data.username });
  });

  router.post("/sign-out", async (request, response) => {
    const token = cookie.read(request);
    if (token !== null) await sessions.close(token);
    response.setHeader("Set-Cookie", cookie.clear());
    response.json({});
  });
  return router;
}

function addressOf(request: Request): string {
  return request.ip ?? "unknown";
}
