import type { Locale } from "#shared/contract/staff-session";
import type { StaffActor } from "#shared/domain/order/actor";
import type { LiveHub } from "../live/live-hub";
import type { SimulatorPort } from "../simulator/simulator-port";
import type { Deps } from "../usecases/deps";
import type { HourlyQuota } from "../usecases/hourly-quota";

/** The person behind a request, from a session that was valid when the request began. */
export interface SignedIn {
  readonly actor: StaffActor;
  readonly displayName: string;
  readonly locale: Locale;
  /** Aborts within seconds of the session's end: sign-out, expiry, role change, shutdown. */
  sessionEnd(): AbortSignal;
}

/** What every procedure is given. */
export interface TrpcContext {
  readonly deps: Deps;
  readonly signedIn: SignedIn | null;
  readonly live: LiveHub;
  /** Looks at personal data that each person has left this hour. */
  readonly reveals: HourlyQuota;
  readonly simulator: SimulatorPort | null;
  readonly demo: boolean;
}
