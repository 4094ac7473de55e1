import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { RequestHandler } from "express";
import sirv from "sirv";

const NONCE_WORD = /__CSP_NONCE__/g;

/**
 * The built client: hashed files for a year, compressed at build time, and the page itself for every address that
 * is none of a file, each time with a nonce of its own. Null when nothing was built.
 */
export function createClientFiles(directory: string): RequestHandler | null {
  const indexFile = path.join(directory, "index.html");
  if (!existsSync(indexFile)) return null;
  const page = readFileSync(indexFile, "utf8");
  const files = sirv(directory, {
    etag: true,
    gzip: true,
    brotli: true,
    extensions: [],
    setHeaders: (response, pathname) => {
      const hashed = pathname.startsWith("/assets/");
      response.setHeader(
        "Cache-Control",
        hashed ? "public, max-age=31536000, immutable" : "public, max-age=300",
      );
    },
  });
  return (request, response, next) => {
    if (request.method !== "GET" && request.method !== "HEAD") return next();
    const isFile = /\.[A-Za-z0-9]+$/.test(request.path) && request.path !== "/index.html";
    if (isFile) {
      // A new build removes the old files, and sirv, which lists them once, would end the process over a missing one.
      if (!existsSync(path.join(directory, request.path))) return next();
      return files(request, response, next);
    }
    const nonce: unknown = response.locals.cspNonce;
    response.set({ "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" });
    response.send(page.replace(NONCE_WORD, String(nonce)));
  };
}
