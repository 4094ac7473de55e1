import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { markField, takeOrder } from "./at-the-desk";
import { openHouse, PASSWORD } from "./house";

const house = openHouse();
const UNAUTHORIZED = 401;
const TOO_MANY = 429;
const SOON = { timeout: 15_000 };

async function tryPassword(page: Page, password: string): Promise<void> {
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
}

describe("signing in", () => {
  it("says that the password is wrong, and empties nothing but the password", async () => {
    const { page, watch } = await house.visitUnknown();
    watch.expectStatus(UNAUTHORIZED);
    await page.goto("/queue");
    await page.getByLabel("用户名").fill("reviewer6");
    await tryPassword(page, "not the password");
    await page.getByRole("alert").getByText("用户名或密码不正确").waitFor();
    expect(await page.getByLabel("用户名").inputValue()).toBe("reviewer6");
    expect(await page.getByLabel("密码", { exact: true }).inputValue()).toBe("");
    await tryPassword(page, PASSWORD);
    await page.getByRole("button", { name: "领取下一单" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/queue");
  });

  it("locks an account after five wrong passwords, and says for how long, to the right password too", async () => {
    const { page, watch } = await house.visitUnknown();
    watch.expectStatus(UNAUTHORIZED);
    watch.expectStatus(TOO_MANY);
    await page.goto("/");
    await page.getByLabel("用户名").fill("security1");
    for (let attempt = 1; attempt < 5; attempt += 1) {
      const answer = page.waitForResponse("**/api/auth/sign-in/username");
      await tryPassword(page, `wrong ${attempt}`);
      expect((await answer).status()).toBe(UNAUTHORIZED);
      await expect.poll(() => page.getByLabel("密码", { exact: true }).inputValue(), SOON).toBe("");
    }
    await tryPassword(page, "wrong 5");
    await page.getByText("账号已临时锁定，请 15 分钟后再试").waitFor();
    await tryPassword(page, PASSWORD);
    await page.getByText("账号已临时锁定，请 15 分钟后再试").waitFor();
    expect(await page.getByRole("button", { name: "领取下一单" }).count()).toBe(0);
  });

  it("keeps the page and what was typed when the session ends, and goes on after a new sign-in", async () => {
    const orderNo = await house.filer.submit();
    const { page, api, watch } = await house.visit("reviewer1");
    watch.expectStatus(UNAUTHORIZED);
    await takeOrder(page, orderNo);
    await markField(page, "entity.name", "名称与证件不一致");
    expect(await api.signOut()).toBe(200);

    const dialog = page.getByRole("dialog");
    await dialog.getByText("登录已过期").waitFor();
    expect(await page.getByPlaceholder("问题(客户会看到)").inputValue()).toBe("名称与证件不一致");
    expect(await dialog.getByLabel("用户名").inputValue()).toBe("reviewer1");
    await dialog.getByLabel("密码", { exact: true }).fill(PASSWORD);
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    expect(await page.getByPlaceholder("问题(客户会看到)").inputValue()).toBe("名称与证件不一致");
    await page.keyboard.press("e");
    await page.getByRole("button", { name: "退回修改" }).last().click();
    await page.getByRole("status").filter({ hasText: orderNo }).waitFor();
    expect((await house.filer.view(orderNo)).status).toBe("NEEDS_REVISION");
  });
});
