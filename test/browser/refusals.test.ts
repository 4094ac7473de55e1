import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { OrderDetail } from "#shared/contract/staff-orders";
import { decide, markField, takeOrder, verdictButton } from "./at-the-desk";
import { openHouse } from "./house";

const house = openHouse();
const COMMENT = "还差一份授权书，请补充";
const CONFLICT = 409;

describe("what is refused is explained, and what was typed stays", () => {
  it("tells who took the order over while the reviewer was typing, and takes no verdict from him", async () => {
    const orderNo = await house.filer.submit();
    const { page, api } = await house.visit("reviewer1");
    await takeOrder(page, orderNo);
    await markField(page, "entity.name", "名称与证件不一致");
    await page.keyboard.press("e");
    const comment = page.getByLabel("给客户的说明(选填)");
    await comment.fill(COMMENT);
    const lead = await house.staff("lead1");
    await lead.must("orders.reassign", { orderNo, requestId: randomUUID(), to: "lead1" });

    await page.getByText("订单现在由 lead1 处理").waitFor();
    expect(await comment.inputValue()).toBe(COMMENT);
    expect(await page.getByPlaceholder("问题(客户会看到)").inputValue()).toBe("名称与证件不一致");
    await comment.press("Control+Enter");
    await page.getByText("现在不能提交这个结论").first().waitFor();
    expect(await verdictButton(page, "通过").isDisabled()).toBe(true);
    expect(await api.must<OrderDetail>("orders.get", { orderNo })).toMatchObject({
      status: "UNDER_FIRST_REVIEW",
      claim: { by: "lead1" },
      previousReasons: [],
    });
  });

  it("refuses a verdict on an order that changed meanwhile, and takes it after a look", async () => {
    const orderNo = await house.filer.submit();
    const { page, api, watch } = await house.visit("reviewer2");
    watch.expectStatus(CONFLICT);
    // Without the event stream this page does not learn what happens to the order elsewhere.
    await page.route("**/trpc/events.stream*", () => undefined);
    await takeOrder(page, orderNo);
    await markField(page, "entity.name", "名称与证件不一致");
    const untilMs = Date.now() + 3_600_000;
    const hold = { orderNo, requestId: randomUUID(), reason: "CALL_BACK", untilMs };
    await api.must("orders.hold", hold);
    await api.must("orders.resume", { orderNo, requestId: randomUUID() });

    await decide(page, "e", "退回修改");
    await page.getByText("订单已被更新，请查看最新内容后再操作").waitFor();
    expect(await page.getByPlaceholder("问题(客户会看到)").inputValue()).toBe("名称与证件不一致");
    const order = await api.must<OrderDetail>("orders.get", { orderNo });
    expect(order).toMatchObject({ status: "UNDER_FIRST_REVIEW", previousReasons: [] });

    await page.getByRole("button", { name: "退回修改" }).last().click();
    await page.getByRole("status").filter({ hasText: orderNo }).waitFor();
    expect((await house.filer.view(orderNo)).status).toBe("NEEDS_REVISION");
  });

  it("gives an order to one of two who ask for it, and tells the other who has it", async () => {
    const orderNo = await house.filer.submit();
    const { page, watch } = await house.visit("reviewer3");
    watch.expectStatus(CONFLICT);
    await page.route("**/trpc/events.stream*", () => undefined);
    await page.goto(`/orders/${orderNo}`);
    await page.getByText("正在只读查看").waitFor();
    const quicker = await house.staff("reviewer4");
    const { version } = await quicker.must<OrderDetail>("orders.get", { orderNo });
    await quicker.must("queue.claim", { orderNo, version, requestId: randomUUID() });

    await page.keyboard.press("c");
    await page.getByText("reviewer4 正在处理此订单").waitFor();
    expect(await quicker.must<OrderDetail>("orders.get", { orderNo })).toMatchObject({
      claim: { by: "reviewer4" },
    });
  });

  it("shows what is wrong with a message that still has a placeholder, and does not send it", async () => {
    const orderNo = await house.filer.submit();
    const { page, api } = await house.visit("reviewer5");
    await takeOrder(page, orderNo);
    await markField(page, "entity.name", "证件名称为{certName}，与填写不一致");
    await page.getByText("占位符没有填写，填好后才能发送").waitFor();
    await decide(page, "e", "退回修改");
    await page.locator(".ant-message").getByText("还有占位符没有填写").waitFor();
    expect(await api.must<OrderDetail>("orders.get", { orderNo })).toMatchObject({
      status: "UNDER_FIRST_REVIEW",
      previousReasons: [],
    });
  });
});
