import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ensureBuilt, startProduct, temporaryDataDir } from "#test/support/app-process";
import { createCaller } from "#test/support/staff-caller";

const data = temporaryDataDir();
beforeAll(ensureBuilt, 180_000);
afterAll(() => data.remove());

const SECOND_START_MS = 5_000;

describe("starting on an empty data directory", () => {
  it("loads the demo, says how to get in, serves the desk, and is quick the next time", async () => {
    const first = await startProduct(data.path, { DEMO_ORDERS: "5" });
    await vi.waitFor(() => expect(first.printed()).toContain("demo-intake-key"));
    for (const part of ["loading 5 demo orders", "reviewer1", "auditor1", "demo-Passw0rd!"]) {
      expect(first.printed()).toContain(part);
    }
    await vi.waitFor(async () => expect((await fetch(`${first.url}/readyz`)).status).toBe(200));
    const { cookie } = await createCaller(first.url, null).signIn("lead1", "demo-Passw0rd!");
    const lead = createCaller(first.url, cookie);
    expect(await lead.must("queue.list", { view: "ALL" })).toMatchObject({ rows: { length: 5 } });
    expect((await lead.call("simulator.status")).data).toMatchObject({ control: { clockFactor: 600 } });
    expect(await (await fetch(`${first.url}/queue`)).text()).toContain('<div id="root">');
    first.kill("SIGTERM");
    expect(await first.ended).toBe(0);

    const startedMs = performance.now();
    const second = await startProduct(data.path);
    expect(performance.now() - startedMs).toBeLessThan(SECOND_START_MS);
    expect(second.printed()).not.toContain("loading");
    second.kill("SIGTERM");
    expect(await second.ended).toBe(0);

    const otherKey = startProduct(data.path, { MASTER_KEY: "0".repeat(64) });
    await expect(otherKey).rejects.toThrow(/key/i);
  }, 120_000);
});
