import { v7 } from "uuid";
import type { Client } from "#db/sqlite/connection";
import type { Store } from "#db/store";
import { createPasswords, type Passwords } from "#server/auth/passwords";
import { createSessionCookie } from "#server/auth/session-cookie";
import { createSessions, SESSION_SETTINGS, type SessionSettings } from "#server/auth/sessions";
import { createSignIn } from "#server/auth/sign-in";
import type { AppServices } from "#server/http/app-services";
import { createApp } from "#server/http/create-app";
import { listen } from "#server/http/listen";
import { createOpenStreams } from "#server/http/open-streams";
import { createLiveHub } from "#server/live/live-hub";
import { createLog } from "#server/log";
import { openMaterialVault } from "#server/materials/material-vault";
import type { Deps } from "#server/usecases/deps";
import { createHourlyQuota } from "#server/usecases/hourly-quota";
import { DEFAULT_ORDER_SETTINGS, type OrderSettings } from "#shared/domain/order/settings";
import type { Rule } from "#shared/domain/rules/rule";
import type { Role } from "#shared/domain/staff/role";
import { temporaryFolder, vaultKeyOf } from "./material-fixtures";
import { NOW_MS } from "./order-fixtures";
import { type Caller, createCaller } from "./staff-caller";
import { createInspectedStore } from "./test-store";

export const PASSWORD = "correct horse battery";

/** One colleague per role, as most tests need them. */
export const TEAM: readonly { readonly username: string; readonly roles: readonly Role[] }[] = [
  { username: "reviewer1", roles: ["REVIEWER"] },
  { username: "reviewer2", roles: ["REVIEWER"] },
  { username: "lead1", roles: ["LEAD"] },
  { username: "manager1", roles: ["MANAGER"] },
  { username: "admin1", roles: ["ADMIN"] },
  { username: "security1", roles: ["SECURITY_ADMIN"] },
  { username: "auditor1", roles: ["AUDITOR"] },
];

let made: Promise<{ passwords: Passwords; hash: string }> | null = null;

/** Hashing is slow by design; one hash serves every account of a test file. */
function madePasswords(): Promise<{ passwords: Passwords; hash: string }> {
  made ??= createPasswords().then(async (passwords) => ({ passwords, hash: await passwords.hash(PASSWORD) }));
  return made;
}

export interface TestServerOptions {
  readonly wrap?: (store: Store) => Store;
  readonly settings?: Partial<OrderSettings>;
  /** The catalogue orders are judged by; none unless the test is about rules. */
  readonly rules?: readonly Rule[];
  readonly sessions?: Partial<SessionSettings>;
  readonly services?: Partial<AppServices>;
  readonly revealsPerHour?: number;
}

export interface OutboxLine {
  readonly kind: string;
  readonly state: string;
  readonly notBeforeMs: number;
  readonly payload: string;
}

export interface TestServer extends AsyncDisposable {
  readonly url: string;
  readonly store: Store;
  /** The connection under the store, for looking at rows. */
  readonly client: Client;
  readonly clock: { nowMs: number };
  readonly deps: Deps;
  readonly services: AppServices;
  /** Every line of the log. */
  readonly logged: readonly string[];
  readonly anonymous: Caller;
  addStaff(username: string, ...roles: Role[]): Promise<void>;
  /** Signs in over HTTP; the caller carries the cookie. */
  signIn(username: string): Promise<Caller>;
  outboxOf(orderNo: string): OutboxLine[];
  /** `actor action` of everything that happened to the order, oldest first. */
  actionsOf(orderNo: string): Promise<string[]>;
  /** `actor action` of the whole audit trail, oldest first. */
  auditActions(): Promise<string[]>;
  stop(): Promise<void>;
}

/** The real express app on port 0 with a store of its own and a clock that only the test moves. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { store: plain, client } = await createInspectedStore();
  const store = options.wrap?.(plain) ?? plain;
  const { folder, remove } = await temporaryFolder();
  const clock = { nowMs: NOW_MS };
  const logged: string[] = [];
  const deps: Deps = {
    store,
    now: () => clock.nowMs,
    newId: () => v7(),
    settings: { ...DEFAULT_ORDER_SETTINGS, ...options.settings },
    rules: options.rules ?? [],
    materials: await openMaterialVault(folder, vaultKeyOf()),
    log: createLog("trace", { write: (line) => void logged.push(line) }),
  };
  const { passwords, hash } = await madePasswords();
  const addStaff = (username: string, ...roles: Role[]) =>
    store.addStaff({
      username,
      displayName: username,
      passwordHash: hash,
      roles,
      locale: "zh-CN",
      nowMs: NOW_MS,
    });
  for (const { username, roles } of TEAM) await addStaff(username, ...roles);

  const sessions = createSessions(deps, { ...SESSION_SETTINGS, ...options.sessions });
  const streams = createOpenStreams();
  const services: AppServices = {
    deps,
    sessions,
    streams,
    demo: true,
    publicOrigin: null,
    trustedProxies: 0,
    cookie: createSessionCookie(false),
    signIn: createSignIn(deps, passwords, sessions),
    live: createLiveHub("boot"),
    reveals: createHourlyQuota(options.revealsPerHour ?? 120),
    simulator: null,
    readiness: {
      ask: async () => ({ ready: true, checks: { database: true, workers: true, disk: true, open: true } }),
      close: () => {},
    },
    intake: null,
    bureau: null,
    client: null,
    ...options.services,
  };
  const stopTelling = store.onChange((notice) => services.live.publish(notice));
  const listening = await listen(createApp(services), "127.0.0.1", 0, streams);

  const server: TestServer = {
    url: listening.url,
    store,
    client,
    clock,
    deps,
    services,
    logged,
    addStaff,
    anonymous: createCaller(listening.url, null),
    async signIn(username) {
      const caller = createCaller(listening.url, null);
      const { status, cookie } = await caller.signIn(username, PASSWORD);
      if (status !== 200 || cookie === null) throw new Error(`sign-in of ${username} answered ${status}`);
      return createCaller(listening.url, cookie);
    },
    outboxOf: (orderNo) =>
      client
        .prepare<[string], OutboxLine>(
          "SELECT kind, state, not_before_ms AS notBeforeMs, payload FROM outbox WHERE order_no = ? ORDER BY seq",
        )
        .all(orderNo),
    async actionsOf(orderNo) {
      return (await store.history(orderNo)).map((event) => `${event.actor} ${event.action}`);
    },
    async auditActions() {
      const { rows } = await store.auditSearch({ limit: 200 });
      return rows.map((row) => `${row.actor} ${row.action}`).reverse();
    },
    async stop() {
      sessions.stop();
      stopTelling();
      await listening.close();
      await store.close();
      await remove();
    },
    [Symbol.asyncDispose]: () => server.stop(),
  };
  return server;
}
