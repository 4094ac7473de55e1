import { KeyedLock } from "#server/materials/keyed-lock";
import type { Deps } from "../usecases/deps";
import { done, type EdgeRefusal, edgeRefuse, type Reply } from "../usecases/reply";
import { createAttempts } from "./attempts";
import { type Passwords, PasswordsBusyError } from "./passwords";
import type { Sessions } from "./sessions";

const MINUTE_MS = 60_000;
/** Wrong passwords in a row after which an account is locked, and for how long (assurance.md §3). */
const LOCK_AFTER = 5;
const LOCK_MS = 15 * MINUTE_MS;
/** Failures from one address, whatever the account: a whole office may sit behind it, a guessing machine too. */
const ADDRESS_FAILURES = 100;
const ADDRESS_WINDOW_MS = 5 * MINUTE_MS;

export interface SignInRequest {
  readonly username: string;
  readonly password: string;
  readonly address: string;
}

export interface SignInAnswer {
  readonly token: string;
  readonly maxAgeMs: number;
}

export type SignIn = (request: SignInRequest) => Promise<Reply<SignInAnswer>>;

/**
 * Checks a password and opens a session. Unknown names and wrong passwords take the same time and get the same
 * answers, the lock included, so that nobody learns which names exist. Every outcome is on the audit trail.
 */
export function createSignIn(deps: Deps, passwords: Passwords, sessions: Sessions): SignIn {
  const addresses = createAttempts(ADDRESS_FAILURES, ADDRESS_WINDOW_MS, ADDRESS_WINDOW_MS);
  // As the store does for accounts: the count only ends with a success, and a stranger never has one.
  const strangers = createAttempts(LOCK_AFTER, Number.POSITIVE_INFINITY, LOCK_MS);
  // One check per name at a time: parallel guesses must not all pass before the first failure counts.
  const perName = new KeyedLock();

  async function check({ username, password, address }: SignInRequest): Promise<Reply<SignInAnswer>> {
    const account = await deps.store.staff(username);
    const lockedUntilMs =
      account === null ? strangers.refusedUntilMs(username, deps.now()) : account.lockedUntilMs;
    if (lockedUntilMs !== null && deps.now() < lockedUntilMs) {
      await recordLocked(account === null ? "unknown" : username);
      return locked(lockedUntilMs);
    }
    const matches = await passwords.matches(password, account?.passwordHash ?? null);
    if (matches && account?.active) return done(await sessions.open(username));
    const nowMs = deps.now();
    addresses.fail(address, nowMs);
    const failed = await deps.store.signInFailed(username, nowMs, LOCK_AFTER, LOCK_MS);
    if (account === null) strangers.fail(username, nowMs);
    const untilMs = account === null ? strangers.refusedUntilMs(username, nowMs) : failed.lockedUntilMs;
    return untilMs !== null && nowMs < untilMs ? locked(untilMs) : edgeRefuse("SIGN_IN_FAILED");
  }

  function recordLocked(actor: string): Promise<void> {
    return deps.store.recordAudit({
      atMs: deps.now(),
      actor,
      action: "signInLocked",
      orderNo: null,
      data: {},
    });
  }

  function locked(untilMs: number): EdgeRefusal {
    return edgeRefuse("ACCOUNT_LOCKED", { minutes: minutesUntil(untilMs) });
  }

  function minutesUntil(untilMs: number): number {
    return Math.max(1, Math.ceil((untilMs - deps.now()) / MINUTE_MS));
  }

  return async (request) => {
    const refusedUntilMs = addresses.refusedUntilMs(request.address, deps.now());
    if (refusedUntilMs !== null) {
      return edgeRefuse("TOO_MANY_ATTEMPTS", { minutes: minutesUntil(refusedUntilMs) });
    }
    try {
      return await perName.run(request.username, () => check(request));
    } catch (error) {
      if (error instanceof PasswordsBusyError) return edgeRefuse("SERVER_BUSY");
      throw error;
    }
  };
}
