import { useRouter } from "@tanstack/react-router";
import { useSession } from "../lib/session";

export interface NavEntry {
  nav: string;
  path: string;
}

/** Entries of the main navigation, read from the routes themselves: those with `nav` that the person may open. */
export function useNavEntries(): NavEntry[] {
  const router = useRouter();
  const { permissions, demo } = useSession();
  return entriesOf(Object.values(router.routesById), permissions, demo);
}

interface NavRoute {
  fullPath: string;
  options: { staticData?: { nav?: string; permission?: string; demo?: true } };
}

function entriesOf(routes: readonly NavRoute[], permissions: readonly string[], demo: boolean): NavEntry[] {
  return routes.flatMap((route) => {
    const { nav, permission, demo: demoOnly } = route.options.staticData ?? {};
    if (nav === undefined || (demoOnly === true && !demo)) return [];
    if (permission !== undefined && !permissions.includes(permission)) return [];
    return [{ nav, path: route.fullPath }];
  });
}
