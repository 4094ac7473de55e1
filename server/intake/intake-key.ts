import { createHash, createHmac } from "node:crypto";
import type { Request } from "express";
import type { Store } from "#db/store";

/**
 * How an intake key's secret is kept: its SHA-256. Enough for a random secret of 128 bits or more; the demo key is
 * no secret at all.
 */
export function hashIntakeSecret(secret: string): string {
  return createHash("sha256").update(secret, "utf8").digest("hex");
}

/** The filing system behind a request. */
export interface IntakeCaller {
  readonly keyName: string;
  /** Keyed hash of a request under the caller's own secret, so that a stored one tells nothing about the request. */
  fingerprint(...parts: (string | Buffer)[]): string;
}

const BEARER = /^Bearer +([\x21-\x7e]{1,256})$/i;

/** The caller by his bearer secret; null without a known one. */
export async function callerOf(
  store: Pick<Store, "intakeKey">,
  request: Request,
): Promise<IntakeCaller | null> {
  const secret = BEARER.exec(request.get("authorization") ?? "")?.[1];
  if (secret === undefined) return null;
  const keyName = await store.intakeKey(hashIntakeSecret(secret));
  if (keyName === null) return null;
  return {
    keyName,
    fingerprint: (...parts) => {
      const mac = createHmac("sha256", secret);
      for (const part of parts) mac.update(`${part.length}:`).update(part);
      return mac.digest("hex");
    },
  };
}
