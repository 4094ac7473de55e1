import { beforeEach, describe, expect, it } from "vitest";
import { indexTokens, matchExpression, searchWords } from "#db/sqlite/search-text";
import type { Store } from "#db/store";
import type { Application } from "#shared/domain/filing/application";
import { changed, deskOf, documentOf } from "#test/support/desk";
import { BUREAU, CUSTOMER, HOLDER, MINUTE_MS, NOW_MS, SYSTEM, verdictOf } from "#test/support/order-fixtures";
import { createTestStore } from "#test/support/test-store";

let store: Store;
let desk: ReturnType<typeof deskOf>;
beforeEach(async () => {
  store = await createTestStore();
  desk = deskOf(store);
});

async function find(text: string): Promise<string[]> {
  const page = await store.queue({ view: "ALL", filter: { text }, limit: 200 }, "me", NOW_MS);
  return page.rows.map((row) => row.orderNo).sort();
}

function shop(orderNo: string, name: string, service: string, domain: string): Application {
  const document = documentOf(orderNo);
  const [website] = document.services;
  if (website === undefined) throw new Error("the document has a service");
  return {
    ...document,
    entity: { ...document.entity, name },
    services: [{ ...website, name: service, domains: [domain] }],
  };
}

describe("text search", () => {
  beforeEach(async () => {
    await desk.submit("S-1", NOW_MS, shop("S-1", "深圳市星河科技有限公司", "星河商城", "galaxy-shop.cn"));
    await desk.submit("S-2", NOW_MS, shop("S-2", "北京河星贸易有限公司", "河畔论坛", "riverside.com.cn"));
    await desk.submit("S-3", NOW_MS, shop("S-3", "ACME（中国）有限公司", "Acme Store", "acme.com"));
  });

  it.each([
    ["星河", ["S-1"]],
    ["河星", ["S-2"]],
    ["科技有限", ["S-1"]],
    ["有限公司", ["S-1", "S-2", "S-3"]],
    ["河", ["S-1", "S-2"]],
    ["司", ["S-1", "S-2", "S-3"]],
    ["galaxy", ["S-1"]],
    ["GALAXY-SHOP.CN", ["S-1"]],
    [".com", ["S-2", "S-3"]],
    ["com.cn", ["S-2"]],
    ["acme store", ["S-3"]],
    ["store acme", ["S-3"]],
    ["ACME(中国)", ["S-3"]],
    ["s-2", ["S-2"]],
    ["91440300s-1", ["S-1"]],
    ["深圳 商城", ["S-1"]],
    ["深圳 论坛", []],
    ["银河", []],
    ["有公", []],
    // Every pair of it stands in the words of S-3, the text itself nowhere.
    ["me.come", []],
    ['星河" OR "河星', []],
    ["*", []],
  ])("finds %s", async (text, expected) => {
    expect(await find(text)).toEqual(expected);
  });

  it("narrows a view and pages like any other list", async () => {
    const filter = { text: "有限公司" };
    expect((await store.queue({ view: "MINE", filter }, "me", NOW_MS)).rows).toEqual([]);
    const first = await store.queue({ view: "TAKE", filter, limit: 2 }, "me", NOW_MS);
    const second = await store.queue(
      { view: "TAKE", filter, limit: 2, cursor: first.nextCursor },
      "me",
      NOW_MS,
    );
    expect([...first.rows, ...second.rows].map((row) => row.orderNo)).toEqual(["S-1", "S-2", "S-3"]);
    expect(second.nextCursor).toBeNull();
  });

  it("knows what the newest revision says, and no longer what an older one said", async () => {
    await desk.must("S-1", { type: "withdraw" }, CUSTOMER);
    const application = shop("S-1", "深圳市新名科技有限公司", "新名商城", "newname.cn");
    const person = { ...application.entity.responsiblePerson, mobile: "13700001111" };
    application.entity = { ...application.entity, responsiblePerson: person };
    changed(
      await desk.give(
        { orderNo: "S-1" },
        [{ type: "edit", application }, { type: "submit" }],
        CUSTOMER,
        NOW_MS,
      ),
    );
    expect([await find("星河"), await find("galaxy"), await find("新名")]).toEqual([[], [], ["S-1"]]);
    expect([await find("13800000001"), await find("13700001111")]).toEqual([["S-2", "S-3"], ["S-1"]]);
  });

  it("finds a filed order by the numbers it was given", async () => {
    await desk.must("S-1", { type: "claim" }, HOLDER);
    await desk.must("S-1", { type: "approve", verdict: verdictOf("APPROVE") }, HOLDER);
    await desk.must("S-1", { type: "push", expectsSms: false }, SYSTEM, NOW_MS + MINUTE_MS);
    await desk.must("S-1", { type: "uploadAccepted", submissionNo: 1 }, BUREAU);
    await desk.must("S-1", { type: "domainCheckPassed", submissionNo: 1 }, BUREAU);
    const numbers = { entity: "粤ICP备2026001234号", services: ["粤ICP备2026001234号-1"] };
    await desk.must("S-1", { type: "bureauApproved", submissionNo: 1, numbers }, BUREAU);
    expect([await find("粤ICP备2026001234号"), await find("星河")]).toEqual([["S-1"], ["S-1"]]);
  });
});

describe("exact search", () => {
  it("finds a person's values in any spelling and never by a part of them", async () => {
    const document = documentOf("P-1");
    const person = {
      ...document.entity.responsiblePerson,
      name: "欧阳·修",
      idNumber: "44030119900101123X",
      mobile: "13612345678",
      email: "Ouyang@Example.com",
    };
    await desk.submit("P-1", NOW_MS, {
      ...document,
      entity: { ...document.entity, responsiblePerson: person },
    });
    await desk.submit("P-2");
    for (const text of ["44030119900101123x", "+86 136-1234-5678", "ouyang@example.com", "欧阳•修"]) {
      expect([text, await find(text)]).toEqual([text, ["P-1"]]);
    }
    for (const text of ["1361234", "440301199001011", "ouyang", "欧阳"]) {
      expect([text, await find(text)]).toEqual([text, []]);
    }
  });
});

describe("search words", () => {
  it("are folded, distinct and few", () => {
    expect(searchWords("  ＡＢＣ  abc 示例 ")).toEqual(["abc", "示例"]);
    expect(searchWords("a b c d e f g h i j")).toHaveLength(8);
    expect(matchExpression([])).toBeNull();
  });

  it("match nothing across the border of two words", () => {
    expect(indexTokens("示例\n科技").split(" ")).not.toContain("例科");
    expect(matchExpression(["示例"])).toBe('"示例"');
    expect(matchExpression(["示"])).toBe('"示"*');
  });
});
