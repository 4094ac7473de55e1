import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { OrderDetail } from "#shared/contract/staff-orders";
import { decide, fieldRow, takeOrder, undoToast } from "./at-the-desk";
import { openHouse, type Visit } from "./house";
import { sendBack } from "./send-back";

const AFTER_UNDO = { timeout: 40_000, interval: 200 };
const SOON = { timeout: 15_000 };
const EXPIRED = "证件已过有效期，请更换";

const house = openHouse();

function truth(visit: Visit, orderNo: string): Promise<OrderDetail> {
  return visit.api.must<OrderDetail>("orders.get", { orderNo });
}

function card(page: Page, ruleId: string): Locator {
  return page.locator("article").filter({ has: page.getByRole("button", { name: `为什么：${ruleId}` }) });
}

async function expiredOnTable(username: string): Promise<{ visit: Visit; orderNo: string }> {
  const { orderNo } = await house.filer.submitWith("certificate-expired");
  const visit = await house.visit(username);
  await takeOrder(visit.page, orderNo);
  return { visit, orderNo };
}

describe("a finding", () => {
  it("says why: its rule, what it read, and the source", async () => {
    const { visit, orderNo } = await expiredOnTable("reviewer1");
    const { page } = visit;
    const { findings } = await truth(visit, orderNo);
    const { source } = findings.find(({ ruleId }) => ruleId === "R-027") ?? expect.fail("no R-027");
    await fieldRow(page, "entity.certValidTo").getByText(EXPIRED).waitFor();
    await page.getByRole("button", { name: "为什么：R-027" }).click();
    const why = page.getByRole("tooltip").filter({ hasText: "R-027" });
    await why.getByText("证件过期").waitFor();
    const text = await why.innerText();
    expect(text).toContain((await truth(visit, orderNo)).document.entity.certValidTo);
    expect(text).toContain(source);
    expect(text).not.toMatch(/entity\.|context\.|evidence\./);
  });

  it("becomes the customer's message when it is accepted, as the preview shows", async () => {
    const { visit, orderNo } = await expiredOnTable("reviewer2");
    const { page } = visit;
    await card(page, "R-027").getByRole("button", { name: "采纳" }).click();
    const problem = fieldRow(page, "entity.certValidTo").getByPlaceholder("问题(客户会看到)");
    await problem.waitFor();
    const sentence = await problem.inputValue();
    expect(sentence).toMatch(/过期/);
    await page.keyboard.press("p");
    const preview = page.getByRole("dialog");
    await preview.getByText(sentence, { exact: true }).waitFor();
    await preview.getByText("English").click();
    await preview
      .getByText(/certificate/i)
      .first()
      .waitFor();
    await preview
      .getByRole("button", { name: "关闭" })
      .or(preview.locator(".ant-modal-close"))
      .first()
      .click();
    await preview.waitFor({ state: "hidden" });
    await decide(page, "e", "退回修改");
    await undoToast(page, orderNo).waitFor();
    const [verdict] = (await truth(visit, orderNo)).previousReasons;
    expect(verdict?.reasons).toMatchObject([
      { ruleId: "R-027", fieldPath: "entity.certValidTo", problem: sentence },
    ]);
  });

  it("stands in the way of an approval until it is set aside with a reason", async () => {
    const { visit, orderNo } = await expiredOnTable("reviewer3");
    const { page } = visit;
    await decide(page, "a", "确认通过");
    await page
      .locator(".ant-message")
      .getByText(/还有阻断项未处理/)
      .waitFor();

    await card(page, "R-027").getByRole("button", { name: "放行" }).click();
    const reason = page.getByLabel("R-027 的放行原因").and(page.locator(":focus"));
    await reason.waitFor();
    await page.keyboard.press("Escape");
    await decide(page, "a", "确认通过");
    await page.locator(".ant-message").getByText("有放行项还没有填写原因").waitFor();

    await page.getByLabel("R-027 的放行原因").fill("已电话核实换证回执");
    await page.keyboard.press("Escape");
    await decide(page, "a", "确认通过");
    await undoToast(page, orderNo).waitFor();
    const [verdict] = (await truth(visit, orderNo)).previousReasons;
    expect(verdict).toMatchObject({
      outcome: "APPROVE",
      overrides: [{ ruleId: "R-027", reason: "已电话核实换证回执" }],
    });
  });
});

describe("the checklist", () => {
  it("keeps its ticks with the draft, and says how many points are open", async () => {
    const orderNo = await house.filer.submit();
    const visit = await house.visit("reviewer4");
    const { page } = visit;
    await takeOrder(page, orderNo);
    const total = (await truth(visit, orderNo)).questions.length;
    expect(total).toBeGreaterThan(0);
    await page.getByRole("button", { name: `核对清单还有 ${total} 项` }).click();
    const boxes = page.getByRole("tabpanel", { name: "核对清单" }).getByRole("checkbox");
    await expect.poll(() => boxes.count(), SOON).toBe(total);
    for (const box of await boxes.all()) await box.check();
    await page.getByText("全部核对完毕").waitFor();
    expect(await page.getByRole("button", { name: /核对清单还有/ }).count()).toBe(0);
    await page.getByText("草稿已保存").waitFor();

    await page.reload();
    await page.getByRole("tab", { name: "核对清单" }).click();
    await page.getByText("全部核对完毕").waitFor();
    await boxes.first().uncheck();
    await page.getByRole("button", { name: "核对清单还有 1 项" }).waitFor();

    await page.getByRole("button", { name: "重新核对" }).click();
    await page.locator(".ant-message").getByText("结果没有变化").waitFor();
  });
});

describe("a resubmission", () => {
  it("opens on what changed, what was left as it was, and what nobody asked for", async () => {
    const { orderNo, mended } = await house.filer.submitWith("certificate-expired");
    const visit = await house.visit("reviewer5");
    await sendBack(visit.api, orderNo, {
      "entity.certValidTo": "证件已过期",
      "entity.contactAddress": "请补充门牌号",
    });
    await expect
      .poll(async () => (await house.filer.view(orderNo)).status, AFTER_UNDO)
      .toBe("NEEDS_REVISION");
    await house.filer.revise(orderNo, {
      ...mended,
      entity: { ...mended.entity, remark: "每日九时至十八时可接电话" },
    });

    const { page } = visit;
    await page.goto(`/orders/${orderNo}`);
    const changes = page.getByRole("tabpanel", { name: "改动" });
    await changes.getByRole("heading", { name: "要求修改但没有改动" }).waitFor();
    const line = (text: string) => changes.getByRole("listitem").filter({ hasText: text }).first();
    expect(await line("请补充门牌号").innerText()).toContain("通讯地址");
    expect(await line("每日九时至十八时可接电话").innerText()).toMatch(/新增|修改/);
    expect(await line("每日九时至十八时可接电话").innerText()).toContain("未要求");
    expect(await line("证件有效期").innerText()).toContain(mended.entity.certValidTo ?? "长期");
    expect(await line("R-027").innerText()).toContain("证件过期");
    await changes.getByText("已解决 1").waitFor();
    const nav = page.getByRole("navigation", { name: "资料目录" });
    expect(await nav.getByRole("button").filter({ hasText: "未改动" }).count()).toBeGreaterThan(1);
    expect(await nav.getByRole("button", { name: /主办单位/ }).innerText()).not.toContain("未改动");

    await line("请补充门牌号").getByRole("button").click();
    await fieldRow(page, "entity.contactAddress").waitFor();
    expect(await page.getByRole("tab", { name: "资料" }).getAttribute("aria-selected")).toBe("true");
    await page.keyboard.press("1");
    await fieldRow(page, "filingType").waitFor();
  });
});
