import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import { type IntakeRig, openIntakeRig } from "#test/support/intake-rig";
import { jpegOf, sha256Of } from "#test/support/material-fixtures";
import { FIRST_FILING } from "#test/support/order-fixtures";
import {
  approval,
  CODE_SENT,
  lead,
  PUSHED,
  type Road,
  rejection,
  revision,
  VERIFIED,
} from "#test/support/order-road";

let rig: IntakeRig;
beforeEach(async () => {
  rig = await openIntakeRig();
});
afterEach(() => rig.close());

const BUREAU_SAYS_NO = { type: "bureauRejected", submissionNo: 1, opinion: "不符" } as const;

function domainFailed(): Road {
  return [...approval(), ...PUSHED, { type: "domainCheckFailed", submissionNo: 1, reason: "域名已过期" }];
}

describe("POST /orders/{orderNo}/revisions", () => {
  it("brings an order back for revision, and tells which requests were left untouched", async () => {
    const document = await rig.documentOf(FIRST_FILING);
    const orderNo = await rig.submit(document);
    await lead(
      rig,
      orderNo,
      revision(
        { fieldPath: "entity.name" },
        { fieldPath: "services[0].domains[0]" },
        { fieldPath: "materials" },
      ),
    );
    const entity = { ...document.entity, name: "深圳市示例科技股份有限公司" };
    const reply = await rig.call("POST", `/orders/${orderNo}/revisions`, { body: { ...document, entity } });
    expect(reply).toMatchObject({
      status: 200,
      body: {
        orderNo,
        status: "REVISED_PENDING_REVIEW",
        revision: 2,
        untouchedRequests: ["services[0].domains[0]", "materials"],
      },
    });
    expect((await rig.store.revision(orderNo))?.application.entity.name).toBe(entity.name);
    expect((await rig.store.revision(orderNo, 1))?.application.entity.name).toBe(document.entity.name);
    expect((await rig.actionsOf(orderNo)).slice(-2)).toEqual(["customer:ours edit", "customer:ours submit"]);
  });

  it("measures against what the reviewer saw, however often the order was withdrawn since", async () => {
    const document = await rig.documentOf(FIRST_FILING);
    const orderNo = await rig.submit(document);
    await lead(rig, orderNo, revision({ fieldPath: "entity.name" }, { fieldPath: "entity.remark" }));
    const renamed = { ...document, entity: { ...document.entity, name: "另一名称" } };
    await rig.call("POST", `/orders/${orderNo}/revisions`, { body: renamed });
    await rig.call("POST", `/orders/${orderNo}/withdraw`);
    const reply = await rig.call("POST", `/orders/${orderNo}/revisions`, { body: renamed });
    expect(reply.body).toMatchObject({
      status: "PENDING_FIRST_REVIEW",
      revision: 3,
      untouchedRequests: ["entity.remark"],
    });
  });

  it.each<[string, () => Road, string]>([
    ["FIRST_REVIEW_REJECTED", rejection, "PENDING_FIRST_REVIEW"],
    ["NEEDS_REVISION", revision, "REVISED_PENDING_REVIEW"],
    ["MIIT_RETURNED", domainFailed, "PENDING_FIRST_REVIEW"],
    [
      "SMS_RETURNED",
      () => [...approval(), ...CODE_SENT, { type: "timeout", submissionNo: 1 }],
      "PENDING_FIRST_REVIEW",
    ],
    ["BUREAU_REJECTED", () => [...approval(), ...VERIFIED, BUREAU_SAYS_NO], "PENDING_FIRST_REVIEW"],
  ])("is open in %s", async (from, road, to) => {
    const document = await rig.documentOf(FIRST_FILING);
    const orderNo = await rig.submit(document);
    await lead(rig, orderNo, road());
    expect((await rig.store.load(orderNo))?.status).toBe(from);
    const reply = await rig.call("POST", `/orders/${orderNo}/revisions`, { body: document });
    expect(reply).toMatchObject({ status: 200, body: { status: to, revision: 2 } });
  });

  it.each<[string, string, (doc: Application) => object]>([
    ["filingType", "filing type", (doc) => ({ ...doc, filingType: "CHANGE_BOTH" })],
    ["accountId", "account", (doc) => ({ ...doc, accountId: "acct-elsewhere" })],
    ["entity.nature", "nature", (doc) => ({ ...doc, entity: { ...doc.entity, nature: 5 } })],
  ])("refuses a changed %s", async (field, _name, change) => {
    const document = await rig.documentOf(FIRST_FILING);
    const orderNo = await rig.submit(document);
    await rig.call("POST", `/orders/${orderNo}/withdraw`);
    const before = [
      await rig.store.load(orderNo),
      rig.count("revisions"),
      rig.count("audit_events"),
      rig.count("outbox"),
    ];
    const reply = await rig.call("POST", `/orders/${orderNo}/revisions`, { body: change(document) });
    expect(reply).toMatchObject({
      status: 422,
      body: { code: "IMMUTABLE_FIELD", field, currentStatus: "DRAFT" },
    });
    expect([
      await rig.store.load(orderNo),
      rig.count("revisions"),
      rig.count("audit_events"),
      rig.count("outbox"),
    ]).toEqual(before);
  });

  it("refuses the certificate of an entity that has another open order, and unknown materials", async () => {
    const document = await rig.documentOf(FIRST_FILING);
    const orderNo = await rig.submit(document);
    const other = await rig.documentOf(FIRST_FILING, "other");
    await rig.submit(other);
    await rig.call("POST", `/orders/${orderNo}/withdraw`);
    const taken = { ...document, entity: { ...document.entity, certNumber: other.entity.certNumber } };
    expect((await rig.call("POST", `/orders/${orderNo}/revisions`, { body: taken })).body.code).toBe(
      "OPEN_ORDER_EXISTS",
    );
    const materials = [{ kind: "OTHER", sha256: sha256Of(await jpegOf(77)) }];
    const unknown = await rig.call("POST", `/orders/${orderNo}/revisions`, {
      body: { ...document, materials },
    });
    expect(unknown.body).toMatchObject({ code: "UNKNOWN_MATERIAL", materials: [materials[0]?.sha256] });
    expect((await rig.store.load(orderNo))?.revisionNo).toBe(1);
  });
});
