import { createHash, randomBytes } from "node:crypto";
import type { StaffAccount } from "#db/ports/account-store";
import type { Deps } from "../usecases/deps";

/** Times of assurance.md §3. */
export interface SessionSettings {
  readonly idleMs: number;
  readonly absoluteMs: number;
  /** How often open streams are asked whether their session still lives. */
  readonly watchEveryMs: number;
}

export const SESSION_SETTINGS: SessionSettings = {
  idleMs: 30 * 60_000,
  absoluteMs: 8 * 3_600_000,
  watchEveryMs: 2_000,
};

/** A write per call would be one too many; the idle time is exact to this. */
const TOUCH_EVERY_MS = 10_000;

export interface LiveSession {
  readonly tokenHash: string;
  readonly account: StaffAccount;
}

export interface Sessions {
  /** A fresh 256-bit token; only its hash is kept. */
  open(username: string): Promise<{ token: string; maxAgeMs: number }>;
  /** The session of a token, or null: unknown, idle too long, over, or its person switched off. */
  find(token: string, countsAsInput: boolean): Promise<LiveSession | null>;
  close(token: string): Promise<void>;
  /** Aborts when the session ends, whatever ends it, within `watchEveryMs`. Call `unwatch` when done. */
  watch(tokenHash: string): { readonly signal: AbortSignal; unwatch(): void };
  /** Ends every watch; for shutdown. */
  stop(): void;
}

interface Watched {
  readonly controller: AbortController;
  watchers: number;
}

export function createSessions(
  deps: Pick<Deps, "store" | "now" | "log">,
  settings: SessionSettings = SESSION_SETTINGS,
): Sessions {
  const watched = new Map<string, Watched>();

  async function valid(tokenHash: string): Promise<(LiveSession & { lastSeenAtMs: number }) | null> {
    const row = await deps.store.session(tokenHash);
    const nowMs = deps.now();
    if (row === null || nowMs >= row.expiresAtMs || nowMs - row.lastSeenAtMs >= settings.idleMs) return null;
    const account = await deps.store.staff(row.username);
    return account?.active ? { tokenHash, account, lastSeenAtMs: row.lastSeenAtMs } : null;
  }

  function end(tokenHash: string): void {
    watched.get(tokenHash)?.controller.abort();
    watched.delete(tokenHash);
  }

  async function look(): Promise<void> {
    for (const tokenHash of [...watched.keys()]) {
      if ((await valid(tokenHash)) === null) end(tokenHash);
    }
  }
  const timer = setInterval(() => {
    look().catch((error: unknown) => deps.log.error({ error }, "sessions could not be checked"));
  }, settings.watchEveryMs);
  timer.unref();

  return {
    async open(username) {
      const token = randomBytes(32).toString("base64url");
      const nowMs = deps.now();
      await deps.store.openSession(hashOf(token), username, nowMs, nowMs + settings.absoluteMs);
      return { token, maxAgeMs: settings.absoluteMs };
    },
    async find(token, countsAsInput) {
      const session = await valid(hashOf(token));
      if (session === null) return null;
      const nowMs = deps.now();
      if (countsAsInput && nowMs - session.lastSeenAtMs >= TOUCH_EVERY_MS) {
        await deps.store.touchSession(session.tokenHash, nowMs);
      }
      return session;
    },
    async close(token) {
      const tokenHash = hashOf(token);
      await deps.store.closeSession(tokenHash, deps.now());
      end(tokenHash);
    },
    watch(tokenHash) {
      const entry = watched.get(tokenHash) ?? { controller: new AbortController(), watchers: 0 };
      entry.watchers += 1;
      watched.set(tokenHash, entry);
      return {
        signal: entry.controller.signal,
        unwatch: () => {
          entry.watchers -= 1;
          if (entry.watchers <= 0 && watched.get(tokenHash) === entry) watched.delete(tokenHash);
        },
      };
    },
    stop() {
      clearInterval(timer);
      for (const tokenHash of [...watched.keys()]) end(tokenHash);
    },
  };
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
