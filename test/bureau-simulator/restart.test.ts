import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HOUR, MINUTE, START_MS, startBureau } from "./bureau-client";
import { CERTIFICATE, ERP, SRP, sampleRecord } from "./sample-record";

let folder: string;
let journalPath: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "bureau-"));
  journalPath = path.join(folder, "inner", "bureau.journal");
});
afterEach(() => rm(folder, { recursive: true }));

describe("a restart", () => {
  it("forgets nothing: sequence, keys, codes, attempts, results, acknowledgements, registry, settings", async () => {
    const before = await startBureau({ journalPath });
    await before.control({ autoVerifySms: true, forced: [{ match: "A2", outcome: "SMS_TIMEOUT" }] });
    await before.submit(1, [sampleRecord("FIRST_FILING", "A1")]);
    await before.control({ advanceMs: 72 * HOUR });
    const [filed] = await before.poll();
    await before.ack(filed?.fileName ?? "");
    await before.submit(2, [sampleRecord("ADD_SERVICE", "A2")]);
    await before.control({ advanceMs: 11 * MINUTE });
    const [open] = await before.poll();
    await before.verify(ERP.phone, "wrong", ERP.idTail);
    const codes = await before.codes();
    const registry = await before.query(CERTIFICATE);
    await before.stop();

    const after = await startBureau({ journalPath });
    expect(await after.codes()).toEqual(codes);
    expect((await after.query(CERTIFICATE)).services).toEqual(registry.services);
    expect(registry.filed).toBe(true);
    expect((await after.submit(2, [sampleRecord("FIRST_FILING", "A9")])).accepted).toBe(2);
    expect(await after.stateOf("A9:1")).toBe("UNKNOWN");
    expect((await after.submit(3, [sampleRecord("FIRST_FILING", "A1")])).accepted).toBe(3);
    expect([await after.stateOf("A1:1"), await after.stateOf("A2:1")]).toEqual(["APPROVED", "SMS_PENDING"]);
    const files = await after.poll();
    expect(files[0]).toEqual(open);
    expect(files.flatMap((file) => file.results)).toContainEqual(
      expect.objectContaining({ event: "WRONG_INPUT" }),
    );
    expect(await after.ack(filed?.fileName ?? "")).toBe(0);
    await after.verify(SRP.phone, codes.find(({ role }) => role === "SRP")?.code ?? "", SRP.idTail);
    await after.verify(ERP.phone, codes.find(({ role }) => role === "ERP")?.code ?? "", ERP.idTail);
    expect(await after.stateOf("A2:1")).toBe("IN_REVIEW");
    await after.stop();
  });

  it("loses nothing that was answered when the process just dies", async () => {
    const dying = await startBureau({ journalPath });
    await dying.submit(1, [sampleRecord("FIRST_FILING", "A1")]);
    const asItWas = await readFile(journalPath);
    await dying.stop();
    await writeFile(journalPath, asItWas);
    const after = await startBureau({ journalPath });
    expect(await after.stateOf("A1:1")).toBe("RECEIVED");
    await after.stop();
  });

  it("drops a last line that was not written to its end, and writes on", async () => {
    const before = await startBureau({ journalPath });
    await before.submit(1, [sampleRecord("FIRST_FILING", "A1")]);
    await before.stop();
    for (const [n, torn] of ["half a line", "a whole one of rubbish\n"].entries()) {
      await appendFile(journalPath, torn);
      const after = await startBureau({ journalPath });
      expect(await after.stateOf("A1:1")).toBe("RECEIVED");
      await after.submit(n + 2, [sampleRecord("FIRST_FILING", `B${n}`)]);
      await after.stop();
    }
    const last = await startBureau({ journalPath });
    expect([await last.stateOf("B0:1"), await last.stateOf("B1:1")]).toEqual(["RECEIVED", "RECEIVED"]);
    await last.stop();
  });

  it("refuses a journal that is damaged in the middle, or belongs to another secret", async () => {
    const before = await startBureau({ journalPath });
    await before.submit(1, [sampleRecord("FIRST_FILING", "A1")]);
    await before.submit(2, [sampleRecord("FIRST_FILING", "A2")]);
    await before.stop();
    await expect(startBureau({ journalPath, secret: "another secret" })).rejects.toThrow("BUREAU_SECRET");
    const lines = (await readFile(journalPath, "utf8")).split("\n");
    await writeFile(journalPath, lines.toSpliced(1, 1, "damage").join("\n"));
    await expect(startBureau({ journalPath })).rejects.toThrow("damaged in line 2");
  });

  it("keeps no phone, name, certificate or code in clear", async () => {
    const before = await startBureau({ journalPath });
    await before.submit(1, [sampleRecord("FIRST_FILING", "A1")]);
    await before.control({ advanceMs: 11 * MINUTE });
    const [sent] = await before.codes();
    await before.stop();
    const stored = await readFile(journalPath, "utf8");
    for (const secret of [ERP.phone, CERTIFICATE.certNumber, "示例科技", "A1:1", `"${sent?.code}"`]) {
      expect(stored).not.toContain(secret);
    }
  });
});

describe("bureau time", () => {
  const timeOf = async (bureau: Awaited<ReturnType<typeof startBureau>>) =>
    (await bureau.control({})).bureauTimeMs;

  it("never goes back, whether the speed changes or the machine's clock jumps", async () => {
    const bureau = await startBureau({ clockFactor: 600 });
    const times = [await timeOf(bureau)];
    for (const [clockFactor, passes] of [
      [600, 10_000],
      [1, 5000],
      [0, 5000],
      [60, -100_000],
      [60, 200_000],
    ] as const) {
      await bureau.control({ clockFactor });
      bureau.clock.ms += passes;
      times.push(await timeOf(bureau));
    }
    const [start = 0, fast = 0, real = 0, stopped = 0, back = 0] = times;
    expect(start).toBe(START_MS);
    expect([fast - start, real - fast, stopped - real]).toEqual([6_000_000, 5000, 0]);
    expect(back).toBe(stopped);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    await bureau.stop();
  });

  it("stands still while the machine's clock makes up for a jump back", async () => {
    const bureau = await startBureau();
    const timeOfState = async () => (await bureau.call("GET", "/submissions/A1:1")).json.bureauTimeMs;
    await timeOfState();
    bureau.clock.ms += 5000;
    const before = await timeOfState();
    bureau.clock.ms -= 3000;
    expect(await timeOfState()).toBe(before);
    bureau.clock.ms += 4000;
    expect(await timeOfState()).toBe(before + 1000);
    await bureau.stop();
  });

  it("goes on after a restart, at no more than real speed while nobody ran it", async () => {
    const before = await startBureau({ journalPath, clockFactor: 600 });
    before.clock.ms += HOUR;
    const left = await timeOf(before);
    await before.stop();
    const startMs = before.clock.ms + 24 * HOUR;
    const after = await startBureau({ journalPath, clockFactor: 600, startMs });
    const found = await timeOf(after);
    expect(found).toBeGreaterThanOrEqual(left + 24 * HOUR);
    expect(found).toBeLessThan(left + 26 * HOUR);
    await after.stop();
  });
});
