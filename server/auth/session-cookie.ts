import type { IncomingMessage } from "node:http";

/** Name and attributes of the session cookie: `__Host-sid` over TLS, `sid` on loopback without it. */
export interface SessionCookie {
  read(request: IncomingMessage): string | null;
  set(token: string, maxAgeMs: number): string;
  clear(): string;
}

/** Longest token that is looked up; ours have 43 characters. */
const MAX_TOKEN = 100;

export function createSessionCookie(secure: boolean): SessionCookie {
  const name = secure ? "__Host-sid" : "sid";
  const attributes = `Path=/; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;
  return {
    read(request) {
      for (const pair of (request.headers.cookie ?? "").split(";")) {
        const cut = pair.indexOf("=");
        if (cut < 0 || pair.slice(0, cut).trim() !== name) continue;
        const token = pair.slice(cut + 1).trim();
        return token.length > 0 && token.length <= MAX_TOKEN ? token : null;
      }
      return null;
    },
    set: (token, maxAgeMs) => `${name}=${token}; ${attributes}; Max-Age=${Math.floor(maxAgeMs / 1000)}`,
    clear: () => `${name}=; ${attributes}; Max-Age=0`,
  };
}
