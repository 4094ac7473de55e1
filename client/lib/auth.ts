import { z } from "zod";
import { learnServerClock } from "./server-clock";

/** Sign-in and sign-out (contracts.md §3): plain calls, because they make and end the session itself. */

const headers = { "content-type": "application/json", "x-icp-client": "1" };

const authInfo = z.object({ demo: z.boolean(), signedIn: z.boolean().optional() });
export type AuthInfo = z.infer<typeof authInfo>;

/** What the sign-in page may know before anybody signed in; null when the server does not say. */
export async function readAuthInfo(): Promise<AuthInfo | null> {
  const response = await fetch("/api/auth/info", {
    headers: { "x-icp-client": "1" },
    credentials: "same-origin",
  });
  if (!response.ok) return null;
  return authInfo.safeParse(await response.json()).data ?? null;
}

const refusalBody = z.object({
  code: z.string().optional(),
  refusal: z.string().optional(),
  messageZh: z.string().optional(),
  messageEn: z.string().optional(),
});

export type SignInAnswer =
  | { kind: "SIGNED_IN" }
  | { kind: "REFUSED"; status: number; zh: string | null; en: string | null }
  | { kind: "OFFLINE" };

export async function signIn(username: string, password: string): Promise<SignInAnswer> {
  let response: Response;
  try {
    response = await fetch("/api/auth/sign-in/username", {
      method: "POST",
      headers,
      body: JSON.stringify({ username, password }),
      credentials: "same-origin",
    });
  } catch {
    return { kind: "OFFLINE" };
  }
  learnServerClock(response);
  if (response.ok) return { kind: "SIGNED_IN" };
  const body = refusalBody.safeParse(await response.json().catch(() => null));
  return {
    kind: "REFUSED",
    status: response.status,
    zh: body.data?.messageZh ?? null,
    en: body.data?.messageEn ?? null,
  };
}

/** Ends the session. A failed call is the caller's to show: the session may still live. */
export async function signOut(): Promise<boolean> {
  try {
    const response = await fetch("/api/auth/sign-out", {
      method: "POST",
      headers,
      body: "{}",
      credentials: "same-origin",
    });
    return response.ok || response.status === 401;
  } catch {
    return false;
  }
}
