import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { INTAKE_LIMITS } from "#shared/contract/intake-v1";
import type { Application } from "#shared/domain/filing/application";
import { expectNothingStored, expectProblem } from "#test/support/intake-problems";
import { type IntakeRig, OURS, openIntakeRig } from "#test/support/intake-rig";
import { FIRST_FILING } from "#test/support/order-fixtures";

let rig: IntakeRig;
let document: Application;
beforeEach(async () => {
  rig = await openIntakeRig();
  document = await rig.documentOf(FIRST_FILING);
});
afterEach(() => rig.close());

describe("who may call", () => {
  it.each([
    ["no key", { secret: null }],
    ["an unknown key", { secret: "guess" }],
    ["another scheme", { secret: null, headers: { authorization: "Basic b3Vyczpvd3Jz" } }],
    ["an empty key", { secret: null, headers: { authorization: "Bearer " } }],
    ["a key of unusual length", { secret: "x".repeat(5000) }],
  ])("refuses %s on every call", async (_name, sent) => {
    for (const [method, path] of [
      ["POST", "/orders"],
      ["POST", "/orders/check"],
      ["GET", "/orders/BA1"],
      ["POST", "/orders/BA1/withdraw"],
      ["PUT", `/materials/${"a".repeat(64)}`],
    ] as const) {
      const reply = await rig.call(method, path, {
        ...sent,
        ...(method === "POST" ? { body: document } : {}),
      });
      expectProblem(reply, 401, "UNAUTHORIZED");
      expect(reply.headers.get("www-authenticate")).toBe("Bearer");
    }
    expectNothingStored(rig);
  });

  it("keeps the secret as its hash only", () => {
    expect(rig.pages().includes("secret-of-our-filing-system")).toBe(false);
  });
});

describe("addresses and methods", () => {
  it.each(["/", "/nothing", "/orders/BA1/nothing", "/Orders", "/orders/%E0%A4%A", "/materials"])(
    "has nothing at %s",
    async (path) => {
      expectProblem(await rig.call("GET", path), 404, "NOT_FOUND");
    },
  );

  it.each([
    ["GET", "/orders", "POST"],
    ["DELETE", "/orders/BA1", "GET, HEAD"],
    ["POST", `/materials/${"a".repeat(64)}`, "PUT"],
    ["PATCH", "/orders/BA1/withdraw", "POST"],
    ["OPTIONS", "/orders", "POST"],
  ])("does not accept %s on %s", async (method, path, allow) => {
    const reply = await rig.call(method, path);
    expectProblem(reply, 405, "METHOD_NOT_ALLOWED");
    expect(reply.headers.get("allow")).toBe(allow);
  });

  it("answers in the language that is asked for, with both sentences always there", async () => {
    const zh = await rig.call("GET", "/orders/BA1");
    const en = await rig.call("GET", "/orders/BA1", {
      headers: { "accept-language": "en-US,en;q=0.9,zh;q=0.1" },
    });
    expectProblem(zh, 404, "ORDER_NOT_FOUND");
    expect(zh.body.detail).toBe(zh.body.messageZh);
    expect(en.body.detail).toBe(en.body.messageEn);
  });
});

describe("bodies", () => {
  it.each([
    ["nothing", "", 400, "INVALID_DOCUMENT"],
    ["half an object", '{"filingType":', 400, "INVALID_JSON"],
    ["a list", "[]", 400, "INVALID_DOCUMENT"],
    ["a text", '"order"', 400, "INVALID_DOCUMENT"],
    ["null", "null", 400, "INVALID_DOCUMENT"],
    ["deep nesting", "[".repeat(100_000), 400, "INVALID_JSON"],
    ["bytes that are no UTF-8", Buffer.from([0x22, 0xff, 0xfe, 0x22]), 400, "INVALID_JSON"],
  ])("refuses %s", async (_name, raw, status, code) => {
    const reply = await rig.call("POST", "/orders", { raw, headers: { "content-type": "application/json" } });
    expectProblem(reply, status, code);
    expectNothingStored(rig);
  });

  it.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/xml",
    "application/json; charset=gbk",
    "application/problem+json",
    "text/json",
  ])("refuses %s", async (type) => {
    const raw = JSON.stringify(document);
    expectProblem(
      await rig.call("POST", "/orders", { raw, headers: { "content-type": type } }),
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    );
    expectNothingStored(rig);
  });

  it("refuses a compressed body, whatever it would unpack to", async () => {
    const reply = await rig.call("POST", "/orders", {
      raw: gzipSync(JSON.stringify(document)),
      headers: { "content-type": "application/json", "content-encoding": "gzip" },
    });
    expectProblem(reply, 415, "UNSUPPORTED_MEDIA_TYPE");
    expectNothingStored(rig);
  });

  it("accepts a body of 256 KB and refuses one byte more, announced or not", async () => {
    const bare = JSON.stringify(document);
    const padded = bare + " ".repeat(INTAKE_LIMITS.bodyBytes - Buffer.byteLength(bare));
    const headers = { "content-type": "application/json" };
    expectProblem(await rig.call("POST", "/orders", { raw: `${padded} `, headers }), 413, "BODY_TOO_LARGE");
    const size = Buffer.byteLength(padded) + 1;
    const { socket, answer } = await begin(
      "transfer-encoding: chunked",
      `${size.toString(16)}\r\n${padded} \r\n0\r\n\r\n`,
    );
    socket.destroy();
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    expectNothingStored(rig);
    expect((await rig.call("POST", "/orders", { raw: padded, headers })).status).toBe(201);
  });

  /** Sends a POST as it stands and returns the connection with the start of the answer. */
  async function begin(framing: string, body = ""): Promise<{ socket: Socket; answer: string }> {
    const socket = connect(rig.port, "127.0.0.1");
    socket.on("error", () => undefined);
    const answered = once(socket, "data");
    socket.write(
      `POST /api/intake/v1/orders HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${OURS}\r\n` +
        `idempotency-key: k\r\ncontent-type: application/json\r\n${framing}\r\n\r\n${body}`,
    );
    return { socket, answer: String((await answered)[0]) };
  }

  it("does not wait for a body that is announced as too large, and cuts a sender off who does not stop", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const { socket, answer } = await begin(`content-length: ${INTAKE_LIMITS.bodyBytes + 1}`, "half of it");
      expect(answer).toMatch(/^HTTP\/1.1 413 /);
      const sending = setInterval(() => socket.write("and on"), 20);
      const closed = once(socket, "close").then(() => clearInterval(sending));
      await vi.advanceTimersByTimeAsync(5_000);
      await closed;
    } finally {
      vi.useRealTimers();
    }
    expectNothingStored(rig);
  }, 3_000);

  it.each([
    ["no Idempotency-Key", { key: null }, "IDEMPOTENCY_KEY_REQUIRED"],
    ["an empty one", { key: null, headers: { "idempotency-key": "" } }, "IDEMPOTENCY_KEY_REQUIRED"],
    ["one with a blank", { key: "a b" }, "IDEMPOTENCY_KEY_INVALID"],
    ["one that is too long", { key: "k".repeat(201) }, "IDEMPOTENCY_KEY_INVALID"],
  ])("refuses every POST with %s", async (_name, sent, code) => {
    for (const path of [
      "/orders",
      "/orders/check",
      "/orders/BA1/revisions",
      "/orders/BA1/withdraw",
      "/orders/BA1/sms/verify",
    ]) {
      expectProblem(await rig.call("POST", path, { body: document, ...sent }), 400, code);
    }
    expectNothingStored(rig);
  });

  it("refuses anything in the body of a call that carries nothing", async () => {
    const orderNo = await rig.submit(document);
    const reply = await rig.call("POST", `/orders/${orderNo}/withdraw`, { body: { because: "张三" } });
    expectProblem(reply, 400, "INVALID_DOCUMENT");
    expect((await rig.store.load(orderNo))?.status).toBe("PENDING_FIRST_REVIEW");
  });
});
