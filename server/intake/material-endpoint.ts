import type { Request } from "express";
import { INTAKE_LIMITS, type MaterialAnswer } from "#shared/contract/intake-v1";
import { MEDIA_TYPES, type MediaType } from "../materials/inspect-material";
import { type Received, receiveMaterial } from "../materials/receive-material";
import type { Answer, Problem } from "./answer";
import type { Call } from "./endpoint";
import { problem } from "./problems";
import { announcedBytes, bodyChunks, isPlain } from "./read-body";

const SHA256 = /^[0-9a-f]{64}$/;

/** `PUT /materials/{sha256}`: judged by its bytes; what the sender calls it only has to agree. */
export async function putMaterial({ deps, request, caller }: Call): Promise<Answer> {
  const { sha256: announced } = request.params;
  const sha256 = typeof announced === "string" ? announced.toLowerCase() : "";
  if (!SHA256.test(sha256)) return problem("INVALID_HASH");
  const declared = declaredType(request);
  if (declared === "OTHER" || !isPlain(request)) return problem("MATERIAL_TYPE");
  if ((announcedBytes(request) ?? 0) > INTAKE_LIMITS.materialBytes) return TOO_LARGE;
  const received = await receiveMaterial(deps, {
    sha256,
    intakeKey: caller.keyName,
    declaredType: declared,
    chunks: bodyChunks(request),
  });
  if (received.kind === "REFUSED") return PROBLEMS[received.problem];
  const { mediaType, bytes } = received;
  const body: MaterialAnswer = { sha256, mediaType, bytes };
  return { kind: "RESULT", status: 201, body };
}

const TOO_LARGE = problem("MATERIAL_TOO_LARGE", { params: { limit: INTAKE_LIMITS.materialBytes } });

const PROBLEMS: Record<Extract<Received, { kind: "REFUSED" }>["problem"], Problem> = {
  TOO_LARGE,
  HASH_MISMATCH: problem("HASH_MISMATCH"),
  TYPE: problem("MATERIAL_TYPE"),
  BOMB: problem("MATERIAL_BOMB"),
  CORRUPT: problem("MATERIAL_CORRUPT"),
  POLYGLOT: problem("MATERIAL_POLYGLOT"),
};

/** What the sender says the bytes are; null when he leaves it open. */
function declaredType(request: Request): MediaType | "OTHER" | null {
  const declared = (request.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (declared === "" || declared === "application/octet-stream") return null;
  if (declared === "image/jpg") return "image/jpeg";
  return MEDIA_TYPES.find((type) => type === declared) ?? "OTHER";
}
