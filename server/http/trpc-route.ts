import { createExpressMiddleware } from "@trpc/server/adapters/express";
import express, { type Router } from "express";
import { appRouter } from "../trpc/app-router";
import type { TrpcContext } from "../trpc/context";
import type { AppServices } from "./app-services";
import { crossSite, postRefusal } from "./request-origin";
import { sendTrpcRefusal } from "./send-refusal";
import { signedInOf } from "./signed-in";

const MOST_BYTES = 256 * 1024;
const MOST_CALLS = 10;
const STREAM_PATH = "/events.stream";

/** `/trpc`: the staff API. Everything is a JSON POST of our own client, but for the one event stream. */
export function createTrpcRoute(services: AppServices): Router {
  const { deps, publicOrigin } = services;
  const router = express.Router();

  router.use((request, response, next) => {
    if (request.method === "GET" && request.path === STREAM_PATH) {
      if (crossSite(request, publicOrigin)) return sendTrpcRefusal(response, "CROSS_SITE");
      services.streams.add(response);
      return next();
    }
    const refusal = postRefusal(request, publicOrigin, true);
    if (refusal !== null) return sendTrpcRefusal(response, refusal);
    if (Number(request.headers["content-length"] ?? 0) > MOST_BYTES)
      return sendTrpcRefusal(response, "TOO_LARGE");
    next();
  });

  router.use(
    createExpressMiddleware({
      router: appRouter,
      allowMethodOverride: true,
      maxBatchSize: MOST_CALLS,
      maxBodySize: MOST_BYTES,
      createContext: async ({ req, res }): Promise<TrpcContext> => ({
        deps,
        signedIn: await signedInOf(services, req, res),
        live: services.live,
        reveals: services.reveals,
        simulator: services.simulator,
        demo: services.demo,
      }),
      onError: ({ error, path }) => {
        if (error.code !== "INTERNAL_SERVER_ERROR") return;
        deps.log.error({ error: error.cause ?? error, procedure: knownPath(path) }, "procedure failed");
      },
    }),
  );
  return router;
}

/** A path is typed by the caller; only one of ours may stand in the log. */
function knownPath(path: string | undefined): string {
  return path !== undefined && Object.hasOwn(appRouter._def.procedures, path) ? path : "unknown";
}
