import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { may, PERMISSIONS, type Permission } from "#shared/domain/staff/permissions";
import { NOW_MS } from "#test/support/order-fixtures";
import type { Caller } from "#test/support/staff-caller";
import { staffDesk } from "#test/support/staff-desk";
import { STAFF_PROCEDURES } from "#test/support/staff-procedures";
import { startTestServer, TEAM, type TestServer } from "#test/support/test-server";

/** No input gets a 5xx, changes anything, or comes back in the answer (assurance.md P8). */
const CANARY = "13800000001";

const SHAPES: readonly (readonly [string, unknown])[] = [
  ["a list", [CANARY]],
  ["a text", CANARY],
  ["a number", 7],
  ["an unknown key", { [`x${CANARY}`]: CANARY }],
  ["an unknown key beside a good one", { orderNo: "A", requestId: "request-1", [CANARY]: 1 }],
  ["wrong types", { orderNo: 1, requestId: {}, version: CANARY, view: [], fromMs: CANARY, username: 1 }],
  [
    "over-long texts",
    { orderNo: CANARY.repeat(100), requestId: CANARY.repeat(100), text: CANARY.repeat(1000) },
  ],
  ["a prototype", JSON.parse(`{"__proto__":{"roles":["ADMIN"]},"constructor":{"prototype":{}}}`)],
];

let server: TestServer;
const callers = new Map<string, Caller>();
beforeAll(async () => {
  server = await startTestServer();
  await staffDesk(server).claimed("A");
  for (const { username } of TEAM) callers.set(username, await server.signIn(username));
});
afterAll(() => server.stop());

function callerFor(permission: string | null | undefined): Caller {
  const named = PERMISSIONS.find((candidate) => candidate === permission) ?? null;
  const allowed = (right: Permission | null) =>
    TEAM.find(({ roles }) => right === null || may(roles, right))?.username ?? "";
  const caller = callers.get(allowed(named));
  if (caller === undefined) throw new Error(`nobody may ${permission}`);
  return caller;
}

/** Rows of everything that a call could have changed. */
function counts(): Record<string, number> {
  const tables = [
    ...["orders", "audit_events", "outbox", "verdicts", "notes", "leases", "staff", "once_keys"],
    ...["rule_changes", "blacklist", "auth_codes", "template_versions", "template_ends", "finding_runs"],
  ];
  const count = (table: string) =>
    server.client.prepare<[], { rows: number }>(`SELECT count(*) AS rows FROM ${table}`).get()?.rows ?? -1;
  return Object.fromEntries(tables.map((table) => [table, count(table)]));
}

const CALLS = STAFF_PROCEDURES.filter(({ type }) => type !== "subscription");

describe.each(SHAPES)("%s as input", (_what, input) => {
  it.each(CALLS)("is refused by $path", async ({ path, permission }) => {
    const before = counts();
    const { status, error, text } = await callerFor(permission).call(path, input);
    expect({ status, refusal: error?.refusal }).toEqual({ status: 400, refusal: "BAD_INPUT" });
    expect(error?.messageZh).toBe("请求内容不符合要求，请检查后重试");
    expect(text).not.toContain(CANARY);
    expect(counts()).toEqual(before);
  });
});

describe("single fields", () => {
  const verdict = {
    orderNo: "A",
    version: 2,
    requestId: "request-1",
    outcome: "APPROVE",
    comment: "",
    reasons: [],
    overrides: [],
  };
  const setting = {
    ruleId: "R-027",
    enabled: true,
    severity: null,
    effectiveFrom: "2026-03-02",
    reason: "试用",
  };
  it.each([
    ["queue.list", { view: "EVERYTHING" }, ["view"]],
    ["queue.list", { view: "ALL", limit: 201 }, ["limit"]],
    ["queue.list", { view: "ALL", limit: 1.5 }, ["limit"]],
    ["queue.list", { view: "ALL", cursor: "x".repeat(301) }, ["cursor"]],
    ["queue.list", { view: "ALL", sort: { by: "password_hash", dir: "asc" } }, ["sort.by"]],
    ["queue.list", { view: "ALL", filter: { provinces: ["44"] } }, ["filter.provinces[0]"]],
    ["queue.claim", { orderNo: "A", version: 0, requestId: "request-1" }, ["version"]],
    ["queue.claim", { orderNo: "", version: 1, requestId: "short" }, ["orderNo", "requestId"]],
    ["orders.reveal", { orderNo: "A", purpose: "x" }, ["purpose"]],
    ["orders.hold", { orderNo: "A", requestId: "request-1", reason: "LUNCH", untilMs: 1 }, ["reason"]],
    ["verdicts.record", { ...verdict, outcome: "MAYBE" }, ["outcome"]],
    ["verdicts.record", { ...verdict, comment: "x".repeat(4001) }, ["comment"]],
    ["verdicts.record", { ...verdict, reasons: [{ fieldPath: 1 }] }, ["reasons[0].fieldPath"]],
    ["insights.overview", { fromMs: -1, toMs: Number.MAX_VALUE }, ["fromMs", "toMs"]],
    ["orders.diff", { orderNo: "A", from: 0, to: 1.5 }, ["from", "to"]],
    ["rules.set", { ...setting, ruleId: "R-1" }, ["ruleId"]],
    ["rules.set", { ...setting, severity: "fatal", reason: "x" }, ["severity", "reason"]],
    ["rules.set", { ...setting, effectiveFrom: "tomorrow" }, ["effectiveFrom"]],
    ["rules.set", { ...setting, effectiveFrom: "2026-02-30" }, ["effectiveFrom"]],
    ["provinces.history", { code: "440000" }, ["code"]],
    ["lists.history", { list: "passwords" }, ["list"]],
    ["lists.removeFromBlacklist", { id: 0, reason: "误列" }, ["id"]],
    ["templates.history", { code: "T-ENT" }, ["code"]],
  ])("%s names what is wrong: %j", async (path, input, fields) => {
    const { permission } = CALLS.find((call) => call.path === path) ?? {};
    const answer = await callerFor(permission).call(path, input);
    expect(answer.error).toMatchObject({ refusal: "BAD_INPUT", fields });
  });

  it.each([["not-a-cursor"], ["eyJ4IjoxfQ"], ["WyJxdWV1ZSIsMV0"]])("a made-up cursor: %s", async (cursor) => {
    const [lead, auditor] = [callers.get("lead1"), callers.get("auditor1")];
    const answers = await Promise.all([
      lead?.call("queue.list", { view: "ALL", cursor }),
      lead?.call("bureau.list", { cursor }),
      lead?.call("insights.rounds", { fromMs: 0, toMs: NOW_MS, figure: "received", cursor }),
      auditor?.call("audit.search", { cursor }),
    ]);
    expect(answers.map((answer) => answer?.error?.refusal)).toEqual(Array(4).fill("BAD_INPUT"));
  });
});

describe("the request itself", () => {
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-icp-client": "1",
        cookie: callers.get("lead1")?.cookie ?? "",
        ...headers,
      },
      body,
    });

  it.each([
    ["broken JSON", "/trpc/queue.list", '{"view":', 400, "BAD_INPUT"],
    ["no body", "/trpc/queue.list", "", 400, "BAD_INPUT"],
    ["more than 256 KB", "/trpc/queue.list", JSON.stringify({ view: "x".repeat(300_000) }), 413, "TOO_LARGE"],
    ["a procedure that does not exist", "/trpc/orders.drop", "{}", 404, "NOT_FOUND"],
    ["a property of the router", "/trpc/__proto__.constructor", "{}", 404, "NOT_FOUND"],
    ["an address that cannot be decoded", "/trpc/%E0%A4%A", "{}", 400, "BAD_INPUT"],
    ["an address of the API that does not exist", "/api/nothing", "{}", 404, "NOT_FOUND"],
    ["deep nesting", "/trpc/queue.list", `${"[".repeat(5_000)}${"]".repeat(5_000)}`, 400, "BAD_INPUT"],
  ])("%s", async (_what, path, body, status, refusal) => {
    const response = await post(path, body);
    const text = await response.text();
    expect({ status: response.status, refusal: /"refusal":"(\w+)"/.exec(text)?.[1] }).toEqual({
      status,
      refusal,
    });
    expect(text).not.toMatch(/node_modules|\.ts:|\bat \w+ \(|SELECT|sqlite/i);
  });

  it("refuses a batch of more than ten, and answers one of ten", async () => {
    const batch = (size: number) => {
      const input = Object.fromEntries(Array.from({ length: size }, (_, index) => [index, {}]));
      return post(`/trpc/${Array(size).fill("queue.counts").join(",")}?batch=1`, JSON.stringify(input));
    };
    expect((await batch(11)).status).toBe(400);
    const ten = await batch(10);
    expect(ten.status).toBe(200);
    expect(await ten.json()).toHaveLength(10);
  });

  it("refuses a body beyond the limit even when its length was not announced", async () => {
    const sent = request(`${server.url}/trpc/queue.list`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-icp-client": "1",
        cookie: callers.get("lead1")?.cookie ?? "",
      },
    });
    const answered = new Promise<number | undefined>((resolve) => {
      sent.on("response", (response) => resolve(response.resume().statusCode));
      // Cut off in the middle of sending is an answer too.
      sent.on("error", () => resolve(413));
    });
    for (let sentKb = 0; sentKb < 512; sentKb += 64) sent.write(" ".repeat(64 * 1024));
    sent.end();
    expect(await answered).toBe(413);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  it("says nothing about a fault of ours but that there was one", async () => {
    const broken = await startTestServer({
      wrap: (store) => ({
        ...store,
        queueCounts: async () => {
          throw new Error(`SELECT * FROM staff WHERE name = '${CANARY}'`);
        },
      }),
    });
    const caller = await broken.signIn("reviewer1");
    const { status, error, text } = await caller.call("queue.counts");
    expect({ status, refusal: error?.refusal }).toEqual({ status: 500, refusal: "INTERNAL" });
    expect(text).not.toContain(CANARY);
    expect(broken.logged.join("")).toContain("procedure failed");
    expect(broken.logged.join("")).not.toContain(CANARY);
    await broken.stop();
  });
});
