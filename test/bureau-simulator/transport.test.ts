import { request } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Signing, START_MS, startBureau, type TestBureau } from "./bureau-client";
import { sampleRecord } from "./sample-record";

let bureau: TestBureau;
beforeEach(async () => {
  bureau = await startBureau();
});
afterEach(() => bureau.stop());

describe("authentication", () => {
  const PATH = "/submissions/last?provinceCode=440000";
  const refused: [string, Signing][] = [
    ["another secret", { secret: "not the secret" }],
    ["another provider", { provider: "somebody" }],
    ["a timestamp more than five minutes old", { timestampMs: START_MS - 5 * 60_000 - 1 }],
    ["a timestamp more than five minutes ahead", { timestampMs: START_MS + 5 * 60_000 + 1 }],
    ["a timestamp that is no number", { timestampMs: Number.NaN }],
    ["a nonce over 64 characters", { nonce: "n".repeat(65) }],
    ["a signature without the query", { signedPath: "/bureau/v1/submissions/last" }],
    ["a signature without the base path", { signedPath: PATH }],
    ["a signature over another body", { signedBody: "{}" }],
  ];
  it.each(refused)("refuses %s with 401 and code 12", async (_what, signing) => {
    const response = await bureau.send("GET", PATH, undefined, signing);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ msgCode: 12 });
  });

  it("accepts a timestamp at the edge of five minutes", async () => {
    const response = await bureau.send("GET", PATH, undefined, { timestampMs: START_MS - 5 * 60_000 });
    expect(response.status).toBe(200);
  });

  it("lets a nonce pass once, and a wrongly signed request does not use it up", async () => {
    const nonce = "n".repeat(64);
    expect((await bureau.send("GET", PATH, undefined, { nonce, secret: "wrong" })).status).toBe(401);
    expect((await bureau.send("GET", PATH, undefined, { nonce })).status).toBe(200);
    expect((await bureau.send("GET", PATH, undefined, { nonce })).status).toBe(401);
    bureau.clock.ms += 9 * 60_000;
    expect((await bureau.send("GET", PATH, undefined, { nonce })).status).toBe(401);
  });

  it("does nothing on behalf of a refused request", async () => {
    const batch = JSON.stringify({
      provinceCode: "440000",
      dataSequence: 1,
      records: [sampleRecord("FIRST_FILING", "A1")],
    });
    const response = await bureau.send("POST", "/submissions", batch, { secret: "wrong" });
    expect(response.status).toBe(401);
    expect(await bureau.stateOf("A1:1")).toBe("UNKNOWN");
  });
});

describe("answers", () => {
  it("says in every answer that it is a simulation, and gives the bureau's time", async () => {
    for (const response of [
      await bureau.send("GET", "/submissions/last?provinceCode=440000", undefined),
      await bureau.send("GET", "/submissions/last", undefined, { secret: "wrong" }),
      await bureau.send("GET", "/nothing-here", undefined),
    ]) {
      expect(response.headers.get("x-simulated")).toBe("true");
      expect(await response.json()).toMatchObject({ simulated: true, bureauTimeMs: START_MS });
    }
  });

  it("answers 404 with code 999 for what it does not know", async () => {
    const response = await bureau.call("GET", "/nothing-here");
    expect(response.status).toBe(404);
    expect(response.json).toMatchObject({ msgCode: 999 });
  });

  it.each([
    ["POST", "/submissions/status", { submissionKeys: Array.from({ length: 1001 }, (_, n) => `A:${n + 1}`) }],
    ["POST", "/submissions/status", { submissionKeys: "A:1" }],
    ["POST", "/registry/query", { domain: "a.example", certType: 1 }],
    ["POST", "/registry/query", {}],
    ["POST", "/sms/verify", { phone: "13800000001" }],
    ["POST", "/sms/resend", { phone: "13800000001" }],
    ["GET", "/results", undefined],
    ["GET", "/results?provinceCode=440000&limit=0", undefined],
    ["GET", "/submissions/last", undefined],
  ])("answers 999 to a malformed %s %s", async (method, path, body) => {
    expect((await bureau.call(method, path, body)).json).toMatchObject({ msgCode: 999 });
  });

  it.each(["/results?provinceCode=990000", "/submissions/last?provinceCode=constructor"])(
    "answers 13 to an unknown province in %s",
    async (path) => {
      expect((await bureau.call("GET", path)).json).toMatchObject({ msgCode: 13 });
    },
  );

  it("answers states for many keys at once", async () => {
    await bureau.submit(1, [sampleRecord("FIRST_FILING", "A1")]);
    const answer = await bureau.call("POST", "/submissions/status", { submissionKeys: ["A1:1", "B1:1"] });
    expect(answer.json).toMatchObject({ msgCode: 0, states: { "A1:1": "RECEIVED", "B1:1": "UNKNOWN" } });
  });

  it("goes on serving after a client that hung up in the middle of a body", async () => {
    await new Promise<void>((resolve) => {
      const cut = request(`${bureau.origin}/bureau/v1/submissions`, {
        method: "POST",
        headers: { "content-length": "1000" },
      });
      cut.on("error", () => resolve());
      cut.write("{", () => cut.destroy(new Error("hung up")));
    });
    expect(await bureau.stateOf("A1:1")).toBe("UNKNOWN");
  });
});

it("leaves out the unsigned control where it is told to", async () => {
  const closed = await startBureau({ exposeControl: false });
  const response = await fetch(`${closed.origin}/bureau/v1/control/sms`);
  expect(response.status).toBe(404);
  await closed.stop();
});
