import { describe, expect, it } from "vitest";
import { NOW_MS } from "#test/support/order-fixtures";
import { createTestStore } from "#test/support/test-store";

const TEXT = { titleZh: "标题", titleEn: "Title", bodyZh: "请修改{field}。", bodyEn: "Change {field}." };
const DRAFT = { ...TEXT, code: "T-ORD-01", author: "lead-a", nowMs: NOW_MS };
const STEP = { code: "T-ORD-01", versionNo: 1, by: "lead-b", nowMs: NOW_MS + 1 };

describe("template versions", () => {
  it("keep author and releaser, and what was released stays beside the next draft", async () => {
    const store = await createTestStore();
    expect(await store.templateVersions()).toEqual([]);
    expect(await store.draftTemplate(DRAFT)).toBe(1);
    const drafted = { ...TEXT, code: "T-ORD-01", versionNo: 1, author: "lead-a", draftedAtMs: NOW_MS };
    expect(await store.templateVersions("T-ORD-01")).toEqual([
      { ...drafted, state: "DRAFT", endedBy: null, endedAtMs: null },
    ]);
    expect(await store.releaseTemplate(STEP)).toBe(true);
    expect(await store.draftTemplate({ ...DRAFT, author: "lead-b", bodyZh: "新" })).toBe(2);
    expect(await store.draftTemplate({ ...DRAFT, code: "T-ENT-01" })).toBe(1);
    const versions = await store.templateVersions();
    expect(versions.map(({ code, versionNo, state }) => [code, versionNo, state])).toEqual([
      ["T-ENT-01", 1, "DRAFT"],
      ["T-ORD-01", 1, "RELEASED"],
      ["T-ORD-01", 2, "DRAFT"],
    ]);
    expect(versions[1]).toEqual({ ...drafted, state: "RELEASED", endedBy: "lead-b", endedAtMs: NOW_MS + 1 });
  });

  it("have one open draft per code: one's own is followed by the next, another person's stands", async () => {
    const store = await createTestStore();
    await store.draftTemplate(DRAFT);
    expect(await store.draftTemplate({ ...DRAFT, bodyZh: "二稿" })).toBe(2);
    expect(await store.draftTemplate({ ...DRAFT, author: "lead-b" })).toBeNull();
    const states = (await store.templateVersions("T-ORD-01")).map(({ state, bodyZh }) => [state, bodyZh]);
    expect(states).toEqual([
      ["DISCARDED", TEXT.bodyZh],
      ["DRAFT", "二稿"],
    ]);
  });

  it("are released or discarded once, and only as drafts", async () => {
    const store = await createTestStore();
    expect(await store.releaseTemplate(STEP)).toBe(false);
    await store.draftTemplate(DRAFT);
    expect(await store.discardTemplateDraft(STEP)).toBe(true);
    expect(await store.releaseTemplate(STEP)).toBe(false);
    expect(await store.discardTemplateDraft(STEP)).toBe(false);
    const { rows } = await store.auditSearch({});
    expect(rows.map(({ action, actor, data }) => [action, actor, data]).reverse()).toEqual([
      ["draftTemplate", "lead-a", { code: "T-ORD-01", versionNo: 1 }],
      ["discardTemplateDraft", "lead-b", { code: "T-ORD-01", versionNo: 1, author: "lead-a" }],
    ]);
  });
});
