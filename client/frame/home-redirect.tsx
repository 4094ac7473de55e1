import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { PageLoading } from "../ui/page-loading";
import { useNavEntries } from "./nav-entries";
import { NotFound } from "./not-found";

/** `/` is the first page that the signed-in person may see. */
export function HomeRedirect() {
  const router = useRouter();
  const path = useNavEntries()[0]?.path;
  useEffect(() => {
    if (path !== undefined) router.history.replace(path);
  }, [router, path]);
  return path === undefined ? <NotFound /> : <PageLoading />;
}
