import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { ListRow, ProvinceRow, RuleListAnswer } from "#shared/contract/staff-rules";
import type { TemplateRow } from "#shared/contract/staff-templates";
import { DEFAULT_LISTS } from "#shared/domain/rules/lists";
import { openHouse } from "./house";

const house = openHouse();

const REASON = "管局本周放宽数量要求";
const NEW_BODY = "{province}每单最多提交{max}个网站或APP，请保留{max}个后重新提交。";

function rowOf(page: Page, text: string): Locator {
  return page.locator("tbody tr").filter({ has: page.getByText(text, { exact: true }) });
}

async function openRule(page: Page, ruleId: string): Promise<Locator> {
  await rowOf(page, ruleId).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByText("规则内容").waitFor();
  return drawer;
}

async function choose(page: Page, form: Locator, label: string, option: string): Promise<void> {
  await form.getByLabel(label).click();
  await page.locator(".ant-select-item-option").filter({ hasText: option }).click();
}

describe("an administrator changes a rule", () => {
  it("to a warning, from a day and for a reason: the list and the history say so", async () => {
    const { page, api } = await house.visit("admin1");
    await page.goto("/rules");
    const drawer = await openRule(page, "R-012");
    const form = drawer.getByRole("form", { name: "修改规则" });
    await choose(page, form, "级别", "警告");
    expect(await form.getByRole("button", { name: "保存" }).isDisabled()).toBe(true);
    await form.getByLabel("修改原因").fill(REASON);
    await form.getByRole("button", { name: "保存" }).click();

    const history = drawer.getByRole("list", { name: "修改历史" });
    await history.getByText(`原因:${REASON}`).waitFor();
    await history.getByText("admin1 于").waitFor();
    await history.getByText("警告").waitFor();
    await page.keyboard.press("Escape");
    await rowOf(page, "R-012").getByTitle("规则原定为阻断，现行为警告").waitFor();
    const { rules } = await api.must<RuleListAnswer>("rules.list");
    expect(rules.find(({ id }) => id === "R-012")?.severity).toBe("warn");
    await page.getByText("队列已全部按此检查").waitFor();
  });

  it("not where nobody may set its findings aside, and the page says why", async () => {
    const { page } = await house.visit("admin1");
    await page.goto("/rules?rule=R-016");
    await page.getByText("该规则的命中任何人都不能放行").waitFor();
    expect(await page.getByRole("form").count()).toBe(0);
  });

  it("and nobody else is offered the form; the keyboard alone finds and opens a rule", async () => {
    const { page } = await house.visit("reviewer1");
    await page.goto("/rules");
    await page.getByLabel("编号、名称、话术、来源").fill("R-107");
    await expect.poll(() => page.locator("tbody tr[data-index]").count()).toBe(1);
    await rowOf(page, "R-107").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByText("规则内容").waitFor();
    expect(await page.getByRole("form").count()).toBe(0);
    await page.keyboard.press("Escape");
    await expect.poll(() => new URL(page.url()).searchParams.has("rule")).toBe(false);
  });
});

describe("an administrator changes what the rules read", () => {
  it("a province's switch, with its source; the history keeps who and why", async () => {
    const { page, api } = await house.visit("admin1");
    await page.goto("/provinces?province=GD");
    await rowOf(page, "不受理临时身份证").click();
    const drawer = page.getByRole("dialog");
    const form = drawer.getByRole("form", { name: "修改取值" });
    await form.getByRole("radio", { name: "是" }).check();
    await form.getByLabel("来源").fill("管局电话答复");
    await form.getByLabel("修改原因").fill("电话确认");
    await form.getByRole("button", { name: "保存" }).click();
    await drawer.getByRole("list", { name: "修改历史" }).getByText("原因:电话确认").waitFor();
    await page.keyboard.press("Escape");
    const row = rowOf(page, "不受理临时身份证");
    await row.getByText("是", { exact: true }).waitFor();
    await row.getByText("已修改").waitFor();
    const { rows } = await api.must<{ rows: ProvinceRow[] }>("provinces.list");
    const switches = rows.find(({ code }) => code === "GD")?.switches;
    expect(switches?.find(({ key }) => key === "temporaryIdRefused")).toMatchObject({
      value: true,
      source: "管局电话答复",
      edited: true,
    });
  });

  it("a complex switch as JSON, which is judged while it is typed", async () => {
    const { page } = await house.visit("admin1");
    await page.goto("/provinces?province=GD");
    await page.locator("tbody tr").first().focus();
    for (let press = 0; press < 13; press += 1) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const drawer = page.getByRole("dialog");
    await drawer.getByText("单次提交数量上限").waitFor();
    const json = drawer.getByLabel("新的取值");
    await json.fill('{"unit": "many"}');
    await drawer.getByRole("alert").getByText("unit 类型不对，应为 number").waitFor();
    await json.fill("{");
    await drawer.getByRole("alert").getByText("不是有效的 JSON").waitFor();
    expect(await drawer.getByRole("button", { name: "保存" }).isDisabled()).toBe(true);
  });

  it("a word list: what comes in is said before it is saved", async () => {
    const { page, api } = await house.visit("admin1");
    await page.goto("/lists?list=sensitiveWords");
    await page.getByText("没有公开来源").waitFor();
    await page.getByRole("button", { name: "修改" }).click();
    await page.getByLabel("添加到敏感词").fill("甲乙 丙丁，赌博");
    await page.keyboard.press("Enter");
    await page.getByText("新增 2 项:甲乙、丙丁").waitFor();
    await page.getByLabel("修改原因").fill("业务补充");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByRole("list", { name: "修改历史" }).getByText("新增 2 项:甲乙、丙丁").waitFor();
    await page
      .getByRole("navigation", { name: "词表与名单" })
      .getByRole("button", { name: "敏感词 10" })
      .waitFor();
    const { rows } = await api.must<{ rows: ListRow[] }>("lists.list");
    const words = rows.find(({ list }) => list === "sensitiveWords")?.value;
    expect(words).toEqual([...DEFAULT_LISTS.sensitiveWords, "甲乙", "丙丁"]);
  });
});

describe("a reason template", () => {
  it("is drafted by a lead, who cannot release it, and released by somebody else", async () => {
    const lead = await house.visit("lead1");
    await lead.page.goto("/templates?template=T-ORD-03");
    await lead.page.getByRole("button", { name: "起草新版本" }).click();
    const body = lead.page.getByLabel("正文(中文)");
    const save = lead.page.getByRole("button", { name: "保存草稿" });
    await body.fill("请保留{max}个，{nobody}");
    await lead.page.getByText("中文正文缺少 {province}").waitFor();
    await lead.page.getByText("未知的占位符 {nobody}").waitFor();
    expect(await save.isDisabled()).toBe(true);
    await body.fill(NEW_BODY);
    await save.click();
    const ownDraft = lead.page.getByRole("region", { name: "草稿(第 1 版)" });
    await ownDraft.getByText("自己起草的版本须由他人发布").waitFor();
    expect(await ownDraft.getByRole("button", { name: "发布" }).isDisabled()).toBe(true);

    const admin = await house.visit("admin1");
    await admin.page.goto("/templates?drafts=true");
    await rowOf(admin.page, "T-ORD-03").click();
    const draft = admin.page.getByRole("region", { name: "草稿(第 1 版)" });
    await draft.getByText("后重新提交").waitFor();
    await draft.getByRole("button", { name: "发布" }).click();
    await admin.page.getByText("现行文本(第 1 版)").waitFor();
    await admin.page.getByRole("list", { name: "版本历史" }).getByText("admin1 发布于").waitFor();
    const { rows } = await lead.api.must<{ rows: TemplateRow[] }>("templates.list");
    const released = rows.find(({ code }) => code === "T-ORD-03");
    expect(released).toMatchObject({ version: 1, body: { zh: NEW_BODY }, draft: null });
  });
});
