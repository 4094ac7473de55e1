import { verify } from "@node-rs/argon2";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createSessionCookie } from "#server/auth/session-cookie";
import { createSignIn } from "#server/auth/sign-in";
import { MINUTE_MS } from "#test/support/order-fixtures";
import { createCaller } from "#test/support/staff-caller";
import { PASSWORD, startTestServer, type TestServer } from "#test/support/test-server";

// As it is, and watched.
vi.mock("@node-rs/argon2", { spy: true });

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

const WRONG = "not the password";

describe("signing in", () => {
  it("opens a session that says who one is and what one may do", async () => {
    const reviewer = await server.signIn("reviewer1");
    const { data } = await reviewer.call("session.me");
    expect(data).toEqual({
      username: "reviewer1",
      displayName: "reviewer1",
      roles: ["REVIEWER"],
      permissions: [
        "queue.read",
        "orders.read",
        "orders.review",
        "orders.reveal",
        "bureau.read",
        "rules.read",
        "simulator.use",
      ],
      locale: "zh-CN",
      demo: true,
    });
    expect(await server.auditActions()).toContain("reviewer1 signIn");
  });

  it("sets a cookie that scripts and other sites cannot use, and keeps no token anywhere else", async () => {
    const { setCookie, cookie, body } = await server.anonymous.signIn("reviewer1", PASSWORD);
    expect(setCookie).toMatch(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=28800$/);
    const token = cookie?.slice(4) ?? "";
    expect(JSON.stringify(body)).not.toContain(token);
    expect(server.client.serialize().includes(token)).toBe(false);
    expect(server.logged.join("")).not.toContain(token);
  });

  it("names the cookie __Host-sid over TLS", () => {
    expect(createSessionCookie(true).set("t", 1000)).toBe(
      "__Host-sid=t; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=1",
    );
  });

  it("refuses a wrong password and an unknown name in the same words", async () => {
    const wrong = await server.anonymous.signIn("reviewer1", WRONG);
    const unknown = await server.anonymous.signIn("nobody", WRONG);
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.body).toEqual(unknown.body);
    expect(wrong.body).toMatchObject({
      refusal: "SIGN_IN_FAILED",
      messageZh: "用户名或密码不正确",
      messageEn: "The user name or password is not correct",
    });
    expect(wrong.cookie).toBeNull();
  });

  it("checks a password of the same cost for an unknown name, so that time does not tell names", async () => {
    const checks = vi.mocked(verify);
    const costOf = async (username: string) => {
      checks.mockClear();
      await server.anonymous.signIn(username, WRONG);
      // `$argon2id$v=19$m=…,t=…,p=…$salt$hash`
      return checks.mock.calls.map(([passwordHash]) => String(passwordHash).split("$").slice(1, 4));
    };
    const known = await costOf("reviewer1");
    expect(known).toHaveLength(1);
    expect(known[0]?.[0]).toBe("argon2id");
    expect(await costOf("nobody")).toEqual(known);
  });

  it("keeps what was typed for an unknown name off the audit trail", async () => {
    await server.anonymous.signIn("my secret password", WRONG);
    const { rows } = await server.store.auditSearch({ limit: 200 });
    expect(rows[0]).toMatchObject({ actor: "unknown", action: "signInFailed" });
    expect(JSON.stringify(rows)).not.toContain("my secret password");
  });

  it("gives a new token each time and forgets the one that came with the request", async () => {
    const planted = await server.signIn("reviewer1");
    const again = await createCaller(server.url, planted.cookie).signIn("reviewer1", PASSWORD);
    expect(again.cookie).not.toBe(planted.cookie);
    expect((await planted.call("session.me")).error?.refusal).toBe("SIGN_IN_REQUIRED");
  });

  it.each([
    ["no body", "{}"],
    ["an unknown key", '{"username":"reviewer1","password":"x","role":"LEAD"}'],
    ["a number as name", '{"username":1,"password":"x"}'],
    ["an over-long password", JSON.stringify({ username: "a", password: "x".repeat(257) })],
    ["broken JSON", '{"username":'],
    ["a body beyond 4 KB", JSON.stringify({ username: "a", password: "x".repeat(5000) })],
  ])("refuses %s", async (_what, body) => {
    const response = await fetch(`${server.url}/api/auth/sign-in/username`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    expect([400, 413]).toContain(response.status);
    expect(await response.text()).not.toContain("xxxxx");
  });
});

describe("the temporary lock", () => {
  const fail = async (username: string, times: number) => {
    let last = await server.anonymous.signIn(username, WRONG);
    for (let i = 1; i < times; i++) last = await server.anonymous.signIn(username, WRONG);
    return last;
  };

  it("closes an account after five wrong passwords, says for how long, and opens by itself", async () => {
    expect((await fail("reviewer1", 4)).body.refusal).toBe("SIGN_IN_FAILED");
    const fifth = await fail("reviewer1", 1);
    expect(fifth.status).toBe(429);
    expect(fifth.body).toMatchObject({
      refusal: "ACCOUNT_LOCKED",
      params: { minutes: 15 },
      messageEn: "Too many failed attempts: the account is locked for now. Try again in 15 minutes",
    });
    expect((await server.anonymous.signIn("reviewer1", PASSWORD)).body.refusal).toBe("ACCOUNT_LOCKED");
    server.clock.nowMs += 15 * MINUTE_MS;
    expect((await server.anonymous.signIn("reviewer1", PASSWORD)).status).toBe(200);
    const actions = await server.auditActions();
    expect(actions.filter((action) => action === "reviewer1 signInFailed")).toHaveLength(5);
    expect(actions).toContain("reviewer1 signInLocked");
    expect(actions.at(-1)).toBe("reviewer1 signIn");
  });

  it("does not tell by its lock which names exist", async () => {
    const known = await fail("reviewer1", 5);
    const unknown = await fail("nobody", 5);
    expect(unknown.status).toBe(known.status);
    expect(unknown.body).toEqual(known.body);
    server.clock.nowMs += 15 * MINUTE_MS;
    expect((await fail("nobody", 1)).body).toEqual((await fail("reviewer1", 1)).body);
  });

  it("counts guesses that come at the same moment one after the other", async () => {
    const guess = (password: string) =>
      server.services.signIn({ username: "reviewer1", password, address: "127.0.0.1" });
    const guesses = await Promise.all([...Array<string>(6).fill(WRONG), PASSWORD].map(guess));
    const codes = guesses.map((reply) => (reply.kind === "DONE" ? "IN" : reply.code));
    expect(codes).toEqual([...Array(4).fill("SIGN_IN_FAILED"), ...Array(3).fill("ACCOUNT_LOCKED")]);
  });

  it("works as hard on an unknown name as on a known one, locked or not", async () => {
    const hardWork = async (username: string) => {
      let checks = 0;
      const matches = async () => {
        checks += 1;
        return false;
      };
      const passwords = { hash: async () => "", matches };
      const signIn = createSignIn(server.deps, passwords, server.services.sessions);
      for (let i = 0; i < 8; i++) await signIn({ username, password: WRONG, address: "127.0.0.1" });
      return checks;
    };
    expect(await hardWork("nobody")).toBe(await hardWork("reviewer1"));
  });

  it("leaves colleagues and open sessions alone", async () => {
    const reviewer = await server.signIn("reviewer1");
    await fail("reviewer1", 5);
    expect((await reviewer.call("session.me")).status).toBe(200);
    expect((await server.anonymous.signIn("reviewer2", PASSWORD)).status).toBe(200);
  });

  it("refuses an address that guesses at many names", async () => {
    for (let i = 0; i < 100; i += 20) {
      const names = Array.from({ length: 20 }, (_, n) => `name-${i + n}`);
      await Promise.all(names.map((name) => server.anonymous.signIn(name, WRONG)));
    }
    const refused = await server.anonymous.signIn("reviewer1", PASSWORD);
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ refusal: "TOO_MANY_ATTEMPTS", params: { minutes: 5 } });
    server.clock.nowMs += 5 * MINUTE_MS;
    expect((await server.anonymous.signIn("reviewer1", PASSWORD)).status).toBe(200);
  });
});
