import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "#db/store";
import { type RuleThread, startRuleThread } from "#server/rule-thread/start-rule-thread";
import { recheckQueue } from "#server/usecases/recheck-queue";
import { refreshFindings } from "#server/usecases/refresh-findings";
import { editList } from "#server/usecases/rule-lists";
import { ruleSetOn } from "#server/usecases/rule-set";
import { setRule } from "#server/usecases/set-rule";
import { RULES } from "#shared/domain/rules/catalogue";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { mixedFilings } from "#test/support/clean-filings";
import { companyFiling } from "#test/support/judged-desk";
import { DAY_MS, MINUTE_MS } from "#test/support/order-fixtures";
import { ADMIN1, granted, ruleDesk, violationsOf } from "#test/support/rule-desk";
import { startTestServer, type TestServer } from "#test/support/test-server";

const TODAY = "2026-03-02";
const TOMORROW = "2026-03-03";
const BUNDLE = 25;
const ORDERS = 60;
/** No rule survives it: whoever judges it dies. */
const UNREADABLE: RuleInput = JSON.parse("{}");

let server: TestServer;
let desk: ReturnType<typeof ruleDesk>;
let thread: RuleThread;
let losesFindings = false;

/** Findings get lost on their way into the database where a test says so, as by a crash after the submission. */
function forgetful(store: Store): Store {
  return {
    ...store,
    saveFindings: async (record) => {
      if (losesFindings) throw new Error("crashed before the findings were kept");
      await store.saveFindings(record);
    },
  };
}

beforeEach(async () => {
  losesFindings = false;
  server = await startTestServer({ rules: RULES, wrap: forgetful });
  desk = ruleDesk(server);
  thread = startRuleThread();
});
afterEach(async () => {
  await thread.stop();
  await server.stop();
});

/** From now on every address is somebody else's. */
async function giveUpAddresses(): Promise<void> {
  const edit = {
    list: "ipPools",
    value: ["198.51.100.0/24"],
    effectiveFrom: TODAY,
    reason: "地址池已回收",
  } as const;
  granted(await editList(server.deps, edit, ADMIN1));
}

async function recheckAll(): Promise<void> {
  while (await recheckQueue(server.deps, thread));
}

const stored = (orderNo: string) => server.store.findings(orderNo);
const found = async (orderNo: string) => violationsOf((await stored(orderNo))?.report ?? { findings: [] });

describe("re-checking a queue after an edit of the rules", () => {
  it("gives every order what a run of its own would give, the most urgent ones first", async () => {
    const orderNos: string[] = [];
    for (const application of mixedFilings(ORDERS)) {
      orderNos.push(await desk.submitted(application));
      server.clock.nowMs += MINUTE_MS;
    }
    await giveUpAddresses();
    const milder = { ruleId: "R-140", enabled: true, severity: "warn" } as const;
    granted(await setRule(server.deps, { ...milder, effectiveFrom: TODAY, reason: "过渡期" }, ADMIN1));
    const { version } = await ruleSetOn(server.deps, TODAY);
    const waiting = async () => {
      const sets = await Promise.all(orderNos.map(async (orderNo) => (await stored(orderNo))?.ruleSet));
      return orderNos.filter((_, index) => sets[index] !== version);
    };
    expect(await waiting()).toEqual(orderNos);
    // One bundle, then somebody stops the server: the rest is left for another time.
    const bundles: number[] = [];
    const pace = {
      stopping: () => bundles.length > 0,
      rest: async (tookMs: number) => void bundles.push(tookMs),
    };
    expect(await recheckQueue(server.deps, thread, pace)).toBe(true);
    expect(await waiting()).toEqual(orderNos.slice(BUNDLE));
    await recheckAll();
    expect(await waiting()).toEqual([]);

    let foreign = 0;
    for (const orderNo of orderNos) {
      const kept = await stored(orderNo);
      const warned = kept?.report.findings.find(({ ruleId }) => ruleId === "R-140");
      foreign += warned?.severity === "warn" ? 1 : 0;
      const own = await refreshFindings(server.deps, orderNo);
      expect({ ...kept, ranAtMs: null }).toEqual({ ...own, ranAtMs: null });
    }
    expect(foreign).toBeGreaterThan(ORDERS / 2);
  });

  it("says that there is nothing to do where nothing is, without starting a thread", async () => {
    await desk.submitted(companyFiling());
    const never: RuleThread = { judge: () => Promise.reject(new Error("asked")), stop: async () => {} };
    expect(await recheckQueue(server.deps, never)).toBe(false);
  });

  it("looks again on the next day, by that day's calendar", async () => {
    const expires = (application: { entity: { certValidTo?: string | null } }) => {
      application.entity.certValidTo = TODAY;
    };
    const orderNo = await desk.submitted(companyFiling(expires));
    expect(await found(orderNo)).toEqual([]);
    server.clock.nowMs += DAY_MS;
    await recheckAll();
    expect(await stored(orderNo)).toMatchObject({ ranOn: TOMORROW });
    expect(await found(orderNo)).toEqual(["R-027 entity.certValidTo"]);
  });
});

describe("orders that move while their re-check is under way", () => {
  /** A thread in which nothing is ever found, and during whose work something happens. */
  const meanwhile = (happens: () => Promise<unknown>): RuleThread => ({
    judge: async (inputs) => {
      await happens();
      return inputs.map(() => ({ findings: [], questions: [] }));
    },
    stop: async () => {},
  });

  it("keep the findings of their verdict when they left review", async () => {
    const order = await desk.claimed(companyFiling());
    await giveUpAddresses();
    const { version } = await desk.detail(order.orderNo);
    const reason = { fieldPath: "services[0].ipRanges[0]", text: "IP 不属于本平台", ruleId: "R-140" };
    const decide = async () => {
      const { findingsVersion } = (await refreshed(order.orderNo)) ?? {};
      const decided = { orderNo: order.orderNo, version, findingsVersion: findingsVersion ?? null };
      granted(await desk.verdict(decided, { outcome: "REJECT", reasons: [reason] }));
    };
    expect(await recheckQueue(server.deps, meanwhile(decide))).toBe(true);
    expect(await server.store.load(order.orderNo)).toMatchObject({ status: "FIRST_REVIEW_REJECTED" });
    expect(await found(order.orderNo)).toContain("R-140 services[0].ipRanges[0]");
    expect(await recheckQueue(server.deps, thread)).toBe(false);
  });

  it("keep what a claim found a moment later", async () => {
    const orderNo = await desk.submitted(companyFiling());
    await giveUpAddresses();
    await recheckQueue(
      server.deps,
      meanwhile(() => desk.claim(orderNo)),
    );
    expect(await found(orderNo)).toContain("R-140 services[0].ipRanges[0]");
  });

  async function refreshed(orderNo: string) {
    const record = await refreshFindings(server.deps, orderNo);
    return record === null ? null : { findingsVersion: record.version };
  }
});

describe("the thread of the rules", () => {
  it("fails the work it had when it dies, and none after that", async () => {
    const orderNo = await desk.submitted(companyFiling());
    await giveUpAddresses();
    const lost = await Promise.allSettled([thread.judge([UNREADABLE], {}), thread.judge([], {})]);
    expect(lost.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await recheckQueue(server.deps, thread)).toBe(true);
    expect(await found(orderNo)).toContain("R-140 services[0].ipRanges[0]");
  });

  it("leaves an order to be re-checked when it dies over it", async () => {
    const orderNo = await desk.submitted(companyFiling());
    const before = await stored(orderNo);
    await giveUpAddresses();
    const dying: RuleThread = { ...thread, judge: () => thread.judge([UNREADABLE], {}) };
    await expect(recheckQueue(server.deps, dying)).rejects.toThrow();
    expect(await stored(orderNo)).toEqual(before);
    await recheckAll();
    expect(await found(orderNo)).toContain("R-140 services[0].ipRanges[0]");
  });

  it("stops at once, with a job or without, and begins anew with the next", async () => {
    await thread.stop();
    const ended = expect(thread.judge([], {})).rejects.toThrow("rule thread ended");
    await thread.stop();
    await ended;
    expect(await thread.judge([], {})).toEqual([]);
    await thread.stop();
  });
});

describe("a crash after the submission and before its findings", () => {
  it("leaves an order that the next re-check judges", async () => {
    losesFindings = true;
    const expired = companyFiling((application) => {
      application.entity.certValidTo = "2020-01-01";
    });
    await expect(desk.submitted(expired)).rejects.toThrow("crashed");
    const { rows } = await server.store.queue({ view: "ALL" }, "reviewer1", server.clock.nowMs);
    const orderNo = rows[0]?.orderNo ?? "";
    expect(await server.store.load(orderNo)).toMatchObject({ status: "PENDING_FIRST_REVIEW" });
    expect(await stored(orderNo)).toBeNull();
    losesFindings = false;
    await recheckAll();
    expect(await found(orderNo)).toEqual(["R-027 entity.certValidTo"]);
  });
});
