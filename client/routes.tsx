import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import type { Permission } from "#shared/domain/staff/permissions";
import { auditSearch } from "./features/audit/audit-search";
import { insightsSearch, roundsSearch } from "./features/insights/insights-search";
import { listsSearch } from "./features/lists/lists-search";
import { provincesSearch } from "./features/provinces/provinces-search";
import { queueSearch } from "./features/queue/queue-search";
import { rulesSearch } from "./features/rules/rules-search";
import { templatesSearch } from "./features/templates/templates-search";
import { trackingSearch } from "./features/tracking/tracking-search";
import { HomeRedirect } from "./frame/home-redirect";
import { NotFound } from "./frame/not-found";
import { PageError } from "./frame/page-error";
import { Root } from "./frame/root";

/**
 * Every page of the product. A new page is one `createRoute` line here, its texts in
 * `locales/<locale>/<namespace>.json`, and, with `nav`, a label `nav.<nav>` in `common.json`. Entries of the main
 * navigation stand in the order of this list; who lacks `permission` sees neither the entry nor the page.
 */
interface PageData {
  permission?: Permission;
  nav?: string;
  /** The entry of the main navigation whose tabs lead here. */
  within?: string;
  /** Only in the demo: nothing answers this page elsewhere. */
  demo?: true;
}

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption extends PageData {}
}

function page(permission: Permission, nav?: string) {
  return {
    getParentRoute: () => rootRoute,
    staticData: nav === undefined ? { permission } : { permission, nav },
  };
}

/** A page that stands behind a tab of the pages about the rules. */
function rulesTab() {
  return {
    getParentRoute: () => rootRoute,
    staticData: { permission: "rules.read", within: "rules" } as const,
  };
}

const rootRoute = createRootRoute({
  component: Root,
  notFoundComponent: NotFound,
  errorComponent: PageError,
});

const pages = [
  createRoute({ getParentRoute: () => rootRoute, path: "/", component: HomeRedirect }),
  createRoute({
    ...page("queue.read", "queue"),
    path: "/queue",
    validateSearch: queueSearch,
    component: lazyRouteComponent(() => import("./features/queue/queue-page"), "QueuePage"),
  }),
  createRoute({
    ...page("orders.read"),
    path: "/orders/$orderNo",
    component: lazyRouteComponent(() => import("./features/workbench/workbench-page"), "WorkbenchPage"),
  }),
  createRoute({
    ...page("bureau.read", "tracking"),
    path: "/tracking",
    validateSearch: trackingSearch,
    component: lazyRouteComponent(() => import("./features/tracking/tracking-page"), "TrackingPage"),
  }),
  createRoute({
    ...page("insights.read", "insights"),
    path: "/insights",
    validateSearch: insightsSearch,
    component: lazyRouteComponent(() => import("./features/insights/insights-page"), "InsightsPage"),
  }),
  createRoute({
    ...page("insights.read"),
    path: "/insights/rounds",
    validateSearch: roundsSearch,
    component: lazyRouteComponent(() => import("./features/insights/rounds-page"), "RoundsPage"),
  }),
  createRoute({
    ...page("rules.read", "rules"),
    path: "/rules",
    validateSearch: rulesSearch,
    component: lazyRouteComponent(() => import("./features/rules/rules-page"), "RulesPage"),
  }),
  createRoute({
    ...rulesTab(),
    path: "/provinces",
    validateSearch: provincesSearch,
    component: lazyRouteComponent(() => import("./features/provinces/provinces-page"), "ProvincesPage"),
  }),
  createRoute({
    ...rulesTab(),
    path: "/lists",
    validateSearch: listsSearch,
    component: lazyRouteComponent(() => import("./features/lists/lists-page"), "ListsPage"),
  }),
  createRoute({
    ...rulesTab(),
    path: "/templates",
    validateSearch: templatesSearch,
    component: lazyRouteComponent(() => import("./features/templates/templates-page"), "TemplatesPage"),
  }),
  createRoute({
    ...page("audit.read", "audit"),
    path: "/audit",
    validateSearch: auditSearch,
    component: lazyRouteComponent(() => import("./features/audit/audit-page"), "AuditPage"),
  }),
  createRoute({
    ...page("staff.read", "admin"),
    path: "/admin/staff",
    component: lazyRouteComponent(() => import("./features/admin/staff-page"), "StaffPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    staticData: { permission: "simulator.use", nav: "simulator", demo: true },
    path: "/simulator",
    component: lazyRouteComponent(() => import("./features/simulator/simulator-page"), "SimulatorPage"),
  }),
] as const;

export const router = createRouter({
  routeTree: rootRoute.addChildren(pages),
  defaultErrorComponent: PageError,
  defaultPendingMs: 200,
  scrollRestoration: false,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
