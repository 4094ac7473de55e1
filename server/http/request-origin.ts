import type { IncomingMessage } from "node:http";
import type { EdgeRefusalCode } from "#shared/contract/staff-refusals";
import { isLoopbackName, urlOrNull } from "./loopback";

/**
 * Whether a request may come from a page of somebody else. A browser tells by `Sec-Fetch-Site` and `Origin`; a
 * program sends neither, and carries no cookie that it was not given.
 */
export function crossSite(request: IncomingMessage, publicOrigin: string | null): boolean {
  const { origin, "sec-fetch-site": site } = request.headers;
  if (site !== undefined && site !== "same-origin") return true;
  return origin !== undefined && !isOwnOrigin(origin, request.headers.host, publicOrigin);
}

function isOwnOrigin(origin: string, host: string | undefined, publicOrigin: string | null): boolean {
  if (publicOrigin !== null && origin === publicOrigin) return true;
  const url = urlOrNull(origin);
  const local = publicOrigin === null || isLoopbackName(new URL(publicOrigin).hostname);
  return local && url !== null && url.host === host && isLoopbackName(url.hostname);
}

/**
 * Without a public name we answer to loopback names only: a foreign name that was made to point at this machine
 * (DNS rebinding) must not open the demo to a web page.
 */
export function foreignHost(request: IncomingMessage, publicOrigin: string | null): boolean {
  if (publicOrigin !== null && !isLoopbackName(new URL(publicOrigin).hostname)) return false;
  const url = urlOrNull(`http://${request.headers.host ?? ""}`);
  return url === null || !isLoopbackName(url.hostname);
}

/** JSON and nothing that a form, an image or a script of another site could send. */
export function isJson(request: IncomingMessage): boolean {
  return /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i.test(request.headers["content-type"] ?? "");
}

/** Why this POST is not one of our client's; null when it is. */
export function postRefusal(
  request: IncomingMessage,
  publicOrigin: string | null,
  needsHeader: boolean,
): EdgeRefusalCode | null {
  if (request.method !== "POST") return "METHOD_NOT_ALLOWED";
  if (crossSite(request, publicOrigin)) return "CROSS_SITE";
  if (!isJson(request)) return "UNSUPPORTED_MEDIA_TYPE";
  if (needsHeader && request.headers["x-icp-client"] !== "1") return "CLIENT_HEADER_MISSING";
  return null;
}
