import express, { type ErrorRequestHandler, type Express } from "express";
import type { Logger } from "pino";
import type { AppServices } from "./app-services";
import { createAuthRoutes } from "./auth-routes";
import { createMaterialRoute } from "./material-route";
import { foreignHost } from "./request-origin";
import { securityHeaders } from "./security-headers";
import { sendRefusal } from "./send-refusal";
import { createTrpcRoute } from "./trpc-route";
import { createUploadRoute } from "./upload-route";

/** The whole HTTP surface of the product on one express app. */
export function createApp(services: AppServices): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  app.set("query parser", "simple");
  app.set("trust proxy", services.trustedProxies);
  app.use(...securityHeaders(services.publicOrigin?.startsWith("https:") ?? false));

  app.get("/healthz", (_request, response) => {
    response.set("Cache-Control", "no-store").json({ ok: true });
  });
  app.get("/readyz", async (_request, response) => {
    const answer = await services.readiness.ask();
    response
      .set("Cache-Control", "no-store")
      .status(answer.ready ? 200 : 503)
      .json(answer);
  });

  app.use((request, response, next) => {
    if (foreignHost(request, services.publicOrigin)) return sendRefusal(response, "CROSS_SITE");
    next();
  });
  if (services.bureau !== null) app.use(services.bureau);
  app.use(["/api", "/trpc"], (_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  });
  app.use("/api/auth", createAuthRoutes(services));
  app.use("/api/orders", createMaterialRoute(services));
  app.use("/api/materials", createUploadRoute(services));
  if (services.intake !== null) app.use("/api/intake/v1", services.intake);
  app.use("/trpc", createTrpcRoute(services));
  app.use(["/api", "/trpc"], (_request, response) => sendRefusal(response, "NOT_FOUND"));
  if (services.client !== null) app.use(services.client);
  app.use((_request, response) => sendRefusal(response, "NOT_FOUND"));
  app.use(answerFailure(services.deps.log));
  return app;
}

/** Whatever a route threw: the caller's fault as 4xx, ours as 500; no stack, no path, no text of the request. */
function answerFailure(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const status = statusOf(error);
    if (status >= 500) log.error({ error }, "request failed");
    if (response.headersSent) response.destroy();
    else if (status === 413) sendRefusal(response, "TOO_LARGE");
    else if (status === 415) sendRefusal(response, "UNSUPPORTED_MEDIA_TYPE");
    else sendRefusal(response, status < 500 ? "BAD_INPUT" : "INTERNAL");
  };
}

function statusOf(error: unknown): number {
  if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return 500;
  return error.status >= 400 && error.status < 500 ? error.status : 500;
}
