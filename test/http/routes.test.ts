import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "#server/http/create-app";
import { documentOf } from "#test/support/desk";
import { jpegOf, sha256Of } from "#test/support/material-fixtures";
import { FIRST_FILING, NOW_MS } from "#test/support/order-fixtures";
import type { Caller } from "#test/support/staff-caller";
import { REVIEWER1, staffDesk } from "#test/support/staff-desk";
import { startTestServer, type TestServer } from "#test/support/test-server";

/**
 * The plain HTTP routes beside the staff API (assurance.md A7): rows from the app as it is, cells by hand. The order
 * of the principals: nobody, reviewer1 with the claim, reviewer2, lead, manager, admin, security admin, auditor.
 */
const EXPECTED: Readonly<Record<string, string>> = {
  "GET /healthz": "200 200 200 200 200 200 200 200",
  "GET /readyz": "200 200 200 200 200 200 200 200",
  "GET /info": "200 200 200 200 200 200 200 200",
  "POST /sign-in/username": "400 400 400 400 400 400 400 400",
  "POST /sign-out": "200 200 200 200 200 200 200 200",
  "GET /:orderNo/materials/:sha256": "401 200 403 200 403 403 403 403",
  "PUT /:sha256": "401 403 403 201 403 403 403 403",
};
const PRINCIPALS = ["reviewer1", "reviewer2", "lead1", "manager1", "admin1", "security1", "auditor1"];

let server: TestServer;
let document: Buffer;
beforeAll(async () => {
  server = await startTestServer();
  document = await jpegOf(1);
  const sha256 = sha256Of(document);
  await server.deps.materials.put(sha256, document);
  const row = { sha256, mediaType: "image/jpeg", bytes: document.length, uploadedAtMs: NOW_MS };
  await server.store.addMaterial({ ...row, intakeKey: "key-1" });
  const desk = staffDesk(server);
  const materials = [{ kind: "ERP_ID_FRONT" as const, sha256 }];
  await desk.submit("A", NOW_MS, documentOf("A", FIRST_FILING, { materials }));
  await desk.must("A", { type: "claim" }, REVIEWER1);
});
afterAll(() => server.stop());

/** `METHOD path` of every route, those of routers inside routers included; where a router is mounted is not told. */
function routesOf(router: unknown): string[] {
  if (typeof router !== "function" || !("stack" in router) || !Array.isArray(router.stack)) return [];
  return router.stack.flatMap((layer: unknown) => {
    if (typeof layer !== "object" || layer === null) return [];
    if (!("route" in layer) || typeof layer.route !== "object" || layer.route === null) {
      return "handle" in layer ? routesOf(layer.handle) : [];
    }
    const { route } = layer;
    if (!("path" in route) || !("methods" in route) || typeof route.methods !== "object") return [];
    return Object.keys(route.methods ?? {}).map((method) => `${method.toUpperCase()} ${String(route.path)}`);
  });
}

function call(route: string, caller: Caller): Promise<Response> {
  const sha256 = sha256Of(document);
  const addresses: Readonly<Record<string, string>> = {
    "GET /info": "/api/auth/info",
    "POST /sign-in/username": "/api/auth/sign-in/username",
    "POST /sign-out": "/api/auth/sign-out",
    "GET /:orderNo/materials/:sha256": `/api/orders/A/materials/${sha256}`,
    "PUT /:sha256": `/api/materials/${sha256}`,
  };
  const [method = "", path = ""] = route.split(" ");
  const headers = {
    cookie: caller.cookie ?? "",
    "x-icp-client": "1",
    ...(method === "POST" ? { "content-type": "application/json" } : {}),
  };
  const body = method === "POST" ? "{}" : method === "PUT" ? new Uint8Array(document) : null;
  return fetch(`${server.url}${addresses[route] ?? path}`, { method, headers, body });
}

describe("the routes beside the staff API", () => {
  it("are those of the table, and no other", () => {
    const routes = routesOf(
      createApp({ ...server.services, intake: null, bureau: null, client: null }).router,
    );
    expect([...new Set(routes)].sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it("would show a route that nobody wrote into the table", () => {
    const inner = express.Router().get("/secret", () => {});
    expect(routesOf(express.Router().use("/api", inner))).toEqual(["GET /secret"]);
  });

  it.each(Object.entries(EXPECTED))("%s: %s", async (route, statuses) => {
    const callers = [server.anonymous, ...(await Promise.all(PRINCIPALS.map((name) => server.signIn(name))))];
    const answers: number[] = [];
    for (const caller of callers) {
      const response = await call(route, caller);
      await response.arrayBuffer();
      answers.push(response.status);
    }
    expect(answers.join(" ")).toBe(statuses);
  });
});
