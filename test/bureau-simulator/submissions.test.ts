import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startBureau, type TestBureau } from "./bureau-client";
import { sampleRecord } from "./sample-record";

let bureau: TestBureau;
beforeEach(async () => {
  bureau = await startBureau();
});
afterEach(() => bureau.stop());

const lastSequence = async (provinceCode: string) =>
  (await bureau.call("GET", `/submissions/last?provinceCode=${provinceCode}`)).json.lastDataSequence;

describe("data sequence", () => {
  it("starts at 1 and is contiguous for each province by itself", async () => {
    expect(await lastSequence("440000")).toBe(0);
    expect(await bureau.submit(1, [sampleRecord("FIRST_FILING", "A1")])).toMatchObject({
      msgCode: 0,
      accepted: 1,
    });
    expect(await bureau.submit(2, [sampleRecord("FIRST_FILING", "A2")])).toMatchObject({
      msgCode: 0,
      accepted: 2,
    });
    expect(await bureau.submit(1, [sampleRecord("FIRST_FILING", "B1")], "110000")).toMatchObject({
      accepted: 1,
    });
    expect([await lastSequence("440000"), await lastSequence("110000")]).toEqual([2, 1]);
  });

  it("answers a gap with 14 and the number it expects, and stores nothing", async () => {
    await bureau.submit(1, [sampleRecord("FIRST_FILING", "A1")]);
    expect(await bureau.submit(3, [sampleRecord("FIRST_FILING", "A2")])).toMatchObject({
      msgCode: 14,
      missing: 2,
    });
    expect(await bureau.stateOf("A2:1")).toBe("UNKNOWN");
    expect(await lastSequence("440000")).toBe(1);
  });

  it("answers a repeated number as the first time and does not look at its records", async () => {
    await bureau.submit(1, [sampleRecord("FIRST_FILING", "A1")]);
    const repeat = await bureau.submit(1, [sampleRecord("FIRST_FILING", "A2")]);
    expect(repeat).toMatchObject({ msgCode: 0, accepted: 1 });
    expect(await bureau.stateOf("A2:1")).toBe("UNKNOWN");
    expect(await lastSequence("440000")).toBe(1);
  });

  it("uses no number for a refused batch", async () => {
    await bureau.submit(1, []);
    expect(await bureau.submit(1, [sampleRecord("FIRST_FILING", "A1")])).toMatchObject({
      msgCode: 0,
      accepted: 1,
    });
    expect(await bureau.stateOf("A1:1")).toBe("RECEIVED");
  });
});

describe("limits of a batch", () => {
  const good = sampleRecord("FIRST_FILING", "A1");
  const { submissionKey: _key, ...keyless } = good;
  const refused: [string, unknown[]][] = [
    ["no record", []],
    ["over 1,000 records", Array.from({ length: 1001 }, (_, n) => ({ submissionKey: `A${n}:1` }))],
    ["a missing key", [good, keyless]],
    ["a malformed key", [good, { ...good, submissionKey: "A2" }]],
    ["submission number 0", [good, { ...good, submissionKey: "A2:0" }]],
    ["a doubled key", [good, good]],
    ["a record that is no object", [good, null]],
  ];
  it.each(refused)("answers 999 to %s and stores nothing", async (_what, records) => {
    expect(await bureau.submit(1, records)).toMatchObject({ msgCode: 999 });
    expect(await bureau.stateOf("A1:1")).toBe("UNKNOWN");
    expect(await lastSequence("440000")).toBe(0);
  });

  it("answers 999 to what is not JSON, or no batch", async () => {
    expect(await (await bureau.send("POST", "/submissions", "{")).json()).toMatchObject({ msgCode: 999 });
    expect((await bureau.call("POST", "/submissions", { provinceCode: "440000" })).json.msgCode).toBe(999);
    expect(await bureau.submit(0, [good])).toMatchObject({ msgCode: 999 });
  });

  it("answers 13 to an unknown province", async () => {
    expect(await bureau.submit(1, [good], "990000")).toMatchObject({ msgCode: 13 });
  });

  it("answers 18 to more than 50 MB", async () => {
    const body = JSON.stringify({ provinceCode: "440000", dataSequence: 1, records: [good] });
    const padded = body + " ".repeat(50 * 1024 * 1024 - Buffer.byteLength(body));
    expect(await (await bureau.send("POST", "/submissions", `${padded} `)).json()).toMatchObject({
      msgCode: 18,
    });
    expect(await bureau.stateOf("A1:1")).toBe("UNKNOWN");
    expect(await (await bureau.send("POST", "/submissions", padded)).json()).toMatchObject({ msgCode: 0 });
  });

  it("takes 1,000 records at once", async () => {
    const records = Array.from({ length: 1000 }, (_, n) => sampleRecord("FIRST_FILING", `A${n}`));
    expect(await bureau.submit(1, records)).toMatchObject({ msgCode: 0 });
    expect(await bureau.stateOf("A999:1")).toBe("RECEIVED");
  });
});

describe("records", () => {
  it("does not file a known key a second time", async () => {
    await bureau.control({ delays: { recordCheckMinMs: 0, recordCheckMaxMs: 0, domainCheckMinMs: 0 } });
    await bureau.submit(1, [sampleRecord("FIRST_FILING", "A1")]);
    await bureau.control({ advanceMs: 10 * 60_000 });
    const before = await bureau.drain();
    expect(before.map((result) => result.kind)).toEqual(["DOMAIN_CHECK", "SMS", "SMS"]);
    expect(await bureau.submit(2, [sampleRecord("FIRST_FILING", "A1")])).toMatchObject({
      msgCode: 0,
      accepted: 2,
    });
    await bureau.control({ advanceMs: 10 * 60_000 });
    expect(await bureau.drain()).toEqual([]);
    expect(await bureau.stateOf("A1:1")).toBe("SMS_PENDING");
  });

  it("returns a record that is wrong inside as 5001, and takes the others of its batch", async () => {
    const wrong = { ...sampleRecord("FIRST_FILING", "A1"), entity: { name: "no region" } };
    const wrongTag = sampleRecord("FIRST_FILING", "A2", { czlx: 5 });
    await bureau.submit(1, [wrong, wrongTag, sampleRecord("FIRST_FILING", "A3")]);
    expect(await bureau.drain()).toMatchObject([
      { kind: "RECORD_ERROR", submissionKey: "A1:1", jgdm: 5001 },
      { kind: "RECORD_ERROR", submissionKey: "A2:1", jgdm: 5001 },
    ]);
    expect(await bureau.stateOf("A1:1")).toBe("RECORD_ERROR");
    expect(await bureau.stateOf("A3:1")).toBe("RECEIVED");
  });

  it("returns a second live submission of an order as 1017, and takes it once the first has ended", async () => {
    await bureau.control({ forced: [{ match: "A1:1", outcome: "DOMAIN_FAIL" }] });
    const push = (no: number) => sampleRecord("FIRST_FILING", "A1", { submissionKey: `A1:${no}` });
    await bureau.submit(1, [push(1), push(2)]);
    expect(await bureau.drain()).toMatchObject([{ kind: "RECORD_ERROR", submissionKey: "A1:2", jgdm: 1017 }]);
    await bureau.control({ advanceMs: 60 * 60_000 });
    expect(await bureau.stateOf("A1:1")).toBe("DOMAIN_FAILED");
    await bureau.submit(2, [push(3)]);
    expect(await bureau.stateOf("A1:3")).toBe("RECEIVED");
  });

  it("does not take another order whose number merely begins alike for the same one", async () => {
    await bureau.submit(1, [sampleRecord("FIRST_FILING", "A1"), sampleRecord("FIRST_FILING", "A11")]);
    expect([await bureau.stateOf("A1:1"), await bureau.stateOf("A11:1")]).toEqual(["RECEIVED", "RECEIVED"]);
  });
});
