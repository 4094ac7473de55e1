import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BureauGateway } from "#server/bureau/gateway";
import { createHttpGateway } from "#server/bureau/http-gateway";
import { signatureBase } from "#shared/contract/bureau-v1";

interface Seen {
  readonly request: IncomingMessage;
  readonly body: string;
}

const NOW_MS = 1_790_000_000_000;
const OK = { msgCode: 0, msg: "成功", bureauTimeMs: 5 };

let seen: Seen[];
let reply: (response: ServerResponse) => void;
let origin: string;
let gateway: BureauGateway & { close(): Promise<void> };
let stop: () => Promise<void>;

beforeEach(async () => {
  seen = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    seen.push({ request, body: Buffer.concat(chunks).toString("utf8") });
    reply(response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  gateway = gatewayTo(origin);
  stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
});
afterEach(async () => {
  await gateway.close();
  await stop();
});

let nonces = 0;
const gatewayTo = (baseUrl: string) =>
  createHttpGateway({
    baseUrl,
    secret: "a secret",
    now: () => NOW_MS,
    newId: () => {
      nonces += 1;
      return `nonce-${nonces}`;
    },
    answerWithinMs: 300,
  });
const says = (body: unknown, status = 200, headers: Record<string, string> = {}) => {
  reply = (response) => {
    response.writeHead(status, headers);
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };
};

describe("a request", () => {
  it("is signed over its target as sent, with a nonce of its own", async () => {
    says({ ...OK, lastDataSequence: 7 });
    await gateway.lastSequence("440000");
    await gateway.lastSequence("440000");
    for (const { request, body } of seen) {
      const { "x-timestamp": timestamp, "x-nonce": nonce, "x-signature": signature } = request.headers;
      const base = signatureBase({
        timestamp: String(timestamp),
        nonce: String(nonce),
        method: "GET",
        path: request.url ?? "",
        bodySha256Hex: createHash("sha256").update(body).digest("hex"),
      });
      expect(signature).toBe(`sha256=${createHmac("sha256", "a secret").update(base).digest("hex")}`);
      expect(timestamp).toBe(String(NOW_MS));
      expect(request.headers["x-provider"]).toBe("demo-provider");
    }
    expect(new Set(seen.map(({ request }) => request.headers["x-nonce"])).size).toBe(2);
  });

  it("keeps the path of an address that has one", async () => {
    says({ ...OK, lastDataSequence: 7 });
    const behind = gatewayTo(`${origin}/gate/way/`);
    await behind.lastSequence("440000");
    await behind.close();
    expect(seen[0]?.request.url).toBe("/gate/way/bureau/v1/submissions/last?provinceCode=440000");
  });
});

describe("an answer", () => {
  it("with code 0 is read, and may say more than we know", async () => {
    says({ ...OK, lastDataSequence: 7, simulated: true });
    expect(await gateway.lastSequence("440000")).toMatchObject({
      kind: "ANSWERED",
      msgCode: 0,
      bureauTimeMs: 5,
      value: { lastDataSequence: 7 },
    });
  });

  it("with another code is an answer without a value", async () => {
    says({ ...OK, msgCode: 14, missing: 3 });
    const answer = await gateway.submit({ provinceCode: "440000", dataSequence: 9, records: [] });
    expect(answer).toEqual({
      kind: "ANSWERED",
      msgCode: 14,
      msg: "成功",
      bureauTimeMs: 5,
      missing: 3,
      value: null,
    });
  });

  it("of 401 is definite", async () => {
    says("", 401);
    expect(await gateway.states(["A:1"])).toEqual({ kind: "DENIED" });
  });

  const unclear: [string, unknown, number, string][] = [
    ["HTTP 500", OK, 500, "BAD_STATUS"],
    ["HTTP 404", OK, 404, "BAD_STATUS"],
    ["HTTP 201", OK, 201, "BAD_STATUS"],
    ["no JSON", "<html>", 200, "BAD_BODY"],
    ["nothing", "", 200, "BAD_BODY"],
    ["no msgCode", { msg: "", bureauTimeMs: 5 }, 200, "BAD_BODY"],
    ["code 0 without what was asked for", OK, 200, "BAD_BODY"],
    ["more than 1 MB", "x".repeat(1024 * 1024 + 1), 200, "TOO_LARGE"],
  ];
  it.each(unclear)("with %s is an unknown outcome", async (_name, body, status, cause) => {
    says(body, status);
    expect(await gateway.states(["A:1"])).toMatchObject({ kind: "UNKNOWN", cause, retryAfterMs: null });
  });

  it("may be as large as 1 MB", async () => {
    const padding = 1024 * 1024 - JSON.stringify({ ...OK, msg: "", lastDataSequence: 7 }).length;
    says({ ...OK, msg: "x".repeat(padding), lastDataSequence: 7 });
    expect(await gateway.lastSequence("440000")).toMatchObject({ kind: "ANSWERED" });
  });

  it("over 1 MB is cut off even where its length is not announced", async () => {
    reply = (response) => {
      response.writeHead(200, { "transfer-encoding": "chunked" });
      for (let chunk = 0; chunk < 20; chunk += 1) response.write("x".repeat(100_000));
      response.end();
    };
    expect(await gateway.states(["A:1"])).toMatchObject({ kind: "UNKNOWN", cause: "TOO_LARGE" });
  });

  it("that redirects is not followed", async () => {
    says("", 307, { location: `${origin}/elsewhere` });
    expect(await gateway.states(["A:1"])).toMatchObject({ kind: "UNKNOWN", cause: "BAD_STATUS" });
    expect(seen).toHaveLength(1);
  });

  it.each([
    ["120", 120_000],
    ["0", 0],
    ["soon", null],
    ["-5", null],
  ])("with Retry-After: %s says %s", async (header, retryAfterMs) => {
    says("", 503, { "retry-after": header });
    expect(await gateway.states(["A:1"])).toMatchObject({ kind: "UNKNOWN", retryAfterMs });
  });

  it("that does not come in time is not waited for", async () => {
    reply = () => {};
    expect(await gateway.states(["A:1"])).toMatchObject({ kind: "UNKNOWN", cause: "TIMEOUT" });
  });

  it("that stops half-way is not waited for either", async () => {
    reply = (response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write('{"msgCode":0');
    };
    expect((await gateway.states(["A:1"])).kind).toBe("UNKNOWN");
  });

  it("cannot come from where nobody listens", async () => {
    const nowhere = gatewayTo("http://127.0.0.1:9");
    expect(await nowhere.states(["A:1"])).toMatchObject({ kind: "UNKNOWN", cause: "UNREACHABLE" });
    await nowhere.close();
  });
});
