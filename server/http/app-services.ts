import type { RequestHandler, Router } from "express";
import type { SessionCookie } from "../auth/session-cookie";
import type { Sessions } from "../auth/sessions";
import type { SignIn } from "../auth/sign-in";
import type { LiveHub } from "../live/live-hub";
import type { SimulatorPort } from "../simulator/simulator-port";
import type { Deps } from "../usecases/deps";
import type { HourlyQuota } from "../usecases/hourly-quota";
import type { OpenStreams } from "./open-streams";
import type { Readiness } from "./readiness";

/** Everything the HTTP layer is made of; put together in `start-app.ts`, and by tests with their own parts. */
export interface AppServices {
  readonly deps: Deps;
  readonly demo: boolean;
  /** Origin that browsers use; null: whatever loopback name they came by. */
  readonly publicOrigin: string | null;
  readonly trustedProxies: number;
  readonly cookie: SessionCookie;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly live: LiveHub;
  readonly streams: OpenStreams;
  readonly reveals: HourlyQuota;
  readonly simulator: SimulatorPort | null;
  readonly readiness: Readiness;
  /** Serves `/api/intake/v1`; it has its own keys, limits and errors. */
  readonly intake: Router | null;
  /** Serves the embedded simulator's `/bureau/v1`; null with a bureau elsewhere. */
  readonly bureau: RequestHandler | null;
  /** Serves the built client; null where there is none (tests, `npm run dev`). */
  readonly client: RequestHandler | null;
}
