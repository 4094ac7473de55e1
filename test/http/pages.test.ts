import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { request } from "undici";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClientFiles } from "#server/http/client-files";
import { createReadiness } from "#server/http/readiness";
import { temporaryFolder } from "#test/support/material-fixtures";
import { startTestServer, type TestServer } from "#test/support/test-server";

const PAGE = '<script nonce="__CSP_NONCE__"></script><meta property="csp-nonce" nonce="__CSP_NONCE__">';
const SCRIPT = "console.log(1);".repeat(200);

let server: TestServer;
let clientFolder: string;
let removeFolder: () => Promise<void>;
let healthy = true;
beforeAll(async () => {
  const { folder, remove } = await temporaryFolder();
  clientFolder = folder;
  removeFolder = remove;
  await mkdir(path.join(folder, "assets"));
  await writeFile(path.join(folder, "index.html"), PAGE);
  await writeFile(path.join(folder, "assets", "main-1a2b.js"), SCRIPT);
  await writeFile(path.join(folder, "assets", "main-1a2b.js.br"), brotliCompressSync(SCRIPT));
  await writeFile(path.join(folder, "assets", "gone-1a2b.js"), SCRIPT);
  await writeFile(path.join(folder, "assets", "gone-1a2b.js.br"), brotliCompressSync(SCRIPT));
  const readiness = createReadiness({
    store: { ready: async () => healthy },
    workersHealthy: () => true,
    dataDir: folder,
    now: () => performance.now() * 10_000,
  });
  server = await startTestServer({ services: { client: createClientFiles(folder), readiness } });
});
afterAll(async () => {
  await server.stop();
  await removeFolder();
});

const get = (address: string, headers: Record<string, string> = {}) =>
  request(`${server.url}${address}`, { headers });

describe("the page", () => {
  it.each([["/"], ["/queue"], ["/orders/A1"], ["/index.html"], ["/queue?view=MINE"]])(
    "answers at %s with a nonce of its own",
    async (address) => {
      const [first, second] = await Promise.all([get(address), get(address)]);
      expect(first.statusCode).toBe(200);
      expect(first.headers["cache-control"]).toBe("no-store");
      const policy = String(first.headers["content-security-policy"]);
      const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? "none";
      const text = await first.body.text();
      expect(text).toBe(PAGE.replaceAll("__CSP_NONCE__", nonce));
      expect(await second.body.text()).not.toBe(text);
    },
  );

  it("may load nothing from elsewhere and be framed by nobody", async () => {
    const { headers, body } = await get("/");
    await body.dump();
    const policy = String(headers["content-security-policy"]);
    for (const part of [
      "default-src 'none'",
      "connect-src 'self'",
      "frame-ancestors 'none'",
      "object-src 'none'",
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers["x-powered-by"]).toBeUndefined();
  });

  it("answers 404 for a file that a new build took away, and goes on", async () => {
    const assets = path.join(clientFolder, "assets");
    await Promise.all(["", ".br"].map((ending) => rm(path.join(assets, `gone-1a2b.js${ending}`))));
    const gone = await get("/assets/gone-1a2b.js", { "accept-encoding": "br" });
    await gone.body.dump();
    const page = await get("/");
    await page.body.dump();
    expect([gone.statusCode, page.statusCode]).toEqual([404, 200]);
  });

  it("has files that are kept for a year and were compressed at build time", async () => {
    const { statusCode, headers, body } = await get("/assets/main-1a2b.js", { "accept-encoding": "br" });
    await body.dump();
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      "content-encoding": "br",
      "cache-control": "public, max-age=31536000, immutable",
    });
  });

  it.each([
    ["/assets/gone.js"],
    ["/../package.json"],
    ["/%2e%2e/package.json"],
    ["/assets/..%2f..%2fpackage.json"],
  ])("has nothing at %s", async (address) => {
    const { statusCode, body } = await get(address);
    expect(statusCode).toBe(404);
    expect(await body.text()).not.toContain("dependencies");
  });
});

describe("health", () => {
  it("says that the process is up", async () => {
    const { statusCode, body } = await get("/healthz");
    expect([statusCode, await body.json()]).toEqual([200, { ok: true }]);
  });

  it("says whether it should be given work", async () => {
    const ready = await get("/readyz");
    expect([ready.statusCode, await ready.body.json()]).toEqual([
      200,
      { ready: true, checks: { database: true, workers: true, disk: true, open: true } },
    ]);
    healthy = false;
    const broken = await get("/readyz");
    healthy = true;
    expect(broken.statusCode).toBe(503);
    expect(await broken.body.json()).toMatchObject({ ready: false, checks: { database: false } });
  });

  it("is not ready once it is about to end", async () => {
    const { folder, remove } = await temporaryFolder();
    const parts = {
      store: { ready: async () => true },
      workersHealthy: () => true,
      dataDir: folder,
      now: () => 0,
    };
    const readiness = createReadiness(parts);
    expect((await readiness.ask()).ready).toBe(true);
    readiness.close();
    expect(await readiness.ask()).toMatchObject({ ready: false, checks: { open: false } });
    await remove();
  });
});
