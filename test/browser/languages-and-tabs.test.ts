import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { takeOrder } from "./at-the-desk";
import { openHouse } from "./house";

const house = openHouse();
/** Lists follow the event stream at most this often, and a little later. */
const LIVE = { timeout: 20_000 };
const TABS = 8;

function headings(page: Page): Promise<string[]> {
  return page.getByRole("columnheader").allTextContents();
}

function lang(page: Page): Promise<string | null> {
  return page.locator("html").getAttribute("lang");
}

describe("languages", () => {
  it("turns the queue from Chinese to English and keeps it so", async () => {
    const orderNo = await house.filer.submit();
    const { page } = await house.visit("reviewer5");
    await page.goto("/queue");
    const row = page.getByRole("row").filter({ hasText: orderNo });
    await row.waitFor();
    expect(await lang(page)).toBe("zh-CN");
    expect(await headings(page)).toEqual(
      expect.arrayContaining(["订单号", "状态", "省份", "主体", "提交时间"]),
    );
    expect(await row.textContent()).toMatch(/\d{2}-\d{2} \d{2}:\d{2}/);

    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("link", { name: "Queue", exact: true }).waitFor();
    expect(await lang(page)).toBe("en-US");
    expect(await page.title()).not.toMatch(/\p{Script=Han}/u);
    expect((await headings(page)).join(" ")).not.toMatch(/\p{Script=Han}/u);
    expect(await headings(page)).toEqual(
      expect.arrayContaining(["Order no.", "Status", "Province", "Submitted"]),
    );
    expect(await row.textContent()).toMatch(/\d{2} [A-Z][a-z]{2,3} \d{2}:\d{2}/);

    await page.reload();
    await row.waitFor();
    expect(await lang(page)).toBe("en-US");
    expect(await page.getByRole("navigation").textContent()).not.toMatch(/\p{Script=Han}/u);
  });

  it("turns an order on the table to English: every label, and the codes in its fields", async () => {
    const orderNo = await house.filer.submit();
    const { page } = await house.visit("reviewer6");
    await takeOrder(page, orderNo);
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: "Approve" }).waitFor();
    expect(await lang(page)).toBe("en-US");
    expect(await page.getByRole("navigation").allTextContents()).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/\p{Script=Han}/u)]),
    );
    expect(await page.getByRole("heading", { level: 2 }).allTextContents()).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/\p{Script=Han}/u)]),
    );
    expect(await page.locator('[data-field="filingType"]').textContent()).not.toMatch(/\p{Script=Han}/u);
    await page.reload();
    await page.getByRole("button", { name: "Approve" }).waitFor();
    expect(await lang(page)).toBe("en-US");
  });
});

describe("tabs", () => {
  it("works with eight tabs open at once, and a claim in one shows in all the others", async () => {
    const orderNo = await house.filer.submit();
    const { context, page } = await house.visit("reviewer1");
    const others = await Promise.all(Array.from({ length: TABS - 1 }, () => context.newPage()));
    const tabs = [page, ...others];
    await Promise.all(tabs.map((tab) => tab.goto("/queue")));
    const rowIn = (tab: Page) => tab.getByRole("row").filter({ hasText: orderNo });
    await Promise.all(tabs.map((tab) => rowIn(tab).waitFor()));
    await page.getByRole("button", { name: `领取订单 ${orderNo}` }).click();
    await page.waitForURL(`**/orders/${orderNo}`);
    for (const tab of others) await expect.poll(() => rowIn(tab).count(), LIVE).toBe(0);
    const mine = others.map((tab) => tab.getByRole("tab", { name: /^我的/ }).textContent());
    expect(await Promise.all(mine)).toEqual(others.map(() => expect.stringContaining("1")));
  });
});
