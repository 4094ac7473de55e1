import { describe, expect, it } from "vitest";
import type { Store } from "#db/store";
import type { Application } from "#shared/domain/filing/application";
import { deskOf, documentOf } from "#test/support/desk";
import { PERSON } from "#test/support/document-parts";
import { HOLDER, kindOf, NOW_MS, VOLUNTARY, verdictOf } from "#test/support/order-fixtures";
import { fileOrder, requestOf } from "#test/support/stored-findings";
import { createTestStore } from "#test/support/test-store";

const CHANGE = { reason: "管局通知", changedBy: "admin-a", changedAtMs: NOW_MS };

function withEntity(document: Application, entity: Partial<Application["entity"]>): Application {
  return { ...document, entity: { ...document.entity, ...entity } };
}

type Resource = NonNullable<Application["services"][number]["resource"]>;

/** The document with one service per resource. */
function withResources(document: Application, ...resources: Omit<Resource, "type">[]): Application {
  const [service] = document.services;
  if (service === undefined) throw new Error("no service");
  const services = resources.map((resource) => ({ ...service, resource: { type: "ECS", ...resource } }));
  return { ...document, services };
}

describe("open orders and the account's entity", () => {
  it("are those of the account, of the entity and of both sides of a transfer, never the order itself", async () => {
    const store = await createTestStore();
    for (const orderNo of ["A-1", "A-2", "A-3"]) await deskOf(store).submit(orderNo);
    const ask = async (application: Application, orderNo: string | null = null) =>
      (await store.ruleFacts(requestOf(application, { orderNo }))).openOrders;
    expect(await ask(documentOf("A-9"))).toEqual([]);
    expect(await ask({ ...documentOf("A-1"), accountId: "acct-A-2" })).toEqual(["A-1", "A-2"]);
    expect(await ask(documentOf("A-1"), "A-1")).toEqual([]);
    const transfer = { fromAccountId: "acct-A-2", toAccountId: "acct-A-3", scope: "ENTITY" } as const;
    const moved = documentOf("A-1", kindOf("TRANSFER"), { transfer });
    expect(await ask(moved)).toEqual(["A-1", "A-2", "A-3"]);
  });

  it("bind: by the filed record, by an open order, and from the entity's side", async () => {
    const store = await createTestStore();
    const desk = deskOf(store);
    await desk.submit("F-1");
    await fileOrder(store, "F-1");
    await desk.submit("O-1", NOW_MS, withEntity(documentOf("O-1"), { name: "开放公司" }));
    const ask = async (application: Application, orderNo: string | null = null) =>
      (await store.ruleFacts(requestOf(application, { orderNo }))).accountBinding;
    const filed = { boundEntity: "深圳市示例科技有限公司" };
    const open = { boundEntity: "开放公司" };
    expect(await ask(documentOf("N-1"))).toBe("FREE");
    expect(await ask(documentOf("F-1"))).toBe("FREE");
    expect(await ask(withEntity(documentOf("F-1"), { certType: 3 }))).toBe("FREE");
    expect(await ask({ ...documentOf("N-1"), accountId: "acct-F-1" })).toEqual(filed);
    expect(await ask({ ...documentOf("F-1"), accountId: "acct-N-1" })).toEqual(filed);
    expect(await ask({ ...documentOf("N-1"), accountId: "acct-O-1" })).toEqual(open);
    expect(await ask({ ...documentOf("O-1"), accountId: "acct-N-1" })).toEqual(open);
    expect(await ask({ ...documentOf("N-1"), accountId: "acct-O-1" }, "O-1")).toBe("FREE");
    expect(await ask({ ...withEntity(documentOf("N-1"), { certNumber: " " }), accountId: "acct-F-1" })).toBe(
      "FREE",
    );
  });

  it("bind the receiving account of a transfer, whoever sends", async () => {
    const store = await createTestStore();
    await deskOf(store).submit("F-1");
    await fileOrder(store, "F-1");
    const ask = async (toAccountId: string) => {
      const transfer = { fromAccountId: "acct-F-1", toAccountId, scope: "ENTITY" } as const;
      const document = documentOf("F-1", kindOf("TRANSFER"), { transfer });
      return (await store.ruleFacts(requestOf(document))).accountBinding;
    };
    expect(await ask("acct-new")).toBe("FREE");
    expect(await ask("acct-F-1")).toEqual({ boundEntity: "深圳市示例科技有限公司" });
  });
});

describe("the blacklist", () => {
  async function listed(): Promise<Store> {
    const store = await createTestStore();
    const entries = [
      { kind: "ENTITY", value: "91440300a-1", bureau: "粤" },
      { kind: "DOMAIN", value: "example.com", bureau: "京" },
      { kind: "DOMAIN", value: "例子.中国", bureau: "京" },
      { kind: "PERSON", value: PERSON.idNumber, bureau: "沪" },
    ] as const;
    for (const entry of entries) await store.addBlacklistEntry({ ...entry, ...CHANGE });
    return store;
  }

  it("hits numbers in any spelling and domains with all below them, each at its place", async () => {
    const store = await listed();
    const [service] = documentOf("A-1").services;
    if (service === undefined) throw new Error("no service");
    const own = { sameAsEntity: false, ...PERSON, idNumber: "11010519491231002x" };
    const domains = ["notexample.com", "WWW.Example.com", "xn--fsqu00a.xn--fiqs8s"];
    const application = documentOf("A-1", undefined, {
      services: [
        { ...service, domains },
        { ...service, domains: ["example.com.cn"], responsiblePerson: own },
      ],
    });
    const { blacklist } = await store.ruleFacts(requestOf(application));
    expect(blacklist).toEqual([
      { kind: "ENTITY", fieldPath: "entity.certNumber", label: "9********-1", bureau: "粤" },
      { kind: "DOMAIN", fieldPath: "services[0].domains[1]", label: "example.com", bureau: "京" },
      { kind: "DOMAIN", fieldPath: "services[0].domains[2]", label: "xn--fsqu00a.xn--fiqs8s", bureau: "京" },
      {
        kind: "PERSON",
        fieldPath: "entity.responsiblePerson.idNumber",
        label: "110***********002X",
        bureau: "沪",
      },
      {
        kind: "PERSON",
        fieldPath: "services[1].responsiblePerson.idNumber",
        label: "110***********002X",
        bureau: "沪",
      },
    ]);
  });

  it("hits nothing else, and nothing any more that was taken off", async () => {
    const store = await listed();
    const person = { ...PERSON, idNumber: "11010519491231003X" };
    const document = withEntity(documentOf("A-9"), { responsiblePerson: person });
    const [service] = document.services;
    if (service === undefined) throw new Error("no service");
    const clean = { ...document, services: [{ ...service, domains: ["example.org"] }] };
    expect((await store.ruleFacts(requestOf(clean))).blacklist).toEqual([]);
    for (const { id } of await store.blacklist()) await store.removeBlacklistEntry(id, CHANGE);
    expect((await store.ruleFacts(requestOf(documentOf("A-1")))).blacklist).toEqual([]);
  });
});

describe("resources and authorisation codes", () => {
  it("count the services that other open and filed orders put on a resource", async () => {
    const store = await createTestStore();
    const desk = deskOf(store);
    const onI1 = { instanceId: "i-1" };
    await desk.submit("OPEN", NOW_MS, withResources(documentOf("OPEN"), onI1, onI1, { instanceId: "i-2" }));
    await desk.submit("FILED", NOW_MS, withResources(documentOf("FILED"), onI1));
    await fileOrder(store, "FILED");
    await desk.submit("GONE", NOW_MS, withResources(documentOf("GONE"), onI1));
    await desk.must("GONE", { type: "withdraw" }, { kind: "CUSTOMER", intakeKey: "key-1" });
    await desk.must("GONE", { type: "abandon", reason: "" }, { kind: "CUSTOMER", intakeKey: "key-1" });
    const change = documentOf("CHANGE", kindOf("CHANGE_SERVICE"));
    await desk.submit("CHANGE", NOW_MS, withResources(change, onI1));
    const ask = async (orderNo: string | null) => {
      const document = withResources(documentOf("NEW"), onI1, { instanceId: "i-3" }, {});
      return (await store.ruleFacts(requestOf(document, { orderNo }))).quotaUsed;
    };
    expect(await ask(null)).toEqual({ "i-1": 3, "i-3": 0 });
    expect(await ask("OPEN")).toEqual({ "i-1": 1, "i-3": 0 });
  });

  it("know no code while no store of codes is kept", async () => {
    const store = await createTestStore();
    const document = withResources(documentOf("A-1"), { authCode: { code: "AUTH-1" } });
    expect((await store.ruleFacts(requestOf(document))).authCodes).toBeNull();
  });

  it("tell of the codes that are known whether they are valid and used", async () => {
    const store = await createTestStore();
    const codes = [
      { code: "FREE", issuerInstanceId: "i-1", issuerValid: true, used: false },
      { code: "LAPSED", issuerInstanceId: "i-1", issuerValid: false, used: false },
      { code: "MARKED", issuerInstanceId: null, issuerValid: true, used: true },
      { code: "TAKEN", issuerInstanceId: "i-2", issuerValid: true, used: false },
    ];
    for (const code of codes) await store.addAuthCode({ ...code, ...CHANGE });
    const named = (orderNo: string, ...values: string[]) =>
      withResources(documentOf(orderNo), ...values.map((code) => ({ authCode: { code } })));
    await deskOf(store).submit("A-1", NOW_MS, named("A-1", "TAKEN"));
    const document = named("A-2", "FREE", "LAPSED", "MARKED", "TAKEN", "UNKNOWN");
    expect((await store.ruleFacts(requestOf(document))).authCodes).toEqual([
      { code: "FREE", issuerValid: true, used: false },
      { code: "LAPSED", issuerValid: false, used: false },
      { code: "MARKED", issuerValid: true, used: true },
      { code: "TAKEN", issuerValid: true, used: true },
    ]);
    const own = requestOf(named("A-1", "TAKEN"), { orderNo: "A-1" });
    expect((await store.ruleFacts(own)).authCodes).toEqual([
      { code: "TAKEN", issuerValid: true, used: false },
    ]);
  });
});

describe("the confirmation", () => {
  it("is the order's own, and unknown without an order", async () => {
    const store = await createTestStore();
    const desk = deskOf(store);
    const document = documentOf("A-1", VOLUNTARY);
    await desk.submit("A-1", NOW_MS, document);
    const ask = async (orderNo: string | null) =>
      (await store.ruleFacts(requestOf(document, { orderNo }))).confirmed;
    expect([await ask(null), await ask("A-1")]).toEqual([null, false]);
    await desk.must("A-1", { type: "claim" }, HOLDER);
    await desk.must("A-1", { type: "approve", verdict: verdictOf("APPROVE") }, HOLDER);
    await desk.must("A-1", { type: "confirm" }, { kind: "CUSTOMER", intakeKey: "key-1" });
    expect(await ask("A-1")).toBe(true);
  });
});
