import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createHttpGateway } from "#server/bureau/http-gateway";
import { createBureauSimulator } from "#server/bureau-simulator/create-bureau-simulator";
import { createHttpSimulator } from "#server/simulator/http-simulator";
import { done, edgeRefuse } from "#server/usecases/reply";
import type { SimulatorStatus } from "#shared/contract/staff-simulator";
import { NOW_MS } from "#test/support/order-fixtures";
import { startTestServer, type TestServer } from "#test/support/test-server";

const SECRET = "a secret for this test";

let server: TestServer;
const bureau = { url: "" };
const closing: (() => Promise<void>)[] = [];

beforeEach(async () => {
  const embedded = await createBureauSimulator({
    secret: SECRET,
    provider: "demo-provider",
    clockFactor: 1,
    seed: "test",
    nowMs: () => NOW_MS,
  });
  const gateway = createHttpGateway({
    get baseUrl() {
      return bureau.url;
    },
    secret: SECRET,
    now: () => NOW_MS,
    newId: () => crypto.randomUUID(),
  });
  const simulator = createHttpSimulator({
    bureau,
    gateway,
    applicantFix: async (orderNo) =>
      orderNo === "A" ? done({ orderNo, status: "REVISED_PENDING_REVIEW" }) : edgeRefuse("BAD_INPUT"),
  });
  server = await startTestServer({ services: { simulator, bureau: embedded.app } });
  bureau.url = server.url;
  closing.push(
    () => embedded.stop(),
    () => gateway.close(),
  );
});
afterEach(async () => {
  await server.stop();
  for (const close of closing.splice(0)) await close();
});

describe("the simulator page", () => {
  it("shows the bureau's clock and settings, and changes them", async () => {
    const reviewer = await server.signIn("reviewer1");
    const before = await reviewer.must<SimulatorStatus>("simulator.status");
    expect(before).toMatchObject({ control: { profile: "none", clockFactor: 1 }, filedEntities: 0 });
    const after = await reviewer.must<SimulatorStatus>("simulator.control", {
      clockFactor: 3600,
      advanceMs: 60_000,
      forced: [{ match: "BA1", outcome: "REFUSE" }],
    });
    expect(after.control).toMatchObject({ clockFactor: 3600, forced: [{ match: "BA1", outcome: "REFUSE" }] });
    expect(after.bureauTimeMs - before.bureauTimeMs).toBeGreaterThanOrEqual(60_000);
  });

  it("lists the codes on their way and passes on what is typed", async () => {
    const reviewer = await server.signIn("reviewer1");
    expect(await reviewer.must("simulator.sms")).toEqual({ codes: [] });
    const typed = { phone: "13800000001", code: "000000", idTail: "12002X" };
    expect(await reviewer.must("simulator.verify", typed)).toMatchObject({ verified: false });
    const { phone, idTail } = typed;
    expect(await reviewer.must("simulator.resend", { phone, idTail })).toMatchObject({ sent: false });
  });

  it("lets the applicant mend an order, or says why not", async () => {
    const reviewer = await server.signIn("reviewer1");
    expect(await reviewer.must("simulator.applicantFix", { orderNo: "A" })).toEqual({
      orderNo: "A",
      status: "REVISED_PENDING_REVIEW",
    });
    expect((await reviewer.call("simulator.applicantFix", { orderNo: "B" })).error?.refusal).toBe(
      "BAD_INPUT",
    );
  });

  it("says so when nobody answers, and when there is none", async () => {
    bureau.url = "http://127.0.0.1:9";
    const reviewer = await server.signIn("reviewer1");
    expect(await reviewer.call("simulator.status")).toMatchObject({
      status: 502,
      error: { refusal: "SIMULATOR_UNREACHABLE" },
    });
    await using bare = await startTestServer();
    const other = await bare.signIn("reviewer1");
    expect((await other.call("simulator.status")).error?.refusal).toBe("SIMULATOR_ABSENT");
  });
});
