import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type RuleThread, startRuleThread } from "#server/rule-thread/start-rule-thread";
import { setRule } from "#server/usecases/set-rule";
import { startRecheckLoop } from "#server/workers/recheck-loop";
import { RULES } from "#shared/domain/rules/catalogue";
import { companyFiling, judgedDesk } from "#test/support/judged-desk";
import { staff } from "#test/support/order-fixtures";
import { startTestServer, type TestServer } from "#test/support/test-server";

const ADMIN = staff("admin1", "ADMIN");

let server: TestServer;
let thread: RuleThread;
beforeEach(async () => {
  server = await startTestServer({ rules: RULES });
  thread = startRuleThread();
});
afterEach(async () => {
  await thread.stop();
  await server.stop();
});

async function edit(severity: "warn" | "info"): Promise<void> {
  const change = { ruleId: "R-115", enabled: true, severity, effectiveFrom: "2026-03-02", reason: "试运行" };
  expect(await setRule(server.deps, change, ADMIN)).toMatchObject({ kind: "DONE" });
}

it("applies an edited rule to the queue by itself, again and again, and ends when it is told to", async () => {
  const orderNo = await judgedDesk(server).submitted(
    companyFiling((application) => {
      const [service] = application.services;
      if (service) service.languages = [1, 12];
    }),
  );
  const severity = async () => {
    const record = await server.store.findings(orderNo);
    return record?.report.findings.find(({ ruleId }) => ruleId === "R-115")?.severity;
  };
  const loop = startRecheckLoop(server.deps, thread);
  await edit("warn");
  await vi.waitFor(async () => expect(await severity()).toBe("warn"), 15_000);
  await edit("info");
  await vi.waitFor(async () => expect(await severity()).toBe("info"), 15_000);
  expect(loop.healthy()).toBe(true);
  await loop.stop();
});

it("asks for work only when the rules or the day have changed", async () => {
  const asked = vi.spyOn(server.store, "ordersToCheck");
  const revision = vi.spyOn(server.store, "ruleConfigRevision");
  const loop = startRecheckLoop(server.deps, thread);
  await vi.waitFor(() => expect(revision.mock.calls.length).toBeGreaterThan(1), 15_000);
  expect(asked).toHaveBeenCalledTimes(1);
  server.clock.nowMs = Date.parse("2026-03-03T09:00:00+08:00");
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(2), 15_000);
  await loop.stop();
});
