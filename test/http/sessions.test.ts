import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { HOUR_MS, MINUTE_MS } from "#test/support/order-fixtures";
import type { OpenStream } from "#test/support/staff-caller";
import { startTestServer, type TestServer } from "#test/support/test-server";

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ sessions: { watchEveryMs: 20 } });
});
afterEach(() => server.stop());

const BACKGROUND = { "x-icp-background": "1" };

describe("the end of a session", () => {
  it("comes after 30 minutes without input", async () => {
    const reviewer = await server.signIn("reviewer1");
    server.clock.nowMs += 30 * MINUTE_MS - 1;
    expect((await reviewer.call("queue.counts")).status).toBe(200);
    server.clock.nowMs += 30 * MINUTE_MS - 1;
    expect((await reviewer.call("queue.counts")).status).toBe(200);
    server.clock.nowMs += 30 * MINUTE_MS;
    const late = await reviewer.call("queue.counts");
    expect(late.status).toBe(401);
    expect(late.error).toMatchObject({ refusal: "SIGN_IN_REQUIRED", messageZh: "请先登录" });
  });

  it("is not put off by polling, prefetch or the event stream", async () => {
    const reviewer = await server.signIn("reviewer1");
    for (let minute = 0; minute < 30; minute += 5) {
      expect((await reviewer.call("queue.counts", {}, BACKGROUND)).status).toBe(200);
      const stream = await reviewer.stream();
      expect(stream.status).toBe(200);
      stream.close();
      server.clock.nowMs += 5 * MINUTE_MS;
    }
    expect((await reviewer.call("queue.counts", {}, BACKGROUND)).error?.refusal).toBe("SIGN_IN_REQUIRED");
  });

  it("comes after eight hours however busy one is", async () => {
    const reviewer = await server.signIn("reviewer1");
    for (let minute = 0; minute < 8 * 60; minute += 20) {
      expect((await reviewer.call("queue.counts")).status).toBe(200);
      server.clock.nowMs += 20 * MINUTE_MS;
    }
    expect((await reviewer.call("queue.counts")).error?.refusal).toBe("SIGN_IN_REQUIRED");
  });

  it("comes with the sign-out, for good, and is on the audit trail", async () => {
    const reviewer = await server.signIn("reviewer1");
    expect(await reviewer.signOut()).toBe(200);
    expect((await reviewer.call("session.me")).error?.refusal).toBe("SIGN_IN_REQUIRED");
    expect((await server.auditActions()).at(-1)).toBe("reviewer1 signOut");
  });

  it("comes with a change of roles", async () => {
    const reviewer = await server.signIn("reviewer1");
    const admin = await server.signIn("admin1");
    await admin.must("staff.setRoles", { username: "reviewer1", roles: ["MANAGER"], requestId: "request-1" });
    expect((await reviewer.call("session.me")).error?.refusal).toBe("SIGN_IN_REQUIRED");
    const again = await server.signIn("reviewer1");
    expect((await again.call("queue.claimNext", { requestId: "request-2" })).error?.refusal).toBe(
      "NOT_PERMITTED",
    );
  });

  it.each([["sid=unknown"], ["sid="], [`sid=${"x".repeat(5000)}`], ["other=1; sid"]])(
    "nothing opens one: %.20s",
    async (cookie) => {
      const { status } = await server.anonymous.call("session.me", {}, { cookie });
      expect(status).toBe(401);
    },
  );

  it("leaves the sessions of the same person elsewhere alone", async () => {
    const here = await server.signIn("reviewer1");
    const there = await server.signIn("reviewer1");
    await here.signOut();
    expect((await there.call("session.me")).status).toBe(200);
  });
});

describe("an open stream", () => {
  const endsSoon = async (stream: OpenStream) => {
    await vi.waitFor(() => expect(stream.text()).toContain("SIGN_IN_REQUIRED"), { timeout: 5_000 });
    await stream.ended;
  };

  it("ends at the sign-out, and says why", async () => {
    const reviewer = await server.signIn("reviewer1");
    const streams = await Promise.all([reviewer.stream(), reviewer.stream(), reviewer.stream()]);
    await reviewer.signOut();
    for (const stream of streams) await endsSoon(stream);
    await vi.waitFor(() => expect(server.services.streams.count()).toBe(0));
  });

  it("ends when the session ran out", async () => {
    const reviewer = await server.signIn("reviewer1");
    const stream = await reviewer.stream();
    server.clock.nowMs += 8 * HOUR_MS;
    await endsSoon(stream);
  });

  it("ends when somebody takes the roles away", async () => {
    const reviewer = await server.signIn("reviewer1");
    const admin = await server.signIn("admin1");
    const stream = await reviewer.stream();
    await admin.must("staff.setRoles", { username: "reviewer1", roles: ["MANAGER"], requestId: "request-1" });
    await endsSoon(stream);
  });

  it("is refused without a session and without the right to read the queue", async () => {
    const auditor = await server.signIn("auditor1");
    const [nobody, wrongRole] = await Promise.all([server.anonymous.stream(), auditor.stream()]);
    await Promise.all([nobody.ended, wrongRole.ended]);
    expect(nobody.text()).toContain("SIGN_IN_REQUIRED");
    expect(wrongRole.text()).toContain("NOT_PERMITTED");
  });
});
