import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";

export interface RequestBody {
  readonly sha256Hex: string;
  /** The parsed JSON; `undefined` when the body is not JSON. An empty body is an empty object. */
  readonly json: unknown;
  /** The body was longer than allowed; it was hashed to its end and not kept. */
  readonly tooLarge: boolean;
}

/** Who sends this many times the allowed length is cut off rather than hashed to the end. */
const HARD_FACTOR = 4;

/** Reads a body, hashing as it comes. Rejects when the sender goes away or sends without measure. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<RequestBody> {
  const hash = createHash("sha256");
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes: Buffer = chunk;
    hash.update(bytes);
    length += bytes.length;
    if (length > HARD_FACTOR * maxBytes) throw new Error("request body without measure");
    if (length <= maxBytes) chunks.push(bytes);
    else chunks.length = 0;
  }
  const tooLarge = length > maxBytes;
  return {
    sha256Hex: hash.digest("hex"),
    json: tooLarge ? undefined : parse(Buffer.concat(chunks)),
    tooLarge,
  };
}

function parse(bytes: Buffer): unknown {
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}
