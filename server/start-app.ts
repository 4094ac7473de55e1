import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import type { RequestHandler } from "express";
import { v7 as uuidv7 } from "uuid";
import { loadKeyring } from "#db/crypto/keyring";
import { openStore } from "#db/sqlite/open-store";
import type { Store } from "#db/store";
import { DEFAULT_ORDER_SETTINGS } from "#shared/domain/order/settings";
import { RULES } from "#shared/domain/rules/catalogue";
import { createPasswords, type Passwords } from "./auth/passwords";
import { createSessionCookie } from "./auth/session-cookie";
import { createSessions } from "./auth/sessions";
import { createSignIn } from "./auth/sign-in";
import type { DeliveryDeps } from "./bureau/delivery-deps";
import { createHttpGateway } from "./bureau/http-gateway";
import { type Config, ConfigError } from "./config";
import { prepareDemo } from "./demo-start";
import type { AppServices } from "./http/app-services";
import { createApp } from "./http/create-app";
import { listen } from "./http/listen";
import { createOpenStreams } from "./http/open-streams";
import { createReadiness } from "./http/readiness";
import { createIntakeRouter } from "./intake/router";
import { createLiveHub } from "./live/live-hub";
import { createLog } from "./log";
import { type MaterialVault, openMaterialVault } from "./materials/material-vault";
import { sweepUnboundMaterials } from "./materials/sweep-unbound-materials";
import { startRuleThread } from "./rule-thread/start-rule-thread";
import { embedSimulator } from "./simulator/embedded-simulator";
import { createHttpSimulator } from "./simulator/http-simulator";
import { smsOverGateway } from "./simulator/sms-over-gateway";
import type { Deps } from "./usecases/deps";
import { createHourlyQuota } from "./usecases/hourly-quota";
import { REVEALS_PER_HOUR } from "./usecases/reveal-order";
import { ruleErrorLog } from "./usecases/rule-errors";
import { pause } from "./workers/pause";
import { startRecheckLoop } from "./workers/recheck-loop";
import { startWorkers, type Workers } from "./workers/start-workers";
import { startLoop } from "./workers/worker-loop";

const WORKER_PAUSE_MS = 500;
const SWEEP_PAUSE_MS = 10 * 60_000;
/** Workers may be in the middle of a call to a slow bureau; what they leave unfinished is leased and comes again. */
const WORKERS_WITHIN_MS = 3_000;

export interface RunningApp {
  readonly url: string;
  /** Ends streams, lets work under way finish, writes everything out. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Serves the client; null where there is none. */
  readonly client: RequestHandler | null;
  readonly say: (line: string) => void;
}

/** The composition root: every part of the product put together from one configuration. */
export async function startApp(config: Config, options: StartOptions): Promise<RunningApp> {
  const log = createLog(config.logLevel);
  const { store, materials } = await openData(config);
  const deps: Deps = {
    store,
    materials,
    log,
    now: Date.now,
    newId: () => uuidv7(),
    settings: { ...DEFAULT_ORDER_SETTINGS, claimLimit: config.claimLimit },
    rules: RULES,
  };
  const embedded = config.bureauUrl === null ? await embedSimulator(config, log) : null;
  if (config.bureauUrl === null && embedded === null) {
    throw new ConfigError(["BUREAU_URL: required, because no simulator is part of this build"]);
  }
  const passwords = await createPasswords();
  const demo = config.demo ? await prepareDemo(deps, passwords, config, options.say) : null;
  // The address of the embedded bureau is known only once we listen: it is served under our own.
  const bureau = { url: config.bureauUrl ?? "" };
  const gateway = createHttpGateway({
    get baseUrl() {
      return bureau.url;
    },
    secret: config.bureauSecret,
    now: Date.now,
    newId: deps.newId,
  });
  let workers: Workers | null = null;
  const services: AppServices = {
    ...createServices(config, deps, passwords),
    simulator: demo === null ? null : createHttpSimulator({ bureau, gateway, ...demo }),
    readiness: createReadiness({
      store,
      dataDir: config.dataDir,
      now: Date.now,
      workersHealthy: () => workers?.healthy() ?? false,
    }),
    intake: createIntakeRouter({ ...deps, sms: smsOverGateway(gateway) }),
    bureau: embedded?.app ?? null,
    client: options.client,
  };
  const stopTelling = store.onChange((notice) => services.live.publish(notice));
  const listening = await listen(createApp(services), config.host, config.port, services.streams);
  if (embedded !== null) bureau.url = listening.url;
  const running = startEverything({ ...deps, gateway, random: Math.random }, config);
  workers = running;
  return {
    url: listening.url,
    stop: async () => {
      services.readiness.close();
      services.streams.endAll();
      await Promise.race([running.stop(), pause(WORKERS_WITHIN_MS)]);
      await listening.close();
      stopTelling();
      services.sessions.stop();
      await embedded?.stop();
      await gateway.close();
      await store.close();
    },
  };
}

/** The delivery workers, the re-check of the queue by its rules, and the sweeper of uploads that no order named. */
function startEverything(deps: DeliveryDeps, config: Config): Workers {
  const workers = startWorkers(deps, { pauseMs: WORKER_PAUSE_MS, webhook: config.webhook });
  const sweeper = startLoop("sweep", SWEEP_PAUSE_MS, deps.log, async () => {
    return (await sweepUnboundMaterials(deps)) > 0;
  });
  const thread = startRuleThread(ruleErrorLog(deps));
  const recheck = startRecheckLoop(deps, thread);
  return {
    healthy: () => workers.healthy() && sweeper.healthy() && recheck.healthy(),
    stop: async () => {
      await Promise.all([workers.stop(), sweeper.stop(), recheck.stop()]);
      await thread.stop();
    },
  };
}

type OwnServices = Omit<AppServices, "simulator" | "readiness" | "intake" | "bureau" | "client">;

/** The parts of the HTTP layer that need nothing but configuration and dependencies. */
function createServices(config: Config, deps: Deps, passwords: Passwords): OwnServices {
  const sessions = createSessions(deps);
  return {
    deps,
    sessions,
    demo: config.demo,
    publicOrigin: config.publicOrigin,
    trustedProxies: config.trustedProxies,
    cookie: createSessionCookie(config.secureCookies),
    signIn: createSignIn(deps, passwords, sessions),
    live: createLiveHub(deps.newId()),
    streams: createOpenStreams(),
    reveals: createHourlyQuota(REVEALS_PER_HOUR),
  };
}

/** Database, documents and keys of the data directory; only an empty one is given a new master key. */
export async function openData(
  config: Pick<Config, "dataDir" | "masterKey" | "masterKeyFile" | "production">,
): Promise<{ store: Store; materials: MaterialVault }> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const databaseFile = path.join(config.dataDir, "review.sqlite");
  const keys = loadKeyring({
    masterKey: config.masterKey,
    masterKeyFile: config.masterKeyFile,
    dataDir: config.dataDir,
    mayGenerate: !config.production && !existsSync(databaseFile),
  });
  if (!keys.ok) throw new ConfigError([`MASTER_KEY: ${keys.problem}`]);
  const store = await openStore({ path: databaseFile, keyring: keys.keyring });
  const materials = await openMaterialVault(path.join(config.dataDir, "materials"), {
    key: keys.keyring.materials,
    keyId: keys.keyring.keyId,
  });
  return { store, materials };
}
