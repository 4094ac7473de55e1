import { Outlet } from "@tanstack/react-router";
import { type ReactNode, Suspense, useEffect } from "react";
import { ExpiredSessionDialog } from "../features/session/expired-session-dialog";
import { SignInPage } from "../features/session/sign-in-page";
import { followLive } from "../lib/live/invalidate";
import { startLive } from "../lib/live/live-channel";
import { isUnauthorized } from "../lib/refusal";
import { useMay, useSessionQuery } from "../lib/session";
import { PageLoading } from "../ui/page-loading";
import { UndoToast } from "../ui/undo-toast";
import { Frame } from "./frame";
import { Guarded } from "./guarded";
import { Unreachable } from "./unreachable";

/** The session gate. Whoever is not signed in sees the sign-in page at the address he asked for. */
export function Root() {
  const session = useSessionQuery();
  if (session.data) {
    return (
      <SignedIn>
        <Guarded>
          <Outlet />
        </Guarded>
      </SignedIn>
    );
  }
  if (session.isPending) return <PageLoading />;
  return (
    <Suspense fallback={<PageLoading />}>
      {isUnauthorized(session.error) ? (
        <SignInPage />
      ) : (
        <Unreachable onRetry={() => void session.refetch()} />
      )}
    </Suspense>
  );
}

function SignedIn({ children }: { children: ReactNode }) {
  const live = useMay("queue.read");
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
