import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, vi } from "vitest";
import type { ControlPatch } from "#shared/contract/bureau-control";
import {
  ensureBuilt,
  generateDemo,
  type ProductProcess,
  startProduct,
  temporaryDataDir,
} from "#test/support/app-process";
import { keepFailure, launchBrowser, type Watch, watchPages } from "#test/support/browser";
import { type Caller, createCaller } from "#test/support/staff-caller";
import { type Filer, openFiler } from "./filer";
import { openPostbox, type Postbox } from "./postbox";

export const PASSWORD = "demo-Passw0rd!";

/** A bureau that leaves nothing to chance: every submission is approved, codes are typed, within seconds. */
const CALM_BUREAU: ControlPatch = {
  autoVerifySms: true,
  registryChecks: false,
  failures: { recordError: 0, domainFail: 0, smsTimeout: 0, smsLocked: 0, refuse: 0, duplicateResult: 0 },
  forced: [{ match: "BA", outcome: "APPROVE" }],
};

export interface HouseOptions {
  /** Orders with some history that the house opens with. */
  readonly demoOrders?: number;
  readonly images?: "none" | "few" | "all";
  /** Speed of the bureau's clock; by default an order is through in seconds. */
  readonly bureauClock?: number;
}

/** A page on two busy cores may take its time; a test that hangs is still found out. */
const TEST_TIMEOUT_MS = 90_000;
const WAIT_MS = 20_000;

/** One person at one browser. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The same person without a screen: what he does elsewhere, and what the server says is true. */
  readonly api: Caller;
  readonly watch: Watch;
  /** Another tab of the same browser. */
  tab(path: string): Promise<Page>;
}

/** The product as people have it: built, running in its own process, with a browser in front of it. */
export interface House {
  readonly url: string;
  readonly dataDir: string;
  /** The customers' filing system. */
  readonly filer: Filer;
  /** Where the product's webhooks arrive. */
  readonly postbox: Postbox;
  /** A browser that nobody signed in at. */
  visitUnknown(options?: BrowserContextOptions): Promise<Visit>;
  /** A browser in which this person is signed in. */
  visit(username: string, options?: BrowserContextOptions): Promise<Visit>;
  /** The person without a browser. */
  staff(username: string): Promise<Caller>;
  controlBureau(patch: ControlPatch): Promise<void>;
}

interface Parts {
  readonly product: ProductProcess;
  readonly browser: Browser;
  readonly filer: Filer;
  readonly postbox: Postbox;
}

/**
 * Opens a house for the tests of one file. After each test its browsers are closed, and whatever went wrong in them
 * unseen (console, uncaught errors, failed answers) fails the test.
 */
export function openHouse({
  demoOrders = 0,
  images = "none",
  bureauClock = 20_000,
}: HouseOptions = {}): House {
  vi.setConfig({ testTimeout: TEST_TIMEOUT_MS });
  const data = temporaryDataDir();
  // Closed in reverse, whatever was opened before something failed.
  const closers: (() => Promise<unknown>)[] = [];
  let opened: Parts | null = null;
  let visits: Visit[] = [];
  const parts = (): Parts => {
    if (opened === null) throw new Error("the house is not open yet");
    return opened;
  };

  beforeAll(async () => {
    await ensureBuilt();
    if (demoOrders > 0) await generateDemo(data.path, demoOrders, images);
    const browser = await launchBrowser();
    closers.push(() => browser.close());
    const postbox = await openPostbox();
    closers.push(postbox.close);
    const product = await startProduct(data.path, {
      DEMO_ORDERS: "0",
      BUREAU_CLOCK: String(bureauClock),
      INTAKE_WEBHOOK_URL: postbox.url,
    });
    closers.push(() => {
      product.kill("SIGTERM");
      return product.ended;
    });
    opened = { product, browser, postbox, filer: openFiler(product.url, data.path) };
    await controlBureau(product.url, CALM_BUREAU);
  }, 180_000);

  afterEach(async ({ task }) => {
    const closing = visits;
    visits = [];
    if (task.result?.state === "fail") {
      await Promise.all(closing.map(({ context }) => keepFailure(context, task.name)));
    }
    const faults = closing.flatMap(({ watch }) => watch.faults());
    await Promise.all(closing.map(({ context }) => context.close()));
    if (faults.length > 0) throw new Error(`faults that nobody saw:\n${faults.join("\n")}`);
  });

  afterAll(async () => {
    for (const close of closers.reverse()) await close();
    data.remove();
  });

  async function enter(api: Caller, options: BrowserContextOptions): Promise<Visit> {
    const context = await parts().browser.newContext({
      baseURL: parts().product.url,
      viewport: { width: 1440, height: 900 },
      reducedMotion: "reduce",
      ...options,
    });
    context.setDefaultTimeout(WAIT_MS);
    if (api.cookie !== null) await context.addCookies([cookieOf(api.cookie, parts().product.url)]);
    const watch = watchPages(context);
    const tab = async (path: string): Promise<Page> => {
      const page = await context.newPage();
      await page.goto(path);
      return page;
    };
    const visit = { context, api, watch, tab, page: await context.newPage() };
    visits.push(visit);
    return visit;
  }

  return {
    get url() {
      return parts().product.url;
    },
    dataDir: data.path,
    get filer() {
      return parts().filer;
    },
    get postbox() {
      return parts().postbox;
    },
    visitUnknown: (options = {}) => enter(createCaller(parts().product.url, null), options),
    visit: async (username, options = {}) => enter(await signedIn(parts().product.url, username), options),
    staff: (username) => signedIn(parts().product.url, username),
    controlBureau: (patch) => controlBureau(parts().product.url, patch),
  };
}

async function signedIn(url: string, username: string): Promise<Caller> {
  const { status, cookie } = await createCaller(url, null).signIn(username, PASSWORD);
  if (status !== 200 || cookie === null) throw new Error(`sign-in of ${username} answered ${status}`);
  return createCaller(url, cookie);
}

function cookieOf(pair: string, url: string): { name: string; value: string; url: string } {
  const cut = pair.indexOf("=");
  return { name: pair.slice(0, cut), value: pair.slice(cut + 1), url };
}

async function controlBureau(url: string, patch: ControlPatch): Promise<void> {
  const response = await fetch(`${url}/bureau/v1/control`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(patch),
  });
  if (response.status !== 200) throw new Error(`the bureau's control answered ${response.status}`);
}
