import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BureauResult } from "#shared/contract/bureau-result";
import { HOUR, MINUTE, START_MS, startBureau, type TestBureau } from "./bureau-client";
import { app, ERP, SRP, sampleRecord, website } from "./sample-record";

let bureau: TestBureau;
beforeEach(async () => {
  bureau = await startBureau();
});
afterEach(() => bureau.stop());

/** `DOMAIN_CHECK+`, `SMS SENT ERP`, `REVIEW-`: a result in a word or three. */
function short(result: BureauResult): string {
  switch (result.kind) {
    case "SMS":
      return ["SMS", result.event, result.role ?? ""].join(" ").trim();
    case "DOMAIN_CHECK":
      return `DOMAIN_CHECK${result.passed ? "+" : "-"}`;
    case "REVIEW":
      return `REVIEW${result.approved ? "+" : "-"}`;
    case "RECORD_ERROR":
      return `RECORD_ERROR ${result.jgdm}`;
  }
}

const SENT = ["SMS SENT ERP", "SMS SENT SRP"];
const ANSWERED = ["SMS VERIFIED ERP", "SMS VERIFIED SRP", "SMS ALL_VERIFIED"];
const lives: [Parameters<typeof sampleRecord>[0], string[]][] = [
  ["FIRST_FILING", ["DOMAIN_CHECK+", ...SENT, ...ANSWERED, "REVIEW+"]],
  ["ADD_SERVICE", ["DOMAIN_CHECK+", ...SENT, ...ANSWERED, "REVIEW+"]],
  ["ADD_ACCESS", ["DOMAIN_CHECK+", ...SENT, ...ANSWERED, "REVIEW+"]],
  ["CHANGE", ["DOMAIN_CHECK+", ...SENT, ...ANSWERED, "REVIEW+"]],
  ["CANCEL_ACCESS", ["REVIEW+"]],
  ["DEREGISTER_ENTITY", [...SENT, ...ANSWERED, "REVIEW+"]],
  ["DEREGISTER_SERVICE", [...SENT, ...ANSWERED, "REVIEW+"]],
];

describe("life of each filing type", () => {
  it.each(lives)("%s goes its whole way to approval", async (kind, expected) => {
    await bureau.submit(1, [sampleRecord(kind, "A1")]);
    expect(await bureau.stateOf("A1:1")).toBe("RECEIVED");
    const seen: BureauResult[] = [];
    await bureau.control({ advanceMs: 11 * MINUTE });
    seen.push(...(await bureau.drain()));
    for (const { phone, code, idTail } of await bureau.codes()) await bureau.verify(phone, code, idTail);
    expect(await bureau.stateOf("A1:1")).toBe("IN_REVIEW");
    await bureau.control({ advanceMs: 24 * HOUR });
    seen.push(...(await bureau.drain()));
    expect(seen.map(short)).toEqual(expected);
    expect(await bureau.stateOf("A1:1")).toBe("APPROVED");
    expect(new Set(seen.map((result) => result.resultId)).size).toBe(seen.length);
    expect(seen.map((result) => result.atMs)).toEqual(
      seen.map((result) => result.atMs).toSorted((a, b) => a - b),
    );
  });

  it("goes from the domain check straight to review when nobody is to be asked", async () => {
    await bureau.submit(1, [
      sampleRecord("ADD_SERVICE", "A1", { services: [app("计算器")], smsRecipients: [] }),
    ]);
    await bureau.control({ advanceMs: 7 * MINUTE });
    expect((await bureau.drain()).map(short)).toEqual(["DOMAIN_CHECK+"]);
    expect(await bureau.stateOf("A1:1")).toBe("IN_REVIEW");
  });

  it("passes through the states at the times its delays say, whenever somebody looks", async () => {
    await bureau.control({
      delays: {
        recordCheckMinMs: MINUTE,
        recordCheckMaxMs: MINUTE,
        domainCheckMinMs: 2 * MINUTE,
        domainCheckMaxMs: 2 * MINUTE,
        smsSentAfterMs: 5 * MINUTE,
      },
    });
    await bureau.submit(1, [sampleRecord("FIRST_FILING", "A1")]);
    const states = [];
    for (const ms of [MINUTE - 1, 1, 2 * MINUTE - 1, 1, 5 * MINUTE - 1]) {
      bureau.clock.ms += ms;
      states.push(await bureau.stateOf("A1:1"));
    }
    expect(states).toEqual(["RECEIVED", "DOMAIN_CHECK", "DOMAIN_CHECK", "SMS_PENDING", "SMS_PENDING"]);
    expect(await bureau.codes()).toEqual([]);
    bureau.clock.ms += 1 + 3 * HOUR;
    const sentAtMs = START_MS + 8 * MINUTE;
    expect(await bureau.drain()).toMatchObject([
      { kind: "DOMAIN_CHECK", atMs: START_MS + 3 * MINUTE },
      {
        event: "SENT",
        role: "ERP",
        atMs: sentAtMs,
        deadlineMs: sentAtMs + 24 * HOUR,
        attemptsLeft: 5,
        resendsLeft: 2,
      },
      {
        event: "SENT",
        role: "SRP",
        atMs: sentAtMs,
        deadlineMs: sentAtMs + 24 * HOUR,
        attemptsLeft: 5,
        resendsLeft: 2,
      },
    ]);
  });
});

describe("forced outcomes", () => {
  const forced: [string, string, string][] = [
    ["DOMAIN_FAIL", "DOMAIN_CHECK-", "DOMAIN_FAILED"],
    ["RECORD_ERROR:1063", "RECORD_ERROR 1063", "RECORD_ERROR"],
    ["SMS_TIMEOUT", "SMS TIMED_OUT", "SMS_FAILED"],
    ["SMS_LOCKED", "SMS LOCKED ERP", "SMS_FAILED"],
    ["REFUSE", "REVIEW-", "REFUSED"],
    ["APPROVE", "REVIEW+", "APPROVED"],
  ];
  it.each(forced)(
    "%s ends in %s, even where everything would fail by itself",
    async (outcome, last, state) => {
      const failures = { recordError: 1, domainFail: 1, smsTimeout: 1, smsLocked: 0, refuse: 1 };
      await bureau.control({ autoVerifySms: true, failures, forced: [{ match: "A1", outcome }] });
      await bureau.submit(1, [sampleRecord("FIRST_FILING", "A1-7"), sampleRecord("FIRST_FILING", "B1")]);
      await bureau.control({ advanceMs: 72 * HOUR });
      const results = await bureau.drain();
      const ofOrder = results.filter((result) => result.submissionKey === "A1-7:1").map(short);
      expect(ofOrder.at(-1)).toBe(last);
      expect(await bureau.stateOf("A1-7:1")).toBe(state);
      expect(await bureau.stateOf("B1:1")).toBe("RECORD_ERROR");
    },
  );

  it("prefers the longest match, so one submission can differ from its order", async () => {
    await bureau.control({
      forced: [
        { match: "A1:1", outcome: "DOMAIN_FAIL" },
        { match: "A", outcome: "RECORD_ERROR:1008" },
      ],
    });
    await bureau.submit(1, [sampleRecord("FIRST_FILING", "A1"), sampleRecord("FIRST_FILING", "A2")]);
    await bureau.control({ advanceMs: HOUR });
    expect([await bureau.stateOf("A1:1"), await bureau.stateOf("A2:1")]).toEqual([
      "DOMAIN_FAILED",
      "RECORD_ERROR",
    ]);
  });

  it("gives a reason with a failed domain check and an opinion with a refusal", async () => {
    await bureau.control({
      autoVerifySms: true,
      forced: [
        { match: "A1", outcome: "DOMAIN_FAIL" },
        { match: "A2", outcome: "REFUSE" },
      ],
    });
    await bureau.submit(1, [sampleRecord("FIRST_FILING", "A1"), sampleRecord("FIRST_FILING", "A2")]);
    await bureau.control({ advanceMs: 72 * HOUR });
    const results = await bureau.drain();
    expect(results.find((result) => result.submissionKey === "A1:1")).toMatchObject({
      passed: false,
      reason: expect.stringContaining("域名"),
    });
    expect(results.find((result) => result.kind === "REVIEW")).toMatchObject({
      jgdm: 1002,
      opinion: expect.stringMatching(/\S/),
    });
  });
});

describe("chance", () => {
  const fates = async (seed: string, order: readonly string[]) => {
    const other = await startBureau({ seed });
    await other.control({ profile: "demo", failures: { refuse: 0.4, domainFail: 0.3, smsTimeout: 0.2 } });
    for (const [index, orderNo] of order.entries()) {
      const site = website(`${orderNo.toLowerCase()}.example.com`);
      const entity = { ...sampleRecord("FIRST_FILING", orderNo).entity, certNumber: orderNo };
      await other.submit(index + 1, [sampleRecord("FIRST_FILING", orderNo, { entity, services: [site] })]);
      other.clock.ms += 1;
    }
    await other.control({ advanceMs: 96 * HOUR });
    const states = new Map<string, string>();
    for (const orderNo of order.toSorted()) states.set(orderNo, await other.stateOf(`${orderNo}:1`));
    await other.stop();
    return states;
  };
  const orders = Array.from({ length: 40 }, (_, n) => `C${n}`);

  it("depends on seed and key, not on the order of calls", async () => {
    const forward = await fates("s1", orders);
    expect(await fates("s1", orders.toReversed())).toEqual(forward);
    expect(await fates("s2", orders)).not.toEqual(forward);
    expect(new Set(forward.values()).size).toBeGreaterThan(3);
  });
});

describe("the demo profile", () => {
  it("sees a filing through within three minutes at 600 times real time, with nobody helping", async () => {
    const demo = await startBureau({ clockFactor: 600 });
    await demo.control({ profile: "demo", forced: [{ match: "A1", outcome: "APPROVE" }] });
    await demo.submit(1, [sampleRecord("FIRST_FILING", "A1", { smsRecipients: [ERP, SRP] })]);
    demo.clock.ms += 170_000;
    expect(await demo.stateOf("A1:1")).toBe("APPROVED");
    await demo.stop();
  });
});
