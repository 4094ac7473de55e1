import type { Request, Response } from "express";
import { INTAKE_LIMITS } from "#shared/contract/intake-v1";
import type { Problem } from "./answer";
import { problem } from "./problems";

/** How long a refused sender may go on sending before the line is cut. */
const DRAIN_MS = 5_000;

/** The client hung up while sending; there is nobody left to answer. */
export function isBrokenOff(request: Request): boolean {
  return request.destroyed && !request.complete;
}

/**
 * The body piece by piece. Leaving the loop early leaves the connection whole, so that an answer can still be read by
 * a client that is busy sending.
 */
export async function* bodyChunks(request: Request): AsyncGenerator<Buffer> {
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
  }
}

/** Lets an early answer reach a client that is still sending, and cuts the line if it does not stop. */
export function cutOffLater(request: Request, response: Response): void {
  response.once("finish", () => {
    if (request.complete) return;
    const timer = setTimeout(() => request.destroy(), DRAIN_MS);
    timer.unref();
    request.once("close", () => clearTimeout(timer));
  });
}

export interface JsonBody {
  readonly kind: "JSON";
  readonly raw: Buffer;
  readonly value: unknown;
}

const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/**
 * A JSON body, read and parsed within its limit. No body at all is the empty object. The parser's own message is never
 * passed on: it quotes the input.
 */
export async function readJson(request: Request): Promise<JsonBody | Problem> {
  const raw = await readWhole(request, INTAKE_LIMITS.bodyBytes);
  if (raw === null) return problem("BODY_TOO_LARGE", { params: { limit: INTAKE_LIMITS.bodyBytes } });
  if (raw.length === 0) return { kind: "JSON", raw, value: {} };
  if (!isPlain(request) || !JSON_TYPE.test(request.get("content-type") ?? "")) {
    return problem("UNSUPPORTED_MEDIA_TYPE");
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(raw);
    return { kind: "JSON", raw, value: JSON.parse(text) };
  } catch {
    return problem("INVALID_JSON");
  }
}

/** Whether the body comes as it is: what is compressed could unpack to anything. */
export function isPlain(request: Request): boolean {
  return (request.get("content-encoding") ?? "identity").toLowerCase() === "identity";
}

/** Bytes the sender announces; null when it does not say. */
export function announcedBytes(request: Request): number | null {
  const length = request.get("content-length");
  return length === undefined ? null : Number(length);
}

async function readWhole(request: Request, limit: number): Promise<Buffer | null> {
  if ((announcedBytes(request) ?? 0) > limit) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of bodyChunks(request)) {
    bytes += chunk.length;
    if (bytes > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
