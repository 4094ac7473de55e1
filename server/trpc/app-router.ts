import { router } from "./procedure";
import { auditRouter } from "./routers/audit-router";
import { bureauRouter } from "./routers/bureau-router";
import { eventsRouter } from "./routers/events-router";
import { insightsRouter } from "./routers/insights-router";
import { listsRouter } from "./routers/lists-router";
import { ordersRouter } from "./routers/orders-router";
import { provincesRouter } from "./routers/provinces-router";
import { queueRouter } from "./routers/queue-router";
import { rulesRouter } from "./routers/rules-router";
import { sessionRouter } from "./routers/session-router";
import { simulatorRouter } from "./routers/simulator-router";
import { staffRouter } from "./routers/staff-router";
import { templatesRouter } from "./routers/templates-router";
import { verdictsRouter } from "./routers/verdicts-router";

/** The staff API (contracts.md §3). The client imports its type, and nothing else of the server. */
export const appRouter = router({
  session: sessionRouter,
  queue: queueRouter,
  orders: ordersRouter,
  verdicts: verdictsRouter,
  bureau: bureauRouter,
  insights: insightsRouter,
  audit: auditRouter,
  staff: staffRouter,
  rules: rulesRouter,
  provinces: provincesRouter,
  lists: listsRouter,
  templates: templatesRouter,
  simulator: simulatorRouter,
  events: eventsRouter,
});

export type AppRouter = typeof appRouter;
