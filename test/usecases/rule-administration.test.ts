import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { startRuleThread } from "#server/rule-thread/start-rule-thread";
import { listRules } from "#server/usecases/list-rules";
import { recheckQueue } from "#server/usecases/recheck-queue";
import { setRule } from "#server/usecases/set-rule";
import type { RuleRow, setRuleInput } from "#shared/contract/staff-rules";
import { RULES } from "#shared/domain/rules/catalogue";
import { cleanFilings } from "#test/support/clean-filings";
import { companyFiling } from "#test/support/judged-desk";
import { DAY_MS, HOUR_MS } from "#test/support/order-fixtures";
import { ADMIN1, granted, ruleDesk, violationsOf } from "#test/support/rule-desk";
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
const FOUND = "R-027 entity.certValidTo";

const expired = () =>
  companyFiling((application) => {
    application.entity.certValidTo = "2020-01-01";
  });
const expiredElsewhere = () => {
  const [application] = cleanFilings(1, ({ entity }) => entity.certValidTo != null);
  if (application === undefined) throw new Error("no filing");
  return { ...application, entity: { ...application.entity, certValidTo: "2020-01-01" } };
};
const set = (patch: Partial<z.infer<typeof setRuleInput>> = {}) =>
  setRule(
    server.deps,
    { ruleId: "R-027", enabled: false, severity: null, effectiveFrom: TODAY, reason: "试运行", ...patch },
    ADMIN1,
  );
const row = async (ruleId = "R-027"): Promise<RuleRow | undefined> =>
  (await listRules(server.deps)).rules.find(({ id }) => id === ruleId);

describe("a rule switched off from today on", () => {
  it("is silent at the next claim", async () => {
    const orderNo = await desk.submitted(expired());
    expect(violationsOf(await desk.detail(orderNo))).toEqual([FOUND]);
    granted(await set());
    expect(violationsOf(await desk.detail(orderNo))).toEqual([FOUND]);
    expect(violationsOf(await desk.claim(orderNo))).toEqual([]);
  });

  it("is taken out of the findings of every order that waits", async () => {
    const orderNo = await desk.submitted(expired());
    expect(await listRules(server.deps)).toMatchObject({ recheckLeft: 0 });
    granted(await set());
    expect(await listRules(server.deps)).toMatchObject({ recheckLeft: 1 });
    const thread = startRuleThread();
    expect(await recheckQueue(server.deps, thread)).toBe(true);
    expect(await recheckQueue(server.deps, thread)).toBe(false);
    await thread.stop();
    expect(violationsOf(await desk.detail(orderNo))).toEqual([]);
    expect(await listRules(server.deps)).toMatchObject({ recheckLeft: 0 });
  });

  it("speaks again once it is switched on", async () => {
    const orderNo = await desk.submitted(expired());
    granted(await set());
    expect(await desk.found(orderNo)).toEqual([]);
    granted(await set({ enabled: true }));
    expect(await desk.found(orderNo)).toEqual([FOUND]);
  });

  it("leaves who, what and from when in the audit trail", async () => {
    granted(await set({ severity: "warn" }));
    expect(await desk.administered()).toEqual([
      {
        action: "addRuleSetting",
        data: { ruleId: "R-027", enabled: false, severity: "warn", effectiveFrom: TODAY, revision: 1 },
      },
    ]);
  });
});

describe("a rule that changes from tomorrow on", () => {
  it("stays as it is today, and says what is coming", async () => {
    const order = await desk.claimed(expired());
    granted(await set({ effectiveFrom: TOMORROW }));
    expect(await row()).toMatchObject({
      enabled: true,
      severity: "block",
      scheduled: { enabled: false, effectiveFrom: TOMORROW, reason: "试运行", changedBy: "admin1" },
    });
    expect(await desk.found(order.orderNo)).toEqual([FOUND]);
  });

  it("makes no verdict stale and no order wait for a re-check before its day", async () => {
    const order = await desk.claimed(expired());
    granted(await set({ effectiveFrom: TOMORROW }));
    expect(await listRules(server.deps)).toMatchObject({ recheckLeft: 0 });
    const overrides = [{ ruleId: "R-027", fieldPath: "entity.certValidTo", reason: "已核对新证件" }];
    expect(await desk.verdict(order, { overrides })).toMatchObject({ kind: "DONE" });
  });

  it("is in force on the day, and no longer coming", async () => {
    const orderNo = await desk.submitted(expired());
    granted(await set({ effectiveFrom: TOMORROW }));
    server.clock.nowMs += DAY_MS;
    expect(await desk.found(orderNo)).toEqual([]);
    expect(await row()).toMatchObject({ enabled: false, scheduled: null });
  });

  it("begins at midnight in Shanghai", async () => {
    server.clock.nowMs = Date.parse("2026-03-02T23:59:59+08:00");
    const orderNo = await desk.submitted(expired());
    granted(await set({ effectiveFrom: TOMORROW }));
    expect(await desk.found(orderNo)).toEqual([FOUND]);
    server.clock.nowMs += 1000;
    expect(await desk.found(orderNo)).toEqual([]);
  });

  it("shows the correction where the same day was set twice", async () => {
    granted(await set({ effectiveFrom: TOMORROW }));
    granted(await set({ effectiveFrom: TOMORROW, enabled: true, severity: "info", reason: "只作提示" }));
    expect(await row()).toMatchObject({ scheduled: { enabled: true, severity: "info", reason: "只作提示" } });
    server.clock.nowMs += DAY_MS;
    expect(await row()).toMatchObject({ enabled: true, severity: "info" });
  });
});

describe("a change of a rule", () => {
  it.each([
    ["that nobody knows", { ruleId: "R-999" }, "RULE_NOT_FOUND"],
    ["from a day that has passed", { effectiveFrom: "2026-03-01" }, "EFFECTIVE_IN_PAST"],
    ["whose findings nobody may set aside", { ruleId: "R-001" }, "RULE_FIXED"],
    ["of that kind made milder", { ruleId: "R-001", enabled: true, severity: "warn" as const }, "RULE_FIXED"],
  ])("%s is refused and changes nothing", async (_what, patch, code) => {
    expect(await set(patch)).toMatchObject({ kind: "EDGE_REFUSAL", code });
    expect(await server.store.ruleConfig()).toMatchObject({ revision: 0, settings: [] });
    expect(await desk.administered()).toEqual([]);
  });

  it("from today is still possible a minute before midnight", async () => {
    server.clock.nowMs += 13 * HOUR_MS + 59 * 60_000;
    expect(await set()).toMatchObject({ kind: "DONE" });
  });
});

describe("a rule made milder", () => {
  it("warns, and lets an approval through without a word", async () => {
    granted(await set({ enabled: true, severity: "warn" }));
    const order = await desk.claimed(expired());
    expect(order.findings.find(({ ruleId }) => ruleId === "R-027")).toMatchObject({
      severity: "warn",
      fieldPath: "entity.certValidTo",
    });
    expect(await row()).toMatchObject({ severity: "warn", declaredSeverity: "block" });
    expect(await desk.verdict(order)).toMatchObject({ kind: "DONE" });
  });

  it("blocks again with no severity of its own", async () => {
    granted(await set({ enabled: true, severity: "warn" }));
    granted(await set({ enabled: true, severity: null }));
    const order = await desk.claimed(expired());
    expect(await desk.verdict(order)).toMatchObject({ code: "UNRESOLVED_FINDINGS" });
  });
});

describe("the list of rules", () => {
  it("has every rule as declared on a fresh desk, with nothing counted", async () => {
    const { rules } = await listRules(server.deps);
    expect(rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
    for (const rule of rules) {
      const { declaredSeverity: severity } = rule;
      expect(rule).toMatchObject({ enabled: true, severity, hits: 0, overrideRate: null, scheduled: null });
    }
  });

  it("counts hits and how often a rule is overruled", async () => {
    const overruled = await desk.claimed(expired());
    const overrides = [{ ruleId: "R-027", fieldPath: "entity.certValidTo", reason: "已核对新证件" }];
    expect(await row()).toMatchObject({ hits: 1, openHits: 1, accepted: 0, overrideRate: null });
    await desk.verdict(overruled, { overrides });
    expect(await row()).toMatchObject({ hits: 1, openHits: 0, overridden: 1, overrideRate: 1 });
    const accepted = await desk.claimed(expiredElsewhere());
    const reason = { fieldPath: "entity.certValidTo", text: "证件已过期", ruleId: "R-027" };
    await desk.verdict(accepted, { outcome: "REJECT", reasons: [reason] });
    expect(await row()).toMatchObject({
      hits: 2,
      openHits: 0,
      accepted: 1,
      overridden: 1,
      overrideRate: 0.5,
    });
    expect(await row("R-022")).toMatchObject({ hits: 0, overrideRate: null });
  });
});
