import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claimOrder } from "#server/usecases/claim-order";
import { getOrderDetail } from "#server/usecases/get-order-detail";
import { recheckOrder } from "#server/usecases/recheck-order";
import { releaseOrder } from "#server/usecases/release-order";
import { undoVerdict } from "#server/usecases/undo-verdict";
import type { OrderDetail } from "#shared/contract/staff-orders";
import { RULES } from "#shared/domain/rules/catalogue";
import { companyFiling, judgedDesk } from "#test/support/judged-desk";
import { MINUTE_MS } from "#test/support/order-fixtures";
import { LEAD1, REVIEWER1, staffDesk } from "#test/support/staff-desk";
import { startTestServer, type TestServer } from "#test/support/test-server";

let server: TestServer;
let desk: ReturnType<typeof judgedDesk>;
beforeEach(async () => {
  server = await startTestServer({ rules: RULES });
  desk = judgedDesk(server);
});
afterEach(() => server.stop());

const EXPIRED = "2020-01-01";
const expired = () =>
  companyFiling((application) => {
    application.entity.certValidTo = EXPIRED;
  });
const violations = (order: Pick<OrderDetail, "findings">) =>
  order.findings.filter(({ state }) => state === "VIOLATED").map(({ ruleId }) => ruleId);
const detail = async (orderNo: string) => {
  const reply = await getOrderDetail(server.deps, { orderNo }, REVIEWER1);
  if (reply.kind !== "DONE") throw new Error("no detail");
  return reply.value;
};
const OVERRIDE = { ruleId: "R-027", fieldPath: "entity.certValidTo", reason: "已核对新证件" };

describe("an order that the rules have judged", () => {
  it("is clean when nothing is wrong, and is approved without a word", async () => {
    const order = await desk.claimed(companyFiling());
    expect(violations(order)).toEqual([]);
    expect(order.suggestion.outcome).toBe("APPROVE");
    expect(order.findingsVersion).not.toBeNull();
    expect(await desk.verdict(order)).toMatchObject({ value: { status: "PENDING_BUREAU_SUBMISSION" } });
  });

  it("carries its findings with rule, evidence, source, message and the customer's sentence", async () => {
    const order = await desk.claimed(expired());
    expect(order.findings.find(({ ruleId }) => ruleId === "R-027")).toMatchObject({
      fieldPath: "entity.certValidTo",
      severity: "block",
      suggestedOutcome: "REJECT",
      source: "HW-KB 1.6; doc_0024",
      texts: [{ templateCode: "T-ENT-03" }],
    });
    expect(order.suggestion).toMatchObject({ outcome: "REJECT", ruleIds: ["R-027"] });
    expect(order.questions.length).toBeGreaterThan(0);
    expect(order.province).toMatchObject({ code: "GD" });
    expect(order.materialNeeds.needs.every(({ state }) => state !== "MISSING")).toBe(true);
  });

  it("asks before the approval what can only be asked before the push, and blocks nothing by it", async () => {
    const heavy = companyFiling();
    const order = await desk.claimed(heavy, REVIEWER1, 900_000);
    expect(order.questions.map(({ ruleId }) => ruleId)).toContain("R-087");
    expect(violations(order)).toEqual([]);
  });

  it("counts its findings in the queue", async () => {
    const orderNo = await desk.submitted(expired());
    const page = await server.store.queue({ view: "ALL" }, "reviewer1", server.clock.nowMs);
    expect(page.rows.find((row) => row.orderNo === orderNo)?.findings).toEqual({ block: 1, warn: 0 });
  });
});

describe("approving over a blocking finding", () => {
  it("is refused, changes nothing, and says how many are open", async () => {
    const order = await desk.claimed(expired());
    const { traces } = staffDesk(server);
    const before = await traces(order.orderNo);
    expect(await desk.verdict(order)).toMatchObject({ code: "UNRESOLVED_FINDINGS", params: { count: 1 } });
    expect(await traces(order.orderNo)).toEqual(before);
  });

  it("needs a reason for each, which the audit trail and the figures keep", async () => {
    const order = await desk.claimed(expired());
    expect(await desk.verdict(order, { overrides: [{ ...OVERRIDE, reason: " " }] })).toMatchObject({
      code: "COMMENT_REQUIRED",
    });
    expect(await desk.verdict(order, { overrides: [OVERRIDE] })).toMatchObject({ kind: "DONE" });
    const events = await server.store.history(order.orderNo);
    expect(events.at(-1)?.data).toMatchObject({ overrides: ["R-027"] });
    const figures = await server.store.ruleFigures();
    expect(figures.find(({ ruleId }) => ruleId === "R-027")).toMatchObject({ hits: 1, overridden: 1 });
  });

  it("does not count when the verdict was taken back", async () => {
    const order = await desk.claimed(expired());
    await desk.verdict(order, { overrides: [OVERRIDE] });
    const { orderNo } = order;
    await undoVerdict(server.deps, { orderNo, requestId: "request-undo" }, REVIEWER1);
    const figures = await server.store.ruleFigures();
    expect(figures.find(({ ruleId }) => ruleId === "R-027")).toMatchObject({ overridden: 0 });
  });

  it("is a lead's where the rule says so", async () => {
    const filed = companyFiling((application) => {
      const registry = application.evidence?.miitRegistry;
      if (registry) registry.entityFiled = true;
    });
    const order = await desk.claimed(filed);
    expect(violations(order)).toEqual(["R-003"]);
    const overrides = [{ ruleId: "R-003", fieldPath: null, reason: "系统数据延迟" }];
    expect(await desk.verdict(order, { overrides })).toMatchObject({
      code: "OVERRIDE_NOT_ALLOWED",
      params: { ruleId: "R-003" },
    });
    const { orderNo } = order;
    await releaseOrder(server.deps, { orderNo, requestId: "request-release" }, REVIEWER1);
    const version = (await detail(orderNo)).version;
    await claimOrder(server.deps, { orderNo, version, requestId: "request-lead" }, LEAD1);
    expect(await desk.verdict(await detail(orderNo), { overrides }, LEAD1)).toMatchObject({ kind: "DONE" });
  });

  it("asks nothing of a warning", async () => {
    const order = await desk.claimed(
      companyFiling((application) => {
        const [service] = application.services;
        if (service) service.languages = [1, 12];
      }),
    );
    expect(violations(order)).toEqual(["R-115"]);
    expect(await desk.verdict(order)).toMatchObject({ kind: "DONE" });
  });
});

describe("a verdict on findings that are no longer those", () => {
  it("is refused after a rule was switched off, and accepted on the new ones", async () => {
    const order = await desk.claimed(expired());
    await server.store.addRuleSetting({
      ruleId: "R-027",
      enabled: false,
      severity: null,
      effectiveFrom: "2026-03-01",
      reason: "试运行",
      changedBy: "admin1",
      changedAtMs: server.clock.nowMs,
    });
    expect(await desk.verdict(order)).toMatchObject({ code: "STALE_FINDINGS" });
    const now = await detail(order.orderNo);
    expect(violations(now)).toEqual([]);
    expect(now.findingsVersion).not.toBe(order.findingsVersion);
    expect(await desk.verdict(now)).toMatchObject({ kind: "DONE" });
  });

  it("is refused when something expired at midnight", async () => {
    server.clock.nowMs = Date.parse("2026-03-02T23:50:00+08:00");
    const order = await desk.claimed(
      companyFiling((application) => {
        application.entity.certValidTo = "2026-03-02";
      }),
    );
    expect(violations(order)).toEqual([]);
    server.clock.nowMs += 15 * MINUTE_MS;
    expect(await desk.verdict(order)).toMatchObject({ code: "STALE_FINDINGS" });
    const again = await recheckOrder(server.deps, order, REVIEWER1);
    expect(again.kind === "DONE" ? violations(again.value) : []).toEqual(["R-027"]);
  });

  it("is not stale when a new run found the same", async () => {
    const order = await desk.claimed(companyFiling());
    await recheckOrder(server.deps, order, REVIEWER1);
    expect((await detail(order.orderNo)).findingsVersion).toBe(order.findingsVersion);
    expect(await desk.verdict(order)).toMatchObject({ kind: "DONE" });
  });
});

describe("a finding in the message", () => {
  it("is stored with its rule and in both languages, and counts as accepted", async () => {
    const order = await desk.claimed(expired());
    const finding = order.findings.find(({ ruleId }) => ruleId === "R-027");
    const [text] = finding?.texts ?? [];
    const reason = {
      templateCode: text?.templateCode ?? "",
      fieldPath: finding?.fieldPath ?? "",
      params: finding?.params ?? {},
      text: text?.text.zh ?? "",
      ruleId: "R-027",
    };
    expect(await desk.verdict(order, { outcome: "REJECT", reasons: [reason] })).toMatchObject({
      kind: "DONE",
    });
    const [given] = await server.store.verdicts(order.orderNo);
    expect(given?.reasons[0]).toMatchObject({
      ruleId: "R-027",
      problem: text?.text.zh,
      problemEn: text?.text.en,
    });
    const figures = await server.store.ruleFigures();
    expect(figures.find(({ ruleId }) => ruleId === "R-027")).toMatchObject({ accepted: 1, overridden: 0 });
  });

  it("cannot be sent with a hole in it", async () => {
    const order = await desk.claimed(expired());
    const reason = { templateCode: "T-ENT-03", fieldPath: "entity.certValidTo", params: {}, ruleId: "R-027" };
    expect(await desk.verdict(order, { outcome: "REJECT", reasons: [reason] })).toMatchObject({
      code: "UNFILLED_PLACEHOLDER",
    });
  });
});
