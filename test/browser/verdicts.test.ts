import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { OrderDetail } from "#shared/contract/staff-orders";
import { decide, markField, orderOnTable, takeOrder, undoToast, verdictButton } from "./at-the-desk";
import { openHouse, PASSWORD, type Visit } from "./house";
import { leftTheHouse } from "./left-the-house";

/** Longer than the ten seconds in which a verdict can be undone, and what leaves after them. */
const AFTER_UNDO = { timeout: 40_000, interval: 200 };
const SOON = { timeout: 15_000 };

const house = openHouse();

function truth(visit: Visit, orderNo: string): Promise<OrderDetail> {
  return visit.api.must<OrderDetail>("orders.get", { orderNo });
}

async function statusOf(orderNo: string): Promise<string> {
  return (await house.filer.view(orderNo)).status;
}

/** The transitions that anybody outside was, or will be, told of. */
function transitionsThatLeft(orderNo: string): string[] {
  const left = leftTheHouse(house.dataDir, orderNo).flatMap((line) => line.match(/T\d\d/) ?? []);
  return [...new Set(left)].sort();
}

async function signInByForm(page: Page, username: string): Promise<void> {
  await page.goto("/");
  await page.getByLabel("用户名").fill(username);
  await page.getByLabel("密码", { exact: true }).fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "领取下一单" }).waitFor();
}

describe("a verdict from queue to bureau", () => {
  it("approves with N, A, Enter, shows the next order, and the order comes back filed", async () => {
    await house.filer.submit();
    await house.filer.submit();
    const { page } = await house.visitUnknown();
    await signInByForm(page, "reviewer1");
    await page.keyboard.press("n");
    await page.waitForURL("**/orders/*");
    const orderNo = orderOnTable(page);
    await verdictButton(page, "通过").waitFor();
    await decide(page, "a", "确认通过");
    await undoToast(page, orderNo).getByText("已通过").waitFor();
    await expect.poll(() => orderOnTable(page), SOON).not.toBe(orderNo);
    await verdictButton(page, "通过").waitFor();
    await page.getByText(orderOnTable(page), { exact: true }).waitFor();

    await expect.poll(() => statusOf(orderNo), AFTER_UNDO).toBe("FILED");
    const { filingNumbers } = await house.filer.view(orderNo);
    expect(filingNumbers.entity).toMatch(/^\p{Script=Han}ICP备\d+号$/u);
    // Whichever order was next: each of its services is numbered under the entity.
    expect(filingNumbers.services).not.toEqual([]);
    for (const number of filingNumbers.services)
      expect(number.startsWith(`${filingNumbers.entity}-`)).toBe(true);

    await page.getByRole("link", { name: "管局跟踪" }).click();
    const done = page.getByRole("region", { name: /已办结/ });
    await done.getByRole("link").filter({ hasText: orderNo }).click();
    const drawer = page.getByRole("dialog");
    await drawer
      .getByText(filingNumbers.entity ?? "", { exact: true })
      .first()
      .waitFor();
    await drawer
      .getByText(filingNumbers.services[0] ?? "", { exact: true })
      .first()
      .waitFor();
    expect(await drawer.getByText("备案成功", { exact: true }).count()).toBe(1);
  });

  it("sends back what was marked, and the mended order returns to the same reviewer, who approves it", async () => {
    const orderNo = await house.filer.submitFaulty();
    const visit = await house.visit("reviewer2");
    const { page } = visit;
    await takeOrder(page, orderNo);
    await markField(page, "entity.name", "名称与证件不一致", "请按营业执照填写");
    await decide(page, "e", "退回修改");
    await undoToast(page, orderNo).waitFor();

    await expect
      .poll(() => house.filer.view(orderNo), AFTER_UNDO)
      .toMatchObject({
        status: "NEEDS_REVISION",
        reasons: [{ fieldPath: "entity.name", problem: "名称与证件不一致", suggestion: "请按营业执照填写" }],
      });

    await page.getByRole("link", { name: "模拟器" }).click();
    await page.getByRole("button", { name: new RegExp(`${orderNo}.*重新提交|重新提交.*${orderNo}`) }).click();
    await expect.poll(() => statusOf(orderNo), SOON).toBe("REVISED_PENDING_REVIEW");

    await page.getByRole("link", { name: "审核队列", exact: true }).click();
    await page.getByRole("tab", { name: "已修改" }).click();
    await page.getByRole("button", { name: `领取订单 ${orderNo}` }).click();
    await page.waitForURL(`**/orders/${orderNo}`);
    await page.getByText("第 2 轮").waitFor();
    await decide(page, "a", "确认通过");
    await undoToast(page, orderNo).waitFor();
    const { status, previousReasons } = await truth(visit, orderNo);
    expect(status).toBe("PENDING_BUREAU_SUBMISSION");
    expect(previousReasons.map(({ outcome, decidedBy }) => [outcome, decidedBy])).toEqual([
      ["APPROVE", "reviewer2"],
      ["REVISE", "reviewer2"],
    ]);
  });

  it("refuses a rejection without a reason, says why, and rejects with one", async () => {
    const orderNo = await house.filer.submit();
    const visit = await house.visit("reviewer3");
    const { page } = visit;
    await takeOrder(page, orderNo);
    await decide(page, "j", "确认驳回");
    await page.locator(".ant-message").getByText("请至少标记一处问题").waitFor();
    expect(await truth(visit, orderNo)).toMatchObject({ status: "UNDER_FIRST_REVIEW", previousReasons: [] });

    await markField(page, "entity.name", "主体不符合备案条件");
    await decide(page, "j", "确认驳回");
    await undoToast(page, orderNo).getByText("已驳回").waitFor();
    await expect
      .poll(() => house.filer.view(orderNo), AFTER_UNDO)
      .toMatchObject({
        status: "FIRST_REVIEW_REJECTED",
        reasons: [{ fieldPath: "entity.name", problem: "主体不符合备案条件", suggestion: "" }],
      });
  });

  it("takes a verdict back with U: the order is in hand, and nothing of it ever reached the customer", async () => {
    const undone = await house.filer.submit();
    const visit = await house.visit("reviewer4");
    const { page } = visit;
    await takeOrder(page, undone);
    await markField(page, "entity.name", "写错了的意见");
    await decide(page, "e", "退回修改");
    await undoToast(page, undone).waitFor();
    await page.keyboard.press("u");
    await page.waitForURL(`**/orders/${undone}`);
    await page.getByText("初审中", { exact: true }).waitFor();
    expect(await page.getByPlaceholder("问题(客户会看到)").inputValue()).toBe("写错了的意见");
    expect(await truth(visit, undone)).toMatchObject({
      status: "UNDER_FIRST_REVIEW",
      claim: { by: "reviewer4" },
      previousReasons: [],
    });

    // What the second verdict causes leaves later than what the first one would have caused.
    const kept = await house.filer.submit();
    await takeOrder(page, kept);
    await decide(page, "a", "确认通过");
    await expect.poll(() => statusOf(kept), AFTER_UNDO).toBe("FILED");
    await expect.poll(() => house.postbox.of(kept).length, SOON).toBeGreaterThan(1);
    expect(transitionsThatLeft(undone)).toEqual(["T01", "T04", "T07", "T53"]);
    expect(transitionsThatLeft(kept)).toEqual(expect.arrayContaining(["T10", "T43"]));
    expect(await house.filer.view(undone)).toMatchObject({ reviewHistory: [], reasons: [] });
  });

  it("keeps the keys to itself while somebody types", async () => {
    const orderNo = await house.filer.submit();
    const visit = await house.visit("reviewer5");
    const { page } = visit;
    await takeOrder(page, orderNo);
    await page.keyboard.press("e");
    const comment = page.getByLabel("给客户的说明(选填)");
    await comment.click();
    await page.keyboard.type("ajnruf 123 [] - = ?");
    expect(await comment.inputValue()).toBe("ajnruf 123 [] - = ?");
    expect(await verdictButton(page, "退回修改").getAttribute("aria-pressed")).toBe("true");
    expect(await verdictButton(page, "通过").getAttribute("aria-pressed")).toBe("false");
    expect(orderOnTable(page)).toBe(orderNo);
    expect(await page.getByRole("dialog").count()).toBe(0);

    await page.getByRole("link", { name: "审核队列", exact: true }).click();
    await page.getByRole("searchbox").click();
    await page.keyboard.type("nnn");
    expect(await page.getByRole("searchbox").inputValue()).toBe("nnn");
    const { rows } = await visit.api.must<{ rows: { orderNo: string }[] }>("queue.list", { view: "MINE" });
    expect(rows.map((row) => row.orderNo)).toEqual([orderNo]);
  });
});
