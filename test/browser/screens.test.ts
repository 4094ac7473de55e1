import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { keepScreenshot, type Look } from "#test/support/browser";
import { axeFaults } from "./axe-faults";
import { clippedTexts, sidewaysScrollers } from "./clipped-text";
import { type Furniture, furnish } from "./furnish";
import { openHouse } from "./house";

const house = openHouse({ demoOrders: 40, images: "all", bureauClock: 600 });
const HEIGHTS: Readonly<Record<number, number>> = { 1280: 800, 1440: 900, 1920: 1080 };
const STEADY = { timeout: 5_000, interval: 100 };

let furniture: Furniture;
beforeAll(async () => {
  furniture = await furnish(house);
}, 120_000);

interface Screen {
  readonly name: string;
  readonly path: (at: Furniture) => string;
  /** Shown once the page has everything it will have. */
  readonly ready: (page: Page, at: Furniture) => Locator;
  /** What to press before the page looks as it should. */
  readonly press?: (page: Page) => Promise<void>;
}

const rows = (page: Page) => page.getByRole("table").locator("tbody tr a").first();
const cell = (page: Page) => page.locator("tbody td").first();
const verdictBar = (page: Page) => page.locator("fieldset button").first();

const drawerForm = (page: Page) => page.getByRole("dialog").locator("form");

/** The pages about the rules, as somebody sees them who may change them. */
const RULE_SCREENS: readonly Screen[] = [
  { name: "rules", path: () => "/rules", ready: (page) => page.getByText("R-009", { exact: true }) },
  { name: "rule", path: () => "/rules?rule=R-012", ready: drawerForm },
  { name: "provinces", path: () => "/provinces?province=GD", ready: cell },
  { name: "provinces-by-switch", path: () => "/provinces?by=switch&switch=minAge", ready: cell },
  {
    name: "province-switch",
    path: () => "/provinces?by=switch&switch=maxServicesPerOrder",
    ready: cell,
    press: async (page) => {
      await cell(page).click();
      await drawerForm(page).waitFor();
    },
  },
  {
    name: "list",
    path: () => "/lists?list=sensitiveWords",
    ready: (page) => page.locator("ul li .ant-tag").first(),
    press: (page) => page.locator("main .ant-btn-primary").click(),
  },
  { name: "blacklist", path: () => "/lists?list=blacklist", ready: cell },
  { name: "auth-codes", path: () => "/lists?list=authCodes", ready: cell },
  { name: "templates", path: () => "/templates", ready: cell },
  {
    name: "template",
    path: () => "/templates?template=T-ORD-03",
    ready: (page) => page.getByRole("dialog").locator("dl"),
  },
];

/** Every screen, by who looks at it; nobody is who has not signed in. */
const SCREENS: Readonly<Record<string, readonly Screen[]>> = {
  nobody: [{ name: "sign-in", path: () => "/", ready: (page) => page.getByText("demo-Passw0rd!") }],
  reviewer1: [
    { name: "queue", path: () => "/queue?view=ALL", ready: rows },
    { name: "workbench", path: (at) => `/orders/${at.inHand}`, ready: verdictBar },
    {
      name: "workbench-marks",
      path: (at) => `/orders/${at.marked}`,
      ready: (page) => page.locator("[data-field] textarea").first(),
      // The first mark brings up its field, and the document that proves it.
      press: (page) => page.locator("section ul button .anticon-flag").first().click(),
    },
    {
      name: "workbench-changes",
      path: (at) => `/orders/${at.revised}`,
      ready: (page) => page.locator("del").first(),
    },
    {
      name: "workbench-province",
      path: (at) => `/orders/${at.marked}`,
      ready: verdictBar,
      press: (page) => page.locator("summary").first().click(),
    },
    {
      name: "workbench-checklist",
      path: (at) => `/orders/${at.marked}`,
      ready: verdictBar,
      press: async (page) => {
        await page.getByRole("tab").nth(1).click();
        await page.getByRole("checkbox").first().waitFor();
      },
    },
    { name: "forbidden", path: () => "/audit", ready: (page) => page.locator(".ant-result-403") },
    { name: "not-found", path: () => "/nowhere", ready: (page) => page.locator(".ant-result-404") },
    {
      name: "keys",
      path: (at) => `/orders/${at.inHand}`,
      ready: verdictBar,
      press: async (page) => {
        await page.keyboard.press("Shift+Slash");
        await page.getByRole("dialog").waitFor();
      },
    },
  ],
  reviewer6: [
    { name: "queue-empty", path: () => "/queue?view=MINE", ready: (page) => page.locator(".ant-empty") },
    {
      name: "workbench-read-only",
      path: (at) => `/orders/${at.inHand}`,
      ready: (page) => page.locator(".ant-alert").filter({ hasText: "reviewer1" }),
    },
    {
      name: "workbench-history",
      path: (at) => `/orders/${at.done}`,
      ready: (page) => page.getByRole("tab").last(),
      press: async (page) => {
        await page.getByRole("tab").last().click();
        await page.locator(".ant-timeline").waitFor();
      },
    },
  ],
  lead1: [
    {
      name: "tracking-board",
      path: () => "/tracking",
      ready: (page) => page.locator('a[data-stage="DONE"]').first(),
    },
    { name: "tracking-table", path: () => "/tracking?view=table", ready: rows },
    {
      name: "tracking-provinces",
      path: () => "/tracking?view=provinces",
      ready: (page) => page.locator("td").first(),
    },
    {
      name: "tracking-drawer",
      path: (at) => `/tracking?order=${at.returned}`,
      ready: (page) => page.getByRole("dialog").locator(".ant-timeline").first(),
    },
    {
      name: "template-draft",
      path: () => "/templates?template=T-ORD-03",
      ready: (page) => page.getByRole("dialog").locator(".ant-btn-primary"),
      press: async (page) => {
        await page.getByRole("dialog").locator(".ant-btn-primary").click();
        await page.locator(".ant-modal textarea").first().waitFor();
      },
    },
    { name: "simulator", path: () => "/simulator", ready: (page) => page.getByRole("slider").first() },
  ],
  manager1: [
    {
      name: "insights",
      path: () => "/insights?range=30d",
      ready: (page) => page.locator('table a[data-figure="decided"]').first(),
    },
    {
      name: "insights-rounds",
      path: () => "/insights/rounds?range=30d&figure=decided",
      ready: rows,
    },
  ],
  auditor1: [{ name: "audit", path: () => "/audit", ready: (page) => page.locator("tbody td").first() }],
  admin1: [
    { name: "admin-staff", path: () => "/admin/staff", ready: (page) => page.getByText("auditor1").first() },
    ...RULE_SCREENS,
  ],
};

const LOOKS = [
  { locale: "zh-CN", theme: "light", widths: [1280, 1440, 1920] },
  { locale: "en-US", theme: "light", widths: [1280, 1440, 1920] },
  { locale: "zh-CN", theme: "dark", widths: [1440] },
] as const;

describe.each(LOOKS)("in $locale, $theme", ({ locale, theme, widths }) => {
  it.each(Object.keys(SCREENS))(
    "everything that %s sees fits its window, and axe finds nothing",
    async (who) => {
      const options: BrowserContextOptions = { storageState: await stateOf(locale, theme) };
      const { page } = who === "nobody" ? await house.visitUnknown(options) : await house.visit(who, options);
      const faults = new Set<string>();
      for (const screen of SCREENS[who] ?? []) {
        await page.goto(screen.path(furniture));
        await screen.ready(page, furniture).waitFor();
        await screen.press?.(page);
        for (const fault of await axeFaults(page)) faults.add(`${screen.name}: ${fault}`);
        for (const width of widths) {
          await page.setViewportSize({ width, height: HEIGHTS[width] ?? 900 });
          await steady(page);
          for (const fault of await faultsOf(page)) faults.add(`${screen.name} at ${width}: ${fault}`);
          await keepScreenshot(page, screen.name, { width, locale, theme });
        }
      }
      expect([...faults]).toEqual([]);
    },
  );
});

/** The choices of a person who was here before. */
async function stateOf(locale: Look["locale"], theme: Look["theme"]) {
  const localStorage = [
    { name: "icp.locale", value: locale },
    { name: "icp.theme", value: theme },
  ];
  return { cookies: [], origins: [{ origin: house.url, localStorage }] };
}

async function faultsOf(page: Page): Promise<string[]> {
  return [...(await sidewaysScrollers(page)), ...(await clippedTexts(page))];
}

/** Waits until nothing is loading and nothing moves any more. */
async function steady(page: Page): Promise<void> {
  await expect
    .poll(() => page.locator('.ant-spin, .ant-skeleton, [aria-busy="true"]').count(), STEADY)
    .toBe(0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
}
