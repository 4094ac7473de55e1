import { useQuery } from "@tanstack/react-query";
import type { SessionInfo } from "#shared/contract/staff-session";
import type { Permission } from "#shared/domain/staff/permissions";
import { readAuthInfo } from "./auth";
import { isUnauthorized } from "./refusal";
import { createStore } from "./store";
import { queryClient, trpc } from "./trpc";

/**
 * Who is signed in. When a session ends under somebody's hands the page stays as it is (with all that was typed)
 * and a sign-in dialog comes up over it; only a deliberate sign-out empties the page.
 */
export const sessionExpired = createStore(false);

const CHANNEL = "icp-session";
const channel = new BroadcastChannel(CHANNEL);

/** What the server tells everybody: whether this is a demo, and whether this browser has a session. */
export function useAuthInfo() {
  return useQuery({ queryKey: ["auth-info"], queryFn: readAuthInfo, staleTime: Number.POSITIVE_INFINITY });
}

export function useSessionQuery(enabled = true) {
  return useQuery(
    trpc.session.me.queryOptions({}, { staleTime: Number.POSITIVE_INFINITY, retry: 1, enabled }),
  );
}

export function currentSession(): SessionInfo | null {
  return queryClient.getQueryData(trpc.session.me.queryKey({})) ?? null;
}

/** The signed-in person. Only for parts of the page that the session gate protects. */
export function useSession(): SessionInfo {
  const { data } = useSessionQuery();
  if (!data) throw new Error("useSession outside the session gate");
  return data;
}

export function useMay(permission: Permission): boolean {
  return useSession().permissions.includes(permission);
}

/** Any answer UNAUTHORIZED while somebody was signed in means that the session is over. */
export function watchSessionEnd(): void {
  const look = (error: unknown) => {
    if (isUnauthorized(error) && currentSession() !== null) sessionExpired.set(true);
  };
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type === "updated" && event.action.type === "error") look(event.action.error);
  });
  queryClient.getMutationCache().subscribe((event) => {
    if (event.type === "updated" && event.action.type === "error") look(event.action.error);
  });
  channel.onmessage = () => void afterSignIn();
}

/** Tells the other tabs of this browser that the cookie now belongs to somebody else, or to nobody. */
export function announceSessionChange(): void {
  channel.postMessage("changed");
}

/**
 * After a new sign-in (here or in another tab). The same person goes on where the page stands; another person must
 * not see what the first one had open, so the page starts afresh.
 */
export async function afterSignIn(): Promise<void> {
  const before = currentSession();
  const now = await queryClient
    .fetchQuery({ ...trpc.session.me.queryOptions({}), staleTime: 0 })
    .catch(() => null);
  if (before !== null && now?.username !== before.username) {
    window.location.reload();
    return;
  }
  sessionExpired.set(false);
  await queryClient.invalidateQueries();
}
