import { createExpressMiddleware } from "@trpc/server/adapters/express";
import express from "express";
import { request } from "undici";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listen } from "#server/http/listen";
import { createOpenStreams } from "#server/http/open-streams";
import { signedInOf } from "#server/http/signed-in";
import { appRouter } from "#server/trpc/app-router";
import { deskOf } from "#test/support/desk";
import { STAFF_PROCEDURES } from "#test/support/staff-procedures";
import { startTestServer, type TestServer } from "#test/support/test-server";

/**
 * A page of another site can make a browser send a POST with our cookie. Only JSON with our header from our own
 * origin may execute anything (assurance.md A8): every mutation against every way a browser can be made to call.
 */
const MUTATIONS = STAFF_PROCEDURES.filter(({ type }) => type === "mutation").map(({ path }) => path);

const MULTIPART = "multipart/form-data; boundary=x";
const CONTENT_TYPES = [
  "application/json",
  "application/json; charset=utf-8",
  "text/plain",
  "text/plain; application/json",
  "application/x-www-form-urlencoded",
  MULTIPART,
  "application/octet-stream",
  "application/jsonp",
  "",
];
const SITES = [null, "same-origin", "same-site", "cross-site", "none"];
const ORIGINS = ["own", null, "null", "https://evil.example", "http://127.0.0.1.evil.example"];

const GUARDED = ["CROSS_SITE", "UNSUPPORTED_MEDIA_TYPE", "CLIENT_HEADER_MISSING", "METHOD_NOT_ALLOWED"];

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await startTestServer();
  cookie = (await server.signIn("lead1")).cookie ?? "";
});
afterAll(() => server.stop());

interface Sent {
  readonly contentType: string;
  readonly site: string | null;
  readonly origin: string | null;
  readonly ours: boolean;
  readonly method?: "POST" | "GET" | "PUT" | "HEAD";
}

async function send(base: string, path: string, sent: Sent): Promise<{ status: number; refusal: string }> {
  const headers: Record<string, string> = { cookie };
  if (sent.contentType !== "") headers["content-type"] = sent.contentType;
  if (sent.site !== null) headers["sec-fetch-site"] = sent.site;
  if (sent.origin !== null) headers.origin = sent.origin === "own" ? base : sent.origin;
  if (sent.ours) headers["x-icp-client"] = "1";
  const method = sent.method ?? "POST";
  const body = sent.contentType === MULTIPART ? "--x--\r\n" : "{}";
  const response = await request(`${base}${path}`, {
    method,
    headers,
    body: method === "POST" ? body : null,
  });
  const text = await response.body.text();
  return { status: response.statusCode, refusal: /"refusal":"(\w+)"/.exec(text)?.[1] ?? "" };
}

describe("calls that another site could cause", () => {
  it("finds the mutations it is meant to try", () => {
    expect(MUTATIONS.length).toBeGreaterThan(20);
  });

  it.each(MUTATIONS)("cannot execute %s", async (path) => {
    const wrong: string[] = [];
    for (const contentType of CONTENT_TYPES) {
      for (const site of SITES) {
        for (const origin of ORIGINS) {
          for (const ours of [true, false]) {
            const { status, refusal } = await send(server.url, `/trpc/${path}`, {
              contentType,
              site,
              origin,
              ours,
            });
            const mayPass =
              ours &&
              contentType.startsWith("application/json") &&
              contentType !== "application/jsonp" &&
              (site === null || site === "same-origin") &&
              (origin === null || origin === "own");
            const guarded = status >= 400 && status < 500 && GUARDED.includes(refusal);
            if (guarded === mayPass)
              wrong.push(`${contentType} ${site} ${origin} ${ours}: ${status} ${refusal}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(["GET", "PUT", "HEAD"] as const)("cannot execute anything by %s", async (method) => {
    const sent = { contentType: "application/json", site: "same-origin", origin: "own", ours: true, method };
    const answers = await Promise.all(
      MUTATIONS.map((path) => send(server.url, `/trpc/${path}?input={}`, sent)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([405]));
  });

  it.each([
    ["/api/auth/sign-in/username", "text/plain", null, null, 415],
    ["/api/auth/sign-in/username", "application/json", "cross-site", null, 403],
    ["/api/auth/sign-in/username", "application/json", null, "https://evil.example", 403],
    ["/api/auth/sign-out", "application/x-www-form-urlencoded", null, null, 415],
    ["/api/auth/sign-out", "application/json", "same-site", null, 403],
    ["/api/auth/sign-out", "application/json", null, "null", 403],
  ])("cannot reach %s (%s, %s, %s)", async (path, contentType, site, origin, status) => {
    expect((await send(server.url, path, { contentType, site, origin, ours: true })).status).toBe(status);
  });

  it("cannot open the stream, and a foreign name that points here opens nothing", async () => {
    const stream = { contentType: "", origin: null, ours: false, method: "GET" as const };
    expect((await send(server.url, "/trpc/events.stream", { ...stream, site: "cross-site" })).refusal).toBe(
      "CROSS_SITE",
    );
    const rebound = await request(`${server.url}/api/auth/info`, { headers: { host: "evil.example" } });
    expect(rebound.statusCode).toBe(403);
    await rebound.body.dump();
  });
});

describe("the same without the guard", () => {
  it("executes what a foreign page sends: the table above would be red", async () => {
    await deskOf(server.store).submit("A1");
    const app = express();
    app.use(
      "/trpc",
      createExpressMiddleware({
        router: appRouter,
        createContext: async ({ req, res }) => ({
          deps: server.deps,
          signedIn: await signedInOf(server.services, req, res),
          live: server.services.live,
          reveals: server.services.reveals,
          simulator: null,
          demo: true,
        }),
      }),
    );
    const open = await listen(app, "127.0.0.1", 0, createOpenStreams());
    const answer = await send(open.url, "/trpc/queue.reserveNext", {
      contentType: "application/json",
      site: "cross-site",
      origin: "https://evil.example",
      ours: false,
    });
    await open.close();
    expect(answer).toEqual({ status: 200, refusal: "" });
  });
});
