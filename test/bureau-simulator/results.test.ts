import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HOUR, startBureau, type TestBureau } from "./bureau-client";
import { sampleRecord } from "./sample-record";

let bureau: TestBureau;
beforeEach(async () => {
  bureau = await startBureau();
});
afterEach(() => bureau.stop());

/** Submits cancellations, each of which yields exactly one result. */
async function decided(dataSequence: number, count: number, prefix: string, provinceCode = "440000") {
  const records = Array.from({ length: count }, (_, n) => sampleRecord("CANCEL_ACCESS", `${prefix}${n}`));
  await bureau.submit(dataSequence, records, provinceCode);
  await bureau.control({ advanceMs: 72 * HOUR });
}

describe("result files", () => {
  it("hold at most 40 results each", async () => {
    await decided(1, 90, "A");
    const files = await bureau.poll();
    expect(files.map((file) => file.results.length)).toEqual([40, 40, 10]);
    expect(new Set(files.flatMap((file) => file.results.map((result) => result.submissionKey))).size).toBe(
      90,
    );
  });

  it("come again until acknowledged, and then no more", async () => {
    await decided(1, 1, "A");
    const [first] = await bureau.poll();
    expect(await bureau.poll()).toEqual([first]);
    expect(await bureau.ack(first?.fileName ?? "")).toBe(0);
    expect(await bureau.poll()).toEqual([]);
  });

  it("can be acknowledged again, but not under a name that was never given", async () => {
    await decided(1, 1, "A");
    const name = (await bureau.poll())[0]?.fileName ?? "";
    expect([await bureau.ack(name), await bureau.ack(name)]).toEqual([0, 0]);
    expect(await bureau.ack("BAJG4400000000000002")).toBe(999);
    expect(await bureau.ack("BAJG4400000000000000")).toBe(999);
    expect(await bureau.ack("nosuchfile")).toBe(999);
  });

  it("belong to one province", async () => {
    await decided(1, 1, "A");
    await decided(1, 1, "B", "110000");
    expect((await bureau.poll("110000"))[0]?.results[0]?.submissionKey).toBe("B0:1");
    expect(await bureau.poll("310000")).toEqual([]);
  });

  it("come at most as many as asked for, those never served first", async () => {
    await decided(1, 100, "A");
    const names = async (limit: number) => (await bureau.poll("440000", limit)).map((file) => file.fileName);
    const [one] = await names(1);
    const [two] = await names(1);
    const [three] = await names(1);
    expect(new Set([one, two, three]).size).toBe(3);
    await decided(2, 1, "B");
    const [four, again] = await names(2);
    expect([one, two, three]).not.toContain(four);
    expect(again).toBe(one);
  });

  it("serves twenty by default and never more than fifty", async () => {
    for (let n = 1; n <= 51; n += 1) {
      await decided(n, 1, `A${n}-`);
      await bureau.poll("440000", 1);
    }
    const byDefault = await bureau.call("GET", "/results?provinceCode=440000");
    expect(byDefault.json.files).toHaveLength(20);
    expect(await bureau.poll("440000", 1000)).toHaveLength(50);
  });

  it("may carry one result twice, under one id in two files", async () => {
    await bureau.control({ failures: { duplicateResult: 1 } });
    await decided(1, 1, "A");
    const [first] = await bureau.poll();
    const files = await bureau.poll();
    const second = files.find((file) => file.fileName !== first?.fileName);
    expect(second?.results).toEqual(first?.results);
    await bureau.drain();
    expect(await bureau.poll()).toEqual([]);
  });
});
