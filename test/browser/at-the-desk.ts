import type { Locator, Page } from "playwright-core";

/** What a reviewer does at the workbench, with the keys he uses. */

/** The number of the order on the table, from the address. */
export function orderOnTable(page: Page): string {
  return new URL(page.url()).pathname.replace("/orders/", "");
}

/** Opens an order by its address and takes it with the key. */
export async function takeOrder(page: Page, orderNo: string): Promise<void> {
  await page.goto(`/orders/${orderNo}`);
  await page.getByText("正在只读查看").waitFor();
  await page.keyboard.press("c");
  await verdictButton(page, "通过").waitFor();
}

/** The button that chooses an outcome; its key cap is part of its name. */
export function verdictButton(page: Page, name: "通过" | "退回修改" | "驳回"): Locator {
  return page.getByRole("region", { name: "审核结论" }).getByRole("group").getByRole("button", { name });
}

export function fieldRow(page: Page, fieldPath: string): Locator {
  return page.locator(`[data-field="${fieldPath}"]`);
}

/** Chooses a field, marks it with the key and writes what is wrong; the cursor is in the text when it begins. */
export async function markField(
  page: Page,
  fieldPath: string,
  problem: string,
  suggestion = "",
): Promise<void> {
  const row = fieldRow(page, fieldPath);
  await row.click({ position: { x: 8, y: 8 } });
  await page.keyboard.press("f");
  await row.getByPlaceholder("问题(客户会看到)").and(page.locator(":focus")).waitFor();
  await page.keyboard.insertText(problem);
  await page.keyboard.press("Tab");
  await page.keyboard.insertText(suggestion);
  await page.keyboard.press("Escape");
}

/** Chooses an outcome by its key and sends it with Enter, once the button that sends has the focus. */
export async function decide(page: Page, key: "a" | "e" | "j", send: string): Promise<void> {
  await page.keyboard.press(key);
  await page.getByRole("button", { name: send }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Enter");
}

/** The ten seconds in which the last verdict can be taken back. */
export function undoToast(page: Page, orderNo: string): Locator {
  return page.getByRole("status").filter({ hasText: orderNo });
}
