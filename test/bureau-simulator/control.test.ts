import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HOUR, MINUTE, startBureau, type TestBureau } from "./bureau-client";
import { sampleRecord } from "./sample-record";

let bureau: TestBureau;
beforeEach(async () => {
  bureau = await startBureau();
});
afterEach(() => bureau.stop());

const put = (body: string, contentType = "application/json") =>
  fetch(`${bureau.origin}/bureau/v1/control`, {
    method: "PUT",
    headers: { "content-type": contentType },
    body,
  });

describe("control", () => {
  it("needs no signature and shows settings and state", async () => {
    await bureau.submit(1, [sampleRecord("FIRST_FILING", "A1"), { submissionKey: "A2:1" }]);
    const shown = await bureau.control({});
    expect(shown).toMatchObject({
      simulated: true,
      control: { profile: "none", seed: "seed", clockFactor: 1, autoVerifySms: false, forced: [] },
      provinces: [{ provinceCode: "440000", lastDataSequence: 1 }],
      submissions: { RECEIVED: 1, RECORD_ERROR: 1 },
    });
  });

  it.each([
    ["an unknown setting", JSON.stringify({ speed: 2 })],
    ["an impossible share", JSON.stringify({ failures: { refuse: 2 } })],
    ["an unknown outcome", JSON.stringify({ forced: [{ match: "A", outcome: "LOSE" }] })],
    ["what is not JSON", "{"],
  ])("refuses %s and changes nothing", async (_what, body) => {
    const before = (await bureau.control({})).control;
    expect((await put(body)).status).toBe(400);
    expect((await bureau.control({})).control).toEqual(before);
  });

  it("refuses a body that a foreign page could send without being asked", async () => {
    expect((await put(JSON.stringify({ clockFactor: 9 }), "text/plain")).status).toBe(400);
    expect((await bureau.control({})).control.clockFactor).toBe(1);
  });

  it("keeps what a patch does not name, until a profile is named", async () => {
    await bureau.control({
      delays: { reviewMedianMs: HOUR },
      failures: { refuse: 0.5 },
      autoVerifySms: true,
    });
    const kept = await bureau.control({ failures: { domainFail: 0.1 } });
    expect(kept.control).toMatchObject({
      autoVerifySms: true,
      failures: { refuse: 0.5, domainFail: 0.1 },
      delays: { reviewMedianMs: HOUR },
    });
    const none = await bureau.control({ profile: "none" });
    expect(none.control).toMatchObject({
      autoVerifySms: false,
      failures: { refuse: 0, domainFail: 0 },
      delays: { reviewMedianMs: HOUR },
    });
  });

  it("also holds for what is under way, from the moment of the change on", async () => {
    await bureau.submit(1, [sampleRecord("CANCEL_ACCESS", "A1")]);
    await bureau.control({ advanceMs: HOUR });
    expect(await bureau.stateOf("A1:1")).toBe("IN_REVIEW");
    const { bureauTimeMs } = await bureau.control({ delays: { reviewMedianMs: MINUTE } });
    expect(await bureau.stateOf("A1:1")).toBe("APPROVED");
    expect(await bureau.drain()).toMatchObject([{ kind: "REVIEW", atMs: bureauTimeMs }]);
  });

  it("lets what was due under the old settings happen under them", async () => {
    await bureau.submit(1, [sampleRecord("CANCEL_ACCESS", "A1")]);
    bureau.clock.ms += 72 * HOUR;
    await bureau.control({ forced: [{ match: "A1", outcome: "REFUSE" }] });
    expect(await bureau.stateOf("A1:1")).toBe("APPROVED");
  });

  it("carries a filing to its end at once when nothing takes time", async () => {
    const nothing = {
      recordCheckMinMs: 0,
      recordCheckMaxMs: 0,
      domainCheckMinMs: 0,
      domainCheckMaxMs: 0,
      smsSentAfterMs: 0,
      smsAnswerMedianMs: 0,
      reviewMedianMs: 0,
    };
    await bureau.control({ autoVerifySms: true, delays: nothing });
    await bureau.submit(1, [sampleRecord("FIRST_FILING", "A1")]);
    expect(await bureau.stateOf("A1:1")).toBe("APPROVED");
  });
});
