import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureBuilt, generateDemo, startProduct, temporaryDataDir } from "#test/support/app-process";

const data = temporaryDataDir();

beforeAll(async () => {
  await ensureBuilt();
  // Enough that some wait for a reviewer, whatever day of the week it is.
  await generateDemo(data.path, 60);
}, 180_000);
afterAll(() => data.remove());

const HEADERS = { "content-type": "application/json", "x-icp-client": "1" };

async function cookieOf(url: string, username: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/username`, {
    method: "POST",
    headers: HEADERS,
    body: JSON.stringify({ username, password: "demo-Passw0rd!" }),
  });
  expect(response.status).toBe(200);
  return response.headers.get("set-cookie")?.split(";")[0] ?? "";
}

/** Reads an open event stream to its end; resolves when the server ends it. */
async function readToEnd(
  url: string,
  cookie: string,
): Promise<{ opened: Promise<void>; ended: Promise<void> }> {
  const response = await fetch(`${url}/trpc/events.stream`, {
    headers: { cookie, accept: "text/event-stream" },
  });
  expect(response.status).toBe(200);
  const reader = response.body?.getReader();
  if (reader === undefined) throw new Error("no stream");
  const first = reader.read();
  const ended = first.then(async () => {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read());
  });
  return { opened: first.then(() => undefined), ended: ended.catch(() => undefined) };
}

describe("the process", () => {
  it("ends within ten seconds of SIGTERM with three streams open, and exits 0", async () => {
    const product = await startProduct(data.path);
    const cookie = await cookieOf(product.url, "reviewer1");
    const streams = await Promise.all([1, 2, 3].map(() => readToEnd(product.url, cookie)));
    await Promise.all(streams.map(({ opened }) => opened));
    const deadline = new Promise<string>((resolve) =>
      setTimeout(() => resolve("still running"), 10_000).unref(),
    );
    product.kill("SIGTERM");
    expect(await Promise.race([product.ended, deadline])).toBe(0);
    await Promise.all(streams.map(({ ended }) => ended));
  }, 60_000);

  it("keeps its orders and sessions over a restart", async () => {
    const first = await startProduct(data.path);
    const cookie = await cookieOf(first.url, "reviewer2");
    const claimed = await fetch(`${first.url}/trpc/queue.claimNext`, {
      method: "POST",
      headers: { ...HEADERS, cookie },
      body: JSON.stringify({ requestId: "start-and-stop-1" }),
    });
    const { result }: { result: { data: { orderNo: string } } } = await claimed.json();
    first.kill("SIGTERM");
    expect(await first.ended).toBe(0);

    const second = await startProduct(data.path);
    const again = await fetch(`${second.url}/trpc/orders.get`, {
      method: "POST",
      headers: { ...HEADERS, cookie },
      body: JSON.stringify({ orderNo: result.data.orderNo }),
    });
    const answer: { result: { data: { claim: { by: string } | null } } } = await again.json();
    second.kill("SIGTERM");
    expect(answer.result.data.claim?.by).toBe("reviewer2");
    expect(await second.ended).toBe(0);
  }, 60_000);

  it("refuses a data directory that another process has, and says so", async () => {
    const first = await startProduct(data.path);
    await expect(startProduct(data.path)).rejects.toThrow(/in use|another process/i);
    first.kill("SIGTERM");
    expect(await first.ended).toBe(0);
  }, 60_000);

  it.each([
    ["demo accounts in production", { NODE_ENV: "production", DEMO: "1" }, /DEMO/],
    ["demo accounts on a public address", { HOST: "0.0.0.0" }, /HOST/],
    [
      "values that make no sense, all at once",
      { PORT: "ninety", BUREAU_URL: "ftp://bureau" },
      /PORT[\s\S]*BUREAU_URL/,
    ],
  ])(
    "refuses to start with %s",
    async (_what, env, message) => {
      await expect(startProduct(data.path, env)).rejects.toThrow(message);
    },
    60_000,
  );
});
