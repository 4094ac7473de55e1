import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { addToBlacklist, removeFromBlacklist } from "#server/usecases/blacklist";
import { editList, listHistory, ruleLists } from "#server/usecases/rule-lists";
import type { addBlacklistInput, editListInput } from "#shared/contract/staff-rules";
import type { Application } from "#shared/domain/filing/application";
import { RULES } from "#shared/domain/rules/catalogue";
import { DEFAULT_LISTS, LIST_KEYS } from "#shared/domain/rules/lists";
import { companyFiling } from "#test/support/judged-desk";
import { DAY_MS } from "#test/support/order-fixtures";
import { ADMIN1, granted, ruleDesk } from "#test/support/rule-desk";
import { startTestServer, type TestServer } from "#test/support/test-server";

let server: TestServer;
let desk: ReturnType<typeof ruleDesk>;
beforeEach(async () => {
  server = await startTestServer({ rules: RULES });
  desk = ruleDesk(server);
});
afterEach(() => server.stop());

const TODAY = "2026-03-02";
const TOMORROW = "2026-03-03";

describe("a list that an administrator edits", () => {
  const edit = (patch: Pick<z.infer<typeof editListInput>, "list" | "value">, effectiveFrom = TODAY) =>
    editList(server.deps, { ...patch, effectiveFrom, reason: "例行更新" }, ADMIN1);
  const words = (...added: string[]) => ({
    list: "sensitiveWords" as const,
    value: [...DEFAULT_LISTS.sensitiveWords, ...added],
  });
  const named = () =>
    companyFiling(({ services: [service] }) => {
      if (service) service.name = "蓝鲸观察";
    });

  it("finds a new sensitive word on the next run (R-108)", async () => {
    const orderNo = await desk.submitted(named());
    const before = await desk.found(orderNo);
    granted(await edit(words("蓝鲸")));
    expect(await desk.found(orderNo)).toEqual([...before, "R-108 services[0].name"].sort());
  });

  it("finds addresses outside the pools as they are now (R-140)", async () => {
    const orderNo = await desk.submitted(companyFiling());
    expect(await desk.found(orderNo)).toEqual([]);
    granted(await edit({ list: "ipPools", value: ["198.51.100.0/24"] }));
    expect(await desk.found(orderNo)).toContain("R-140 services[0].ipRanges[0]");
    granted(await edit({ list: "ipPools", value: DEFAULT_LISTS.ipPools }));
    expect(await desk.found(orderNo)).toEqual([]);
  });

  it("counts from its day on", async () => {
    const orderNo = await desk.submitted(named());
    granted(await edit(words("蓝鲸"), TOMORROW));
    expect(await desk.found(orderNo)).not.toContain("R-108 services[0].name");
    expect((await ruleLists(server.deps)).rows).toContainEqual({
      list: "sensitiveWords",
      value: DEFAULT_LISTS.sensitiveWords,
      edited: false,
    });
    server.clock.nowMs += DAY_MS;
    expect(await desk.found(orderNo)).toContain("R-108 services[0].name");
    expect((await ruleLists(server.deps)).rows).toContainEqual({ ...words("蓝鲸"), edited: true });
  });

  it("keeps its history, newest first, and is audited without its words", async () => {
    granted(await edit(words("蓝鲸")));
    granted(await edit(words(), TOMORROW));
    granted(await edit({ list: "ipPools", value: [] }));
    expect((await listHistory(server.deps, "sensitiveWords")).edits).toMatchObject([
      { id: 2, value: words().value, effectiveFrom: TOMORROW, changedBy: "admin1", reason: "例行更新" },
      { id: 1, value: words("蓝鲸").value, effectiveFrom: TODAY, changedAtMs: server.clock.nowMs },
    ]);
    const keys = ["sensitiveWords", "sensitiveWords", "ipPools"];
    expect(await desk.administered()).toMatchObject(
      keys.map((key) => ({ action: "addListEdit", data: { key } })),
    );
  });

  it.each([
    ["no list at all", { list: "sensitiveWords", value: "蓝鲸" }],
    ["an empty word", { list: "sensitiveWords", value: [""] }],
    ["words where numbers belong", { list: "resourceTerms", value: { ECS: "three" } }],
    ["nothing", { list: "ipPools", value: null }],
    ["more words than a list may have", { list: "sensitiveWords", value: Array(2001).fill("词") }],
  ] as const)("is refused as %s, and stays as it was", async (_what, patch) => {
    expect(await edit(patch)).toMatchObject({ code: "BAD_LIST_VALUE", params: { list: patch.list } });
    expect(await server.store.ruleConfig()).toMatchObject({ revision: 0, listEdits: [] });
  });

  it("is refused from a day that has passed", async () => {
    expect(await edit(words("蓝鲸"), "2026-03-01")).toMatchObject({ code: "EFFECTIVE_IN_PAST" });
    expect(await server.store.ruleConfig()).toMatchObject({ revision: 0 });
  });

  it("is one of all the lists that the rules read", async () => {
    const { rows } = await ruleLists(server.deps);
    expect(rows).toEqual(LIST_KEYS.map((list) => ({ list, value: DEFAULT_LISTS[list], edited: false })));
  });
});

describe("the blacklist", () => {
  type Entry = Pick<z.infer<typeof addBlacklistInput>, "kind" | "value">;
  const add = (entry: Entry) =>
    addToBlacklist(server.deps, { ...entry, bureau: "自有名单", reason: "多次提供虚假材料" }, ADMIN1);
  const remove = (id: number) => removeFromBlacklist(server.deps, { id, reason: "已核实，误列" }, ADMIN1);
  const domainOf = ({ services }: Application) => services[0]?.domains[0] ?? "";
  const personOf = ({ entity }: Application) => entity.responsiblePerson?.idNumber ?? "";

  it.each([
    ["entity", "ENTITY", ({ entity }: Application) => entity.certNumber, "entity.certNumber"],
    ["domain", "DOMAIN", domainOf, "services[0].domains[0]"],
    [
      "domain, however written",
      "DOMAIN",
      (a: Application) => ` ${domainOf(a).toUpperCase()}.`,
      "services[0].domains[0]",
    ],
    ["person", "PERSON", personOf, "entity.responsiblePerson.idNumber"],
    [
      "person, in small letters",
      "PERSON",
      (a: Application) => personOf(a).toLowerCase(),
      "entity.responsiblePerson.idNumber",
    ],
  ] as const)(
    "stops the %s that is listed, until it is taken off (R-008)",
    async (_what, kind, valueIn, place) => {
      const application = companyFiling();
      const orderNo = await desk.submitted(application);
      const { revision } = granted(await add({ kind, value: valueIn(application) }));
      expect(await desk.found(orderNo)).toEqual([`R-008 ${place}`]);
      granted(await remove(revision));
      expect(await desk.found(orderNo)).toEqual([]);
      expect(await server.store.blacklist()).toEqual([]);
    },
  );

  it("stops a listed domain's subdomains, and neither its namesake nor what it belongs to", async () => {
    const domain = domainOf(companyFiling());
    const orderNo = await desk.submitted(
      companyFiling(({ services: [service] }) => {
        if (service) service.domains = [`shop.${domain}`];
      }),
    );
    const listed = async () => (await desk.found(orderNo)).filter((line) => line.startsWith("R-008"));
    for (const value of [`www.shop.${domain}`, `x${domain}`, `p.${domain}`]) {
      granted(await add({ kind: "DOMAIN", value }));
    }
    expect(await listed()).toEqual([]);
    granted(await add({ kind: "DOMAIN", value: domain }));
    expect(await listed()).toEqual(["R-008 services[0].domains[0]"]);
  });

  it("has each entry once, and takes off only what is on it", async () => {
    const application = companyFiling();
    const value = personOf(application);
    granted(await add({ kind: "PERSON", value }));
    expect(await add({ kind: "PERSON", value: value.toLowerCase() })).toMatchObject({
      code: "BLACKLIST_DUPLICATE",
    });
    expect(await remove(99)).toMatchObject({ code: "BLACKLIST_NOT_FOUND" });
    expect(await server.store.blacklist()).toHaveLength(1);
    expect(await server.store.ruleConfig()).toMatchObject({ revision: 1 });
  });

  it("says who listed and removed what, and why it stands there", async () => {
    const { revision } = granted(await add({ kind: "DOMAIN", value: "bad.example" }));
    expect(await server.store.blacklist()).toMatchObject([
      { id: revision, kind: "DOMAIN", label: "bad.example", addedBy: "admin1", reason: "多次提供虚假材料" },
    ]);
    granted(await remove(revision));
    expect(await desk.administered()).toMatchObject([
      { action: "addBlacklistEntry", data: { kind: "DOMAIN", label: "bad.example" } },
      { action: "removeBlacklistEntry", data: { kind: "DOMAIN", label: "bad.example" } },
    ]);
  });

  it("keeps no personal number in clear: not in the database, the audit trail or any answer", async () => {
    const numbers = ["11010519491231002X", "440301199001010012"];
    const [person, soleTrader] = numbers;
    const first = granted(await add({ kind: "PERSON", value: person ?? "" }));
    const second = granted(await add({ kind: "ENTITY", value: soleTrader ?? "" }));
    granted(await remove(first.revision));
    const { rows } = await server.store.auditSearch({});
    const shown = JSON.stringify([first, second, rows, await server.store.blacklist(), server.logged]);
    const pages = server.client.serialize();
    for (const number of numbers) {
      expect(shown).not.toContain(number);
      expect(pages.includes(number)).toBe(false);
    }
    expect(shown).toContain("440***********0012");
  });
});

describe("an authorisation code", () => {
  const CODE = "AUTH-2026-0001";
  const withCode = () =>
    companyFiling(({ services: [service] }) => {
      if (!service?.resource) throw new Error("a filing without a resource");
      service.resource = { ...service.resource, type: "AUTH_CODE", authCode: { code: CODE } };
    });
  const issue = (code: string, issuerValid: boolean) =>
    server.store.addAuthCode({
      code,
      issuerInstanceId: "i-issuer",
      issuerValid,
      used: false,
      reason: "签发",
      changedBy: "admin1",
      changedAtMs: server.clock.nowMs,
    });

  it("is wanted from our own store, of a resource in its term (R-137)", async () => {
    const orderNo = await desk.submitted(withCode());
    const about = async () => (await desk.found(orderNo)).filter((line) => line.startsWith("R-137"));
    await issue("AUTH-2026-0002", true);
    expect(await about()).toEqual(["R-137 services[0].resource.authCode"]);
    await issue(CODE, true);
    expect(await about()).toEqual([]);
    await issue(CODE, false);
    expect(await about()).toEqual(["R-137 services[0].resource.authCode"]);
  });
});
