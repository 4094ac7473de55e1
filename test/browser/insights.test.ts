import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Figure } from "#shared/contract/staff-insights";
import { openHouse, type Visit } from "./house";

const ORDERS = 60;
const house = openHouse({ demoOrders: ORDERS });

const FIGURES: readonly Figure[] = [
  "received",
  "decided",
  "approved",
  "revised",
  "rejected",
  "backlog",
  "backlogFresh",
  "backlogAging",
  "backlogLate",
  "onTime",
  "late",
  "firstPass",
  "firstRounds",
];
/** Small enough that most lists take several pages. */
const ROWS_PER_PAGE = 7;

interface RoundPage {
  readonly rows: { orderNo: string; round: number }[];
  readonly nextCursor: string | null;
}

async function openInsights(): Promise<Visit> {
  const visit = await house.visit("manager1");
  await visit.page.goto("/insights?range=30d");
  await visit.page.getByRole("table", { name: "按审核人" }).waitFor();
  return visit;
}

/** The figure as it stands on the page, the length of the list it opens, and the rounds the server has for it. */
async function opened(visit: Visit, link: Locator): Promise<{ shown: number; rows: number; served: number }> {
  const shown = Number(await link.textContent());
  await link.click();
  const total = visit.page.getByRole("status").filter({ hasText: /^共 \d+ 条$/ });
  await total.waitFor();
  const rows = Number(await visit.page.getByRole("table").getAttribute("aria-rowcount")) - 1;
  expect(await total.textContent()).toBe(`共 ${rows} 条`);
  return { shown, rows, served: await served(visit) };
}

/** Counts the rounds that the server lists, page by page, for the figure and reviewer in the address. */
async function served({ page, api }: Visit): Promise<number> {
  const search = new URL(page.url()).searchParams;
  const [figure, reviewer] = ["figure", "reviewer"].map((name) => search.get(name)?.replaceAll('"', ""));
  const nowMs = Date.now();
  const range = { fromMs: nowMs - 40 * 86_400_000, toMs: nowMs + 86_400_000 };
  const rounds = new Set<string>();
  for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
    const input = { ...range, figure, ...(reviewer ? { reviewer } : {}), cursor, limit: ROWS_PER_PAGE };
    const answer: RoundPage = await api.must<RoundPage>("insights.rounds", input);
    for (const { orderNo, round } of answer.rows) rounds.add(`${orderNo}/${round}`);
    cursor = answer.nextCursor;
  }
  return rounds.size;
}

async function back(page: Page): Promise<void> {
  await page.getByRole("link", { name: "返回运营概览" }).click();
  await page.getByRole("table", { name: "按审核人" }).waitFor();
}

describe("every figure of Insights is the length of the list it opens", () => {
  it("for each figure of the page", async () => {
    const visit = await openInsights();
    const lengths: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};
    for (const figure of FIGURES) {
      const list = await opened(visit, visit.page.locator(`a[data-figure="${figure}"]`).first());
      lengths[figure] = list;
      expected[figure] = { shown: list.shown, rows: list.shown, served: list.shown };
      await back(visit.page);
    }
    expect(lengths).toEqual(expected);
  });

  it("for a reviewer's decisions", async () => {
    const visit = await openInsights();
    const row = visit.page
      .getByRole("row")
      .filter({ hasText: /^reviewer\d/ })
      .first();
    const reviewer = await row.getByRole("cell").first().textContent();
    const list = await opened(visit, row.locator('a[data-figure="decided"]'));
    expect(list.shown).toBeGreaterThan(0);
    expect(list).toEqual({ shown: list.shown, rows: list.shown, served: list.shown });
    await visit.page.getByText(`审核人:${reviewer}`).waitFor();
  });

  it("with a history behind them: no figure that matters is nought", async () => {
    const { page } = await openInsights();
    const shown = async (figure: Figure) =>
      Number(await page.locator(`a[data-figure="${figure}"]`).first().textContent());
    expect(await shown("received")).toBeGreaterThanOrEqual(ORDERS);
    for (const figure of [
      "decided",
      "approved",
      "revised",
      "rejected",
      "backlog",
      "onTime",
      "firstPass",
    ] as const) {
      expect([figure, await shown(figure)]).not.toEqual([figure, 0]);
    }
  });
});
