import express, { type Router } from "express";
import type { EdgeRefusalCode } from "#shared/contract/staff-refusals";
import { may } from "#shared/domain/staff/permissions";
import { MAX_MATERIAL_BYTES } from "../materials/material-vault";
import { type Received, receiveMaterial } from "../materials/receive-material";
import { STAFF_UPLOADS } from "../usecases/force-cancel-access";
import type { AppServices } from "./app-services";
import { crossSite } from "./request-origin";
import { sendRefusal } from "./send-refusal";
import { signedInOf } from "./signed-in";

const SHA256 = /^[0-9a-f]{64}$/;

/** `PUT /api/materials/{sha256}`: evidence of a forced cancellation, which no filing system sends (T47). */
export function createUploadRoute(services: AppServices): Router {
  const router = express.Router();
  router.put("/:sha256", async (request, response) => {
    if (crossSite(request, services.publicOrigin)) return sendRefusal(response, "CROSS_SITE");
    if (request.headers["x-icp-client"] !== "1") return sendRefusal(response, "CLIENT_HEADER_MISSING");
    const signedIn = await signedInOf(services, request, response);
    if (signedIn === null) return sendRefusal(response, "SIGN_IN_REQUIRED");
    if (!may(signedIn.actor.roles, "orders.lead")) return sendRefusal(response, "NOT_PERMITTED");
    const { sha256 } = request.params;
    if (!SHA256.test(sha256)) return sendRefusal(response, "BAD_INPUT");
    if (Number(request.headers["content-length"] ?? 0) > MAX_MATERIAL_BYTES) {
      return sendRefusal(response, "TOO_LARGE");
    }
    const received = await receiveMaterial(services.deps, {
      sha256,
      intakeKey: STAFF_UPLOADS,
      declaredType: null,
      chunks: request,
    });
    if (received.kind === "REFUSED") return sendRefusal(response, REFUSALS[received.problem]);
    const { mediaType, bytes } = received;
    response.status(201).json({ sha256, mediaType, bytes });
  });
  return router;
}

const REFUSALS: Record<Extract<Received, { kind: "REFUSED" }>["problem"], EdgeRefusalCode> = {
  TOO_LARGE: "TOO_LARGE",
  HASH_MISMATCH: "HASH_MISMATCH",
  TYPE: "MATERIAL_REFUSED",
  BOMB: "MATERIAL_REFUSED",
  CORRUPT: "MATERIAL_REFUSED",
  POLYGLOT: "MATERIAL_REFUSED",
};
