import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { BUREAU_HEADERS, BUREAU_LIMITS, signatureBase } from "#shared/contract/bureau-v1";

export interface SignedRequest {
  readonly headers: IncomingHttpHeaders;
  readonly method: string;
  /** The request target as sent. */
  readonly path: string;
  readonly bodySha256Hex: string;
}

/** Says whether a request is the provider's own, fresh and not a replay. */
export type Authenticator = (request: SignedRequest) => boolean;

/**
 * Checks provider, time and signature, and lets each nonce pass once; only rightly signed requests use up a nonce.
 * Nonces are kept in memory for as long as their timestamp could still be accepted, on real time.
 */
export function createAuthenticator(secret: string, provider: string, nowMs: () => number): Authenticator {
  const used = new Map<string, number>();

  return ({ headers, method, path, bodySha256Hex }) => {
    const timestamp = headerOf(headers, BUREAU_HEADERS.timestamp);
    const nonce = headerOf(headers, BUREAU_HEADERS.nonce);
    const signature = headerOf(headers, BUREAU_HEADERS.signature);
    const now = nowMs();
    if (headerOf(headers, BUREAU_HEADERS.provider) !== provider) return false;
    if (!/^\d{1,15}$/.test(timestamp)) return false;
    if (Math.abs(now - Number(timestamp)) > BUREAU_LIMITS.clockSkewMs) return false;
    if (nonce === "" || nonce.length > BUREAU_LIMITS.nonceCharacters) return false;
    const base = signatureBase({ timestamp, nonce, method, path, bodySha256Hex });
    const expected = `sha256=${createHmac("sha256", secret).update(base).digest("hex")}`;
    if (!sameText(signature, expected)) return false;
    forgetOld(used, now);
    if (used.has(nonce)) return false;
    used.set(nonce, now + 2 * BUREAU_LIMITS.clockSkewMs);
    return true;
  };
}

/** Insertion order is the order of expiry, so the first one that still counts ends the search. */
function forgetOld(used: Map<string, number>, now: number): void {
  for (const [nonce, untilMs] of used) {
    if (untilMs >= now) return;
    used.delete(nonce);
  }
}

function headerOf(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  return typeof value === "string" ? value : "";
}

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a, "utf8");
  const right = Buffer.from(b, "utf8");
  return left.length === right.length && timingSafeEqual(left, right);
}
