import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FILING_KINDS, kindCode } from "#shared/domain/filing/filing-type";
import { ORDER_NO_PATTERN } from "#shared/domain/order/order-no";
import { type IntakeRig, openIntakeRig, THEIRS } from "#test/support/intake-rig";
import { jpegOf, sha256Of } from "#test/support/material-fixtures";
import { FIRST_FILING, kindOf } from "#test/support/order-fixtures";

let rig: IntakeRig;
beforeEach(async () => {
  rig = await openIntakeRig();
});
afterEach(() => rig.close());

/** What each sub-kind becomes, and the acts in its audit trail (domain.md §3.2). */
const ENTRY: Record<string, { status: string; acts: string[] }> = {
  "CANCEL_ACCESS/FORCED": { status: "PENDING_FIRST_REVIEW", acts: ["forceCancelAccess"] },
  TRANSFER: { status: "TRANSFERRED", acts: ["transfer"] },
};
const USUAL = { status: "PENDING_FIRST_REVIEW", acts: ["create", "submit"] };

describe("POST /orders", () => {
  it.each(FILING_KINDS.map((kind) => [kindCode(kind), kind] as const))("takes in %s", async (code, kind) => {
    const { status, acts } = ENTRY[code] ?? USUAL;
    const document = await rig.documentOf(kind);
    const reply = await rig.call("POST", "/orders", { body: document });
    expect(reply.text).toContain('"findings":[]');
    expect(reply).toMatchObject({ status: 201, body: { status, revision: 1, findings: [] } });
    const orderNo = String(reply.body.orderNo);
    expect(orderNo).toMatch(ORDER_NO_PATTERN);
    expect(await rig.store.load(orderNo)).toMatchObject({ kind, status, accountId: "acct-one", version: 1 });
    expect((await rig.store.revision(orderNo))?.application).toMatchObject({
      filingType: kind.type,
      accountId: "acct-one",
    });
    expect(await rig.actionsOf(orderNo)).toEqual(acts.map((act) => `customer:ours ${act}`));
    const webhooks = rig.outboxOf(orderNo).filter((message) => message.kind === "WEBHOOK");
    expect(webhooks.map((message) => JSON.parse(message.payload).status).at(-1)).toBe(status);
    expect((await rig.call("GET", `/orders/${orderNo}`)).body).toMatchObject({ orderNo, status });
  });

  it("folds letter case before it stores, and seals what is personal", async () => {
    const document = await rig.documentOf(FIRST_FILING);
    const person = { name: " 张三 ", idNumber: "11010519491231002x", mobile: "13800000001" };
    const entity = { ...document.entity, certNumber: "91440300ma5example", responsiblePerson: person };
    const services = [{ kind: "WEBSITE" as const, name: "站点", domains: ["Example.COM"] }];
    const orderNo = await rig.submit({ ...document, entity, services });
    const stored = (await rig.store.revision(orderNo))?.application;
    expect(stored?.entity.certNumber).toBe("91440300MA5EXAMPLE");
    expect(stored?.entity.responsiblePerson).toMatchObject({ name: "张三", idNumber: "11010519491231002X" });
    expect(stored?.services[0]?.domains).toEqual(["example.com"]);
    const pages = rig.pages();
    expect(pages.includes("example.com")).toBe(true);
    for (const canary of ["张三", "11010519491231002X", "13800000001"])
      expect(pages.includes(canary)).toBe(false);
  });

  it("refuses a second open order of the account, and says which one is open", async () => {
    const document = await rig.documentOf(FIRST_FILING);
    const orderNo = await rig.submit(document);
    const other = { ...document, entity: { ...document.entity, certNumber: "91440300OTHER" } };
    const reply = await rig.call("POST", "/orders", { body: other });
    expect(reply.status).toBe(409);
    expect(reply.body).toMatchObject({ code: "OPEN_ORDER_EXISTS", openOrderNo: orderNo });
    expect(reply.body.messageZh).toContain(orderNo);
    expect(rig.count("orders")).toBe(1);
  });

  it("refuses a second open order of the entity however its number is written, until the first one ends", async () => {
    const first = await rig.documentOf(FIRST_FILING);
    const orderNo = await rig.submit(first);
    const second = {
      ...first,
      accountId: "acct-elsewhere",
      entity: { ...first.entity, certNumber: ` ${first.entity.certNumber.toLowerCase()}` },
    };
    expect((await rig.call("POST", "/orders", { body: second })).body.code).toBe("OPEN_ORDER_EXISTS");
    await rig.call("POST", `/orders/${orderNo}/withdraw`);
    expect((await rig.call("POST", "/orders", { body: second })).body.code).toBe("OPEN_ORDER_EXISTS");
    await rig.call("POST", `/orders/${orderNo}/abandon`);
    expect((await rig.call("POST", "/orders", { body: second })).status).toBe(201);
  });

  it("does not name another filing system's order", async () => {
    const document = await rig.documentOf(FIRST_FILING);
    const orderNo = await rig.submit(document);
    await rig.upload(await jpegOf("one".length), THEIRS);
    const reply = await rig.call("POST", "/orders", { body: document, secret: THEIRS });
    expect(reply.body.code).toBe("OPEN_ORDER_EXISTS");
    expect(reply.text).not.toContain(orderNo);
    expect(reply.body).not.toHaveProperty("openOrderNo");
  });

  it.each(["from", "to"])(
    "refuses a transfer while the account it goes %s has an open order",
    async (side) => {
      const transfer = await rig.documentOf(kindOf("TRANSFER"), "one");
      const busy = await rig.documentOf(FIRST_FILING, side === "from" ? "one" : "one-b");
      await rig.submit({ ...busy, entity: { ...busy.entity, certNumber: "91440300BUSY" } });
      const reply = await rig.call("POST", "/orders", { body: transfer });
      expect(reply).toMatchObject({ status: 409, body: { code: "OPEN_ORDER_EXISTS" } });
      expect(rig.count("orders")).toBe(1);
    },
  );

  it("refuses materials that were not uploaded, or by another key only, and names exactly those", async () => {
    const document = await rig.documentOf(FIRST_FILING);
    const foreign = await jpegOf(99);
    await rig.upload(foreign, THEIRS);
    const missing = "f".repeat(64);
    const materials = [
      ...document.materials,
      { kind: "ERP_ID_FRONT" as const, sha256: sha256Of(foreign).toUpperCase() },
      { kind: "ERP_ID_BACK" as const, sha256: missing },
      { kind: "OTHER" as const, sha256: missing },
    ];
    const reply = await rig.call("POST", "/orders", { body: { ...document, materials } });
    expect(reply).toMatchObject({
      status: 422,
      body: { code: "UNKNOWN_MATERIAL", materials: [sha256Of(foreign), missing] },
    });
    expect([rig.count("orders"), rig.count("audit_events"), rig.count("outbox")]).toEqual([0, 0, 0]);
    await rig.upload(foreign);
    expect(
      (await rig.call("POST", "/orders", { body: { ...document, materials: materials.slice(0, 2) } })).status,
    ).toBe(201);
  });

  it("accepts a well-formed document whose values are nonsense: that is for the review", async () => {
    const document = await rig.documentOf(FIRST_FILING);
    const entity = {
      ...document.entity,
      region: { provinceCode: "nowhere", cityCode: "", countyCode: null },
      certNumber: "",
      responsiblePerson: { name: "", idNumber: "not a number", mobile: "12", email: "nobody" },
    };
    const services = [
      { kind: "APP" as const, name: "", domains: ["not a domain"], ipRanges: [{ start: "999", end: "x" }] },
    ];
    const reply = await rig.call("POST", "/orders", {
      body: { ...document, entity, services, consents: null },
    });
    expect(reply.status).toBe(201);
    expect((await rig.call("GET", `/orders/${reply.body.orderNo}`)).status).toBe(200);
  });
});

describe("POST /orders/check", () => {
  it("finds nothing in a sound document and stores nothing", async () => {
    const body = await rig.documentOf(FIRST_FILING);
    const reply = await rig.call("POST", "/orders/check", { body });
    expect(reply).toMatchObject({ status: 200, body: { findings: [] } });
    expect([rig.count("orders"), rig.count("idempotency"), rig.count("audit_events")]).toEqual([0, 0, 0]);
  });

  it("tells of form and unknown materials like a submission", async () => {
    const document = await rig.documentOf(FIRST_FILING);
    const unknown = [{ kind: "OTHER", sha256: "e".repeat(64) }];
    expect(
      (await rig.call("POST", "/orders/check", { body: { ...document, materials: unknown } })).body,
    ).toMatchObject({
      code: "UNKNOWN_MATERIAL",
      materials: ["e".repeat(64)],
    });
    expect((await rig.call("POST", "/orders/check", { body: { ...document, surprise: 1 } })).body.code).toBe(
      "INVALID_DOCUMENT",
    );
  });
});
