import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compareRevisions } from "#server/usecases/compare-revisions";
import { resubmitOrder } from "#server/usecases/resubmit-order";
import { undoVerdict } from "#server/usecases/undo-verdict";
import type { DiffAnswer } from "#shared/contract/staff-review";
import type { Application } from "#shared/domain/filing/application";
import { personalDataOf } from "#shared/domain/privacy/mask";
import { RULES } from "#shared/domain/rules/catalogue";
import { cleanFilings } from "#test/support/clean-filings";
import { companyFiling } from "#test/support/judged-desk";
import { granted, ruleDesk } from "#test/support/rule-desk";
import { REVIEWER1 } from "#test/support/staff-desk";
import { startTestServer, type TestServer } from "#test/support/test-server";

let server: TestServer;
let desk: ReturnType<typeof ruleDesk>;
beforeEach(async () => {
  server = await startTestServer({ rules: RULES });
  desk = ruleDesk(server);
});
afterEach(() => server.stop());

const NEW_FILE = "ab".repeat(32);
const CUSTOMER = { kind: "CUSTOMER", intakeKey: "rules" } as const;

/** A returned order whose reviewer asked about these places, as the customer sends it back. */
async function resent(first: Application, asked: readonly string[], second: Application): Promise<string> {
  const order = await desk.claimed(first);
  await ask(order, asked);
  await sendBack(order.orderNo, second);
  return order.orderNo;
}

async function ask(order: Parameters<typeof desk.verdict>[0], fieldPaths: readonly string[]): Promise<void> {
  const reasons = fieldPaths.map((fieldPath) => ({ fieldPath, text: "请核对" }));
  granted(await desk.verdict(order, { outcome: "REVISE", reasons }));
}

async function sendBack(orderNo: string, application: Application): Promise<void> {
  const nowMs = server.clock.nowMs;
  const file = { intakeKey: CUSTOMER.intakeKey, mediaType: "image/jpeg", bytes: 50_000 } as const;
  await server.store.addMaterial({ ...file, sha256: NEW_FILE, uploadedAtMs: nowMs });
  const reply = await resubmitOrder(server.deps, { orderNo, application, once: null }, CUSTOMER);
  if (reply.kind !== "DONE") throw new Error(`not sent back: ${JSON.stringify(reply)}`);
}

async function diff(orderNo: string, from = 1, to = 2): Promise<DiffAnswer> {
  return granted(await compareRevisions(server.deps, { orderNo, from, to }));
}

function changed(bend: (application: Application) => void, from = companyFiling()): Application {
  const copy = structuredClone(from);
  bend(copy);
  return copy;
}

const lines = ({ changes }: DiffAnswer) =>
  changes.map(({ kind, path, fromPath }) => `${kind} ${fromPath === null ? "" : `${fromPath} → `}${path}`);
const keys = (found: DiffAnswer["findings"]["added"]) =>
  found.map(({ ruleId, fieldPath }) => `${ruleId} ${fieldPath}`);

describe("two revisions compared", () => {
  it("show what was added, removed and changed, with both values", async () => {
    const second = changed(({ entity, services: [service] }) => {
      entity.certAddress = "广东省深圳市南山区科苑路9号";
      entity.remark = "地址已变更";
      if (service) {
        service.remark = "";
        service.languages = [1, 2];
      }
    });
    const first = companyFiling();
    const answer = await diff(await resent(first, ["entity.name"], second));
    expect(answer.changes).toEqual([
      {
        kind: "CHANGED",
        path: "entity.certAddress",
        fromPath: null,
        before: first.entity.certAddress,
        after: "广东省深圳市南山区科苑路9号",
      },
      expect.objectContaining({ kind: "ADDED", path: "entity.remark", after: "地址已变更" }),
      { kind: "ADDED", path: "services[0].languages[1]", fromPath: null, after: 2 },
      expect.objectContaining({
        kind: "REMOVED",
        path: "services[0].remark",
        before: first.services[0]?.remark,
      }),
    ]);
  });

  it("know a service again that stands elsewhere", async () => {
    const [first] = cleanFilings(1, ({ services }) => services.length === 2);
    if (first === undefined) throw new Error("no filing");
    const second = changed((application) => void application.services.reverse(), first);
    const answer = await diff(await resent(first, ["entity.name"], second));
    expect(lines(answer)).toEqual(["MOVED services[1] → services[0]", "MOVED services[0] → services[1]"]);
  });

  it("take a material for its bytes: the same file under another name is the same", async () => {
    const second = changed(({ materials }) => {
      const [renamed, replaced] = materials;
      if (renamed) renamed.fileName = "新的文件名.jpg";
      if (replaced) replaced.sha256 = NEW_FILE;
      materials.pop();
    });
    const first = companyFiling();
    const last = first.materials.length - 1;
    const answer = await diff(await resent(first, ["entity.name"], second));
    expect(lines(answer)).toEqual(["CHANGED materials[1]", `REMOVED materials[${last}]`]);
    const [replaced] = answer.changes;
    expect(replaced?.before).toMatchObject({ sha256: first.materials[1]?.sha256 });
    expect(replaced?.after).toMatchObject({ sha256: NEW_FILE });
  });

  it("are equal when nothing was changed, whatever machines found out meanwhile", async () => {
    const second = changed((application) => {
      const registry = application.evidence?.miitRegistry;
      if (registry) registry.entityReviewElsewhere = false;
      application.evidence = { ...application.evidence, phones: [] };
    });
    expect((await diff(await resent(companyFiling(), ["entity.name"], second))).changes).toEqual([]);
  });
});

describe("what the reviewer had asked for", () => {
  const second = () =>
    changed(({ entity, services: [service] }) => {
      entity.certAddress = "广东省深圳市南山区科苑路9号";
      if (service) service.name = "另一个名称";
    });

  it("is told apart: left as it was, and changed without being asked", async () => {
    const answer = await diff(
      await resent(companyFiling(), ["entity.certAddress", "entity.remark"], second()),
    );
    expect(answer).toMatchObject({ untouchedRequests: ["entity.remark"], unasked: ["services[0].name"] });
  });

  it("is that of the verdict on the earlier of the two", async () => {
    const orderNo = await resent(companyFiling(), ["entity.certAddress", "services[0].name"], second());
    await ask(await desk.claim(orderNo), ["entity.remark"]);
    const third = changed((application) => {
      application.entity.remark = "已补充";
    }, second());
    await sendBack(orderNo, third);
    expect(await diff(orderNo)).toMatchObject({ untouchedRequests: [], unasked: [] });
    const [later, whole] = [await diff(orderNo, 2, 3), await diff(orderNo, 1, 3)];
    expect(later).toMatchObject({ untouchedRequests: [], unasked: [] });
    expect(lines(later)).toEqual(["ADDED entity.remark"]);
    expect(whole).toMatchObject({ untouchedRequests: [], unasked: ["entity.remark"] });
  });

  it("is nothing where a verdict was taken back", async () => {
    const order = await desk.claimed(companyFiling());
    await ask(order, ["entity.remark"]);
    granted(await undoVerdict(server.deps, { orderNo: order.orderNo, requestId: "request-undo" }, REVIEWER1));
    await ask(await desk.detail(order.orderNo), ["entity.certAddress"]);
    await sendBack(order.orderNo, second());
    expect(await diff(order.orderNo)).toMatchObject({ untouchedRequests: [], unasked: ["services[0].name"] });
  });
});

describe("what became of the findings", () => {
  it("is resolved, remaining or new", async () => {
    const first = changed(({ entity, services: [service] }) => {
      entity.certValidTo = "2020-01-01";
      if (service) service.languages = [1, 12];
    });
    const second = changed(({ entity, services: [service] }) => {
      entity.certValidTo = null;
      if (service) service.domains = [...service.domains, "second.example.cn"];
    }, first);
    const { findings } = await diff(await resent(first, ["entity.certValidTo"], second));
    expect(keys(findings.resolved)).toEqual(["R-027 entity.certValidTo"]);
    expect(keys(findings.remaining)).toEqual(["R-115 services[0].languages"]);
    expect(keys(findings.added)).toContain("R-013 services[0].domains");
    expect(findings.resolved[0]?.title.zh).toBe(RULES.find(({ id }) => id === "R-027")?.title.zh);
  });

  it("is not what could only not be checked", async () => {
    const second = changed((application) => {
      application.evidence = null;
    });
    const orderNo = await resent(companyFiling(), ["entity.name"], second);
    const { findings } = await desk.detail(orderNo);
    expect(findings.some(({ state }) => state === "CANNOT_CHECK")).toBe(true);
    expect((await diff(orderNo)).findings).toEqual({ resolved: [], remaining: [], added: [] });
  });
});

describe("the comparison", () => {
  it("shows no personal value of either revision", async () => {
    const first = companyFiling();
    const second = changed(({ entity }) => {
      const person = entity.responsiblePerson;
      if (!person) throw new Error("a filing without a person");
      person.name = "欧阳示例";
      person.idNumber = "11010519491231002X";
      person.mobile = "13912345678";
      person.email = "ouyang@example.com";
      entity.remark = "联系人欧阳示例 13912345678";
    });
    const answer = await diff(await resent(first, ["entity.name"], second));
    expect(lines(answer)).toEqual(
      expect.arrayContaining([
        "CHANGED entity.responsiblePerson.name",
        "CHANGED entity.responsiblePerson.idNumber",
        "CHANGED entity.responsiblePerson.mobile",
        "ADDED entity.remark",
      ]),
    );
    const shown = JSON.stringify(answer);
    const values = [...personalDataOf(first), ...personalDataOf(second)].map(({ value }) => value);
    expect(values.length).toBeGreaterThan(10);
    expect(values.filter((value) => shown.includes(value))).toEqual([]);
  });

  it.each([
    [1, 2],
    [2, 1],
    [7, 1],
  ])("of revisions %i and %i is refused where one does not exist", async (from, to) => {
    const { orderNo } = await desk.claimed(companyFiling());
    expect(await compareRevisions(server.deps, { orderNo, from, to })).toMatchObject({
      code: "ORDER_NOT_FOUND",
    });
  });

  it("of an order that does not exist is refused", async () => {
    const unknown = { orderNo: "ORD-9999", from: 1, to: 1 };
    expect(await compareRevisions(server.deps, unknown)).toMatchObject({ code: "ORDER_NOT_FOUND" });
  });
});
