import express, { type Router } from "express";
import { may } from "#shared/domain/staff/permissions";
import { openDocument } from "../usecases/open-document";
import type { AppServices } from "./app-services";
import { sendRefusal } from "./send-refusal";
import { signedInOf } from "./signed-in";

/**
 * `/api/orders/{orderNo}/materials/{sha256}`: a document of an order, for those who may see its personal data. The
 * bytes came from a stranger: they are never run, sniffed or stored by the browser.
 */
export function createMaterialRoute(services: AppServices): Router {
  const { deps, publicOrigin } = services;
  const router = express.Router();
  router.get("/:orderNo/materials/:sha256", async (request, response) => {
    const site = request.headers["sec-fetch-site"];
    if (site !== undefined && site !== "same-origin" && site !== "none")
      return sendRefusal(response, "CROSS_SITE");
    const { origin } = request.headers;
    if (origin !== undefined && publicOrigin !== null && origin !== publicOrigin) {
      return sendRefusal(response, "CROSS_SITE");
    }
    const signedIn = await signedInOf(services, request, response);
    if (signedIn === null) return sendRefusal(response, "SIGN_IN_REQUIRED");
    if (!may(signedIn.actor.roles, "orders.reveal")) return sendRefusal(response, "NOT_PERMITTED");
    const { orderNo, sha256 } = request.params;
    const reply = await openDocument(deps, { orderNo, sha256 }, signedIn.actor);
    if (reply.kind !== "DONE") return sendRefusal(response, reply.code, reply.params);
    response.set({
      "Content-Type": reply.value.mediaType,
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Content-Disposition": "inline",
      "Cache-Control": "private, no-store",
    });
    response.send(reply.value.bytes);
  });
  return router;
}
