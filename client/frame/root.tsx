import { Outlet } from "@tanstack/react-router";
import { type ReactNode, Suspense, useEffect } from "react";
import { ExpiredSessionDialog } from "../features/session/expired-session-dialog";
import { SignInPage } from "../features/session/sign-in-page";
import { followLive } from "../lib/live/invalidate";
import { startLive } from "../lib/live/live-channel";
import { localePreference } from "../lib/preferences";
import { isUnauthorized } from "../lib/refusal";
import { useAuthInfo, useMay, useSession, useSessionQuery } from "../lib/session";
import { PageLoading } from "../ui/page-loading";
import { UndoToast } from "../ui/undo-toast";
import { Frame } from "./frame";
import { Guarded } from "./guarded";
import { Unreachable } from "./unreachable";

/** The session gate. Whoever is not signed in sees the sign-in page at the address he asked for. */
export function Root() {
  const info = useAuthInfo();
  // Asking who is signed in while nobody is would be an error in everybody's console on every visit.
  const session = useSessionQuery(info.isSuccess && info.data?.signedIn !== false);
  if (session.data) {
    return (
      <SignedIn>
        <Guarded>
          <Outlet />
        </Guarded>
      </SignedIn>
    );
  }
  const signedOut = info.data?.signedIn === false || isUnauthorized(session.error);
  const retry = () => void (info.isError ? info.refetch() : session.refetch());
  if (!signedOut && !info.isError && !session.isError) return <PageLoading />;
  return (
    <Suspense fallback={<PageLoading />}>
      {signedOut ? <SignInPage /> : <Unreachable onRetry={retry} />}
    </Suspense>
  );
}

function SignedIn({ children }: { children: ReactNode }) {
  const live = useMay("queue.read");
  const { locale } = useSession();
  useEffect(() => {
    // The account's language, unless somebody chose another one in this browser.
    if (!localePreference.chosen()) localePreference.set(locale);
  }, [locale]);
  useEffect(() => {
    if (!live) return;
    const leaveLive = startLive();
    const stopFollowing = followLive();
    return () => {
      stopFollowing();
      leaveLive();
    };
  }, [live]);
  return (
    <Frame>
      <Suspense fallback={<PageLoading />}>{children}</Suspense>
      <UndoToast />
      <Suspense fallback={null}>
        <ExpiredSessionDialog />
      </Suspense>
    </Frame>
  );
}
