import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

/** The system's Chromium, driven as a person would use it. Nothing is downloaded for these tests. */

const OUTPUT = path.resolve(import.meta.dirname, "../../test-output");
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const PLACES = ["/snap/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Path of the browser: `CHROMIUM_PATH`, else the first known name on the search path. Throws where there is none. */
export function findChromium(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== "") {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which does not exist`);
  }
  const folders = ["/usr/bin", "/usr/local/bin", ...(process.env.PATH ?? "").split(path.delimiter)];
  const candidates = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  const found = [...candidates, ...PLACES].find(existsSync);
  if (found !== undefined) return found;
  throw new Error(
    "the browser tests need Chromium: install it (apt-get install chromium) or set CHROMIUM_PATH",
  );
}

/** With the scrollbars that people have: they take their share of the width. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: ARGUMENTS,
    ignoreDefaultArgs: ["--hide-scrollbars"],
  });
}

/** What went wrong in the pages of a context although nobody would have seen it. */
export interface Watch {
  /** An answer with this status is part of the test; every other one of 400 and above is a fault. */
  expectStatus(status: number): void;
  /** Faults so far: errors and warnings of the console, uncaught errors, and failed answers. */
  faults(): string[];
}

/** Chromium says this about each failed answer; the answers themselves are watched. */
const FAILED_ANSWER = "Failed to load resource";

export function watchPages(context: BrowserContext): Watch {
  const faults: string[] = [];
  const failed: { status: number; text: string }[] = [];
  const expected = new Set<number>();
  context.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    if (!message.text().startsWith(FAILED_ANSWER)) faults.push(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => faults.push(`uncaught: ${String(error.error())}`));
  context.on("response", (response) => {
    const status = response.status();
    if (status >= 400) failed.push({ status, text: `${status} ${response.url()}` });
  });
  return {
    expectStatus: (status) => void expected.add(status),
    faults: () => [
      ...faults,
      ...failed.filter(({ status }) => status >= 500 || !expected.has(status)).map(({ text }) => text),
    ],
  };
}

export interface Look {
  readonly width: number;
  readonly locale: "zh-CN" | "en-US";
  readonly theme: "light" | "dark";
}

/** Keeps what the page looks like now as output of the test run. */
export async function keepScreenshot(page: Page, name: string, look: Look): Promise<void> {
  const folder = path.join(OUTPUT, "screens");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({
    path: path.join(folder, `${name}-${look.width}-${look.locale}-${look.theme}.png`),
  });
}

/** Keeps every page of a failed test. */
export async function keepFailure(context: BrowserContext, test: string): Promise<void> {
  const folder = path.join(OUTPUT, "failures");
  mkdirSync(folder, { recursive: true });
  const name = test.replace(/\W+/gu, "-").slice(0, 80);
  await Promise.all(
    context
      .pages()
      .map((page, index) =>
        page.screenshot({ path: path.join(folder, `${name}-${index}.png`) }).catch(() => null),
      ),
  );
}
