import { useRouter } from "@tanstack/react-router";
import { useSession } from "../lib/session";

export interface NavEntry {
  nav: string;
  path: string;
}

/** Entries of the main navigation, read from the routes themselves: those with `nav` that the person may open. */
export function useNavEntries(): NavEntry[] {
  const router = useRouter();
  const { permissions } = useSession();
  return entriesOf(Object.values(router.routesById), permissions);
}

interface NavRoute {
  fullPath: string;
  options: { staticData?: { nav?: string; permission?: string } };
}

function entriesOf(routes: readonly NavRoute[], permissions: readonly string[]): NavEntry[] {
  return routes.flatMap((route) => {
    const { nav, permission } = route.options.staticData ?? {};
    if (nav === undefined) return [];
    if (permission !== undefined && !permissions.includes(permission)) return [];
    return [{ nav, path: route.fullPath }];
  });
}
