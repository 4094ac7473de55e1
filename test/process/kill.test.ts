import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ensureBuilt,
  generateDemo,
  type ProductProcess,
  startProduct,
  temporaryDataDir,
} from "#test/support/app-process";
import { findBroken } from "./kept-promises";
import { type Promised, startLoad } from "./load";

/** Kills in this run; the long form sets CRASH_KILLS to a thousand. */
const KILLS = Number(process.env.CRASH_KILLS ?? 5);
const seed = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);

beforeAll(ensureBuilt, 180_000);

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

describe(`kill -9 in mid-load (seed ${seed})`, () => {
  const data = temporaryDataDir();
  afterAll(() => data.remove());

  it(
    `loses nothing acknowledged, leaves no half change and starts again, ${KILLS} times`,
    async () => {
      await generateDemo(data.path, 120);
      const promises: Promised[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        const product = await startProduct(data.path);
        const load = await startLoad(product.url);
        await promisesOf(load.promises, 20 + ((seed + kill * 37) % 40));
        product.kill("SIGKILL");
        expect(await product.ended).toBe("SIGKILL");
        await load.ended;
        promises.push(...load.promises);
        expect(findBroken(data.path, promises)).toEqual([]);
      }
      const again = await startProduct(data.path);
      const ready = await fetch(`${again.url}/readyz`);
      again.kill("SIGTERM");
      expect([ready.status, await again.ended]).toEqual([200, 0]);
      expect(new Set(promises.map(({ kind }) => kind))).toEqual(new Set(["ORDER", "CLAIM", "VERDICT"]));
    },
    60_000 + KILLS * 20_000,
  );
});

describe("negative control: a server that answers before it writes", () => {
  const data = temporaryDataDir();
  afterAll(() => data.remove());

  it("is found out by the same checker", async () => {
    await generateDemo(data.path, 20);
    const product = await startProduct(data.path);
    const hasty = await hastyFront(product);
    const load = await startLoad(product.url, hasty.url);
    await promisesOf(load.promises, 30);
    product.kill("SIGKILL");
    await product.ended;
    hasty.close();
    await load.ended;
    expect(findBroken(data.path, load.promises)).not.toEqual([]);
  }, 120_000);
});

/** Resolves once so many promises were made. */
async function promisesOf(promises: readonly Promised[], count: number): Promise<void> {
  while (promises.length < count) await pause(5);
}

/** Answers each submission at once and passes it on a moment later: what the product must never do. */
async function hastyFront(product: ProductProcess): Promise<{ url: string; close(): void }> {
  let count = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      count += 1;
      response.writeHead(201, { "content-type": "application/json" });
      response.end(JSON.stringify({ orderNo: `HASTY-${count}`, status: "PENDING_FIRST_REVIEW" }));
      fetch(`${product.url}${request.url}`, { method: "POST", body: Buffer.concat(chunks) }).catch(
        () => undefined,
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
