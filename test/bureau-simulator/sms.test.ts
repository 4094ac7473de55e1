import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BureauRecord } from "#shared/contract/bureau-record";
import { HOUR, MINUTE, startBureau, type TestBureau } from "./bureau-client";
import { ERP, SRP, sampleRecord } from "./sample-record";

let bureau: TestBureau;
beforeEach(async () => {
  bureau = await startBureau();
});
afterEach(() => bureau.stop());

async function waitingForCodes(orderNos: readonly string[], smsRecipients: BureauRecord["smsRecipients"]) {
  await bureau.submit(
    1,
    orderNos.map((orderNo) => sampleRecord("FIRST_FILING", orderNo, { smsRecipients })),
  );
  await bureau.control({ advanceMs: 11 * MINUTE });
  await bureau.drain();
}

async function codeOf(phone: string, orderNo = "A1"): Promise<string> {
  const found = (await bureau.codes()).find(
    (sent) => sent.phone === phone && sent.submissionKey === `${orderNo}:1`,
  );
  return found?.code ?? "";
}

/** Six digits that are certainly another code. */
function otherThan(code: string): string {
  return code === "000000" ? "111111" : "000000";
}

const events = async () =>
  (await bureau.drain()).map((result) => (result.kind === "SMS" ? result.event : result.kind));

describe("codes", () => {
  it("sends one six-digit code to each distinct phone", async () => {
    await waitingForCodes(["A1"], [ERP, { ...SRP, phone: ERP.phone }, SRP]);
    const codes = await bureau.codes();
    expect(codes.map(({ role, phone }) => [role, phone])).toEqual([
      ["ERP", ERP.phone],
      ["SRP", SRP.phone],
    ]);
    expect(codes.every(({ code }) => /^\d{6}$/.test(code))).toBe(true);
  });

  it("goes into review only when every phone has answered", async () => {
    await waitingForCodes(["A1"], [ERP, SRP]);
    expect(await bureau.verify(ERP.phone, await codeOf(ERP.phone), ERP.idTail)).toEqual({
      verified: true,
      attemptsLeft: 5,
    });
    expect(await bureau.stateOf("A1:1")).toBe("SMS_PENDING");
    await bureau.verify(SRP.phone, await codeOf(SRP.phone), SRP.idTail);
    expect(await bureau.stateOf("A1:1")).toBe("IN_REVIEW");
    expect(await events()).toEqual(["VERIFIED", "VERIFIED", "ALL_VERIFIED"]);
  });

  it("asks for code, phone and tail together; the letter case of the tail makes no difference", async () => {
    await waitingForCodes(["A1"], [ERP, SRP]);
    const code = await codeOf(ERP.phone);
    expect(await bureau.verify(SRP.phone, code, ERP.idTail)).toMatchObject({ verified: false });
    expect(await bureau.verify(ERP.phone, code, "999999")).toMatchObject({ verified: false });
    expect(await bureau.verify("13900000000", code, ERP.idTail)).toEqual({
      verified: false,
      attemptsLeft: 0,
    });
    expect(await bureau.verify(ERP.phone, code, ERP.idTail.toLowerCase())).toMatchObject({ verified: true });
  });
});

describe("wrong inputs", () => {
  it("counts down, and the sixth input returns the record even when it is right", async () => {
    await waitingForCodes(["A1"], [ERP, SRP]);
    const code = await codeOf(ERP.phone);
    const left = [];
    for (let n = 0; n < 5; n += 1) {
      left.push((await bureau.verify(ERP.phone, otherThan(code), ERP.idTail)).attemptsLeft);
    }
    expect(left).toEqual([4, 3, 2, 1, 0]);
    expect(await bureau.stateOf("A1:1")).toBe("SMS_PENDING");
    expect(await bureau.verify(ERP.phone, code, ERP.idTail)).toEqual({ verified: false, attemptsLeft: 0 });
    expect(await bureau.stateOf("A1:1")).toBe("SMS_FAILED");
    expect(await events()).toEqual([...Array.from({ length: 5 }, () => "WRONG_INPUT"), "LOCKED"]);
    expect(await bureau.codes()).toEqual([]);
  });

  it("begins to count anew after a right input", async () => {
    await waitingForCodes(["A1"], [ERP, SRP]);
    const code = await codeOf(ERP.phone);
    await bureau.verify(ERP.phone, otherThan(code), ERP.idTail);
    await bureau.verify(ERP.phone, code, ERP.idTail);
    expect(await bureau.drain()).toMatchObject([
      { event: "WRONG_INPUT", role: "ERP", attemptsLeft: 4 },
      { event: "VERIFIED", role: "ERP", attemptsLeft: 5 },
    ]);
  });

  it("counts each phone by itself", async () => {
    await waitingForCodes(["A1"], [ERP, SRP]);
    for (const { phone, idTail } of [ERP, SRP, ERP, SRP, ERP, SRP]) {
      await bureau.verify(phone, otherThan(await codeOf(phone)), idTail);
    }
    expect((await bureau.codes()).map(({ attemptsLeft }) => attemptsLeft)).toEqual([2, 2]);
    expect(await bureau.stateOf("A1:1")).toBe("SMS_PENDING");
  });

  it("counts a wrong input for every open code of the phone, a right one verifies its own code only", async () => {
    await waitingForCodes(["A1", "A2"], [ERP]);
    const first = await codeOf(ERP.phone, "A1");
    const second = await codeOf(ERP.phone, "A2");
    const wrong = ["000000", "111111", "222222"].find((code) => code !== first && code !== second) ?? "";
    for (let n = 0; n < 5; n += 1) await bureau.verify(ERP.phone, wrong, ERP.idTail);
    expect(await bureau.verify(ERP.phone, first, ERP.idTail)).toEqual({ verified: false, attemptsLeft: 0 });
    expect([await bureau.stateOf("A1:1"), await bureau.stateOf("A2:1")]).toEqual([
      "SMS_FAILED",
      "SMS_PENDING",
    ]);
    expect(await bureau.verify(ERP.phone, wrong, ERP.idTail)).toEqual({ verified: false, attemptsLeft: 0 });
    expect(await bureau.stateOf("A2:1")).toBe("SMS_FAILED");
  });

  it("leaves the other open code alone when one is answered rightly", async () => {
    await waitingForCodes(["A1", "A2"], [ERP]);
    await bureau.verify(ERP.phone, await codeOf(ERP.phone, "A2"), ERP.idTail);
    expect([await bureau.stateOf("A1:1"), await bureau.stateOf("A2:1")]).toEqual([
      "SMS_PENDING",
      "IN_REVIEW",
    ]);
    expect(await bureau.codes()).toMatchObject([{ submissionKey: "A1:1", attemptsLeft: 5 }]);
  });
});

describe("time and resends", () => {
  it("returns the record 24 hours after the codes went out, and not before", async () => {
    await bureau.submit(1, [sampleRecord("FIRST_FILING", "A1")]);
    await bureau.control({ advanceMs: 11 * MINUTE });
    const deadlineMs = (await bureau.codes())[0]?.deadlineMs ?? 0;
    await bureau.verify(ERP.phone, await codeOf(ERP.phone), ERP.idTail);
    const code = await codeOf(SRP.phone);
    const { bureauTimeMs } = await bureau.control({});
    await bureau.control({ advanceMs: deadlineMs - bureauTimeMs - 1 });
    expect(await bureau.stateOf("A1:1")).toBe("SMS_PENDING");
    await bureau.control({ advanceMs: 1 });
    expect(await bureau.stateOf("A1:1")).toBe("SMS_FAILED");
    expect(await bureau.verify(SRP.phone, code, SRP.idTail)).toMatchObject({ verified: false });
    const last = (await bureau.drain()).at(-1);
    expect(last).toMatchObject({ kind: "SMS", event: "TIMED_OUT", atMs: deadlineMs });
  });

  it("sends twice more, with a new code and the old deadline; the third asking sends nothing", async () => {
    await waitingForCodes(["A1"], [ERP]);
    const first = (await bureau.codes())[0];
    await bureau.control({ advanceMs: 2 * HOUR });
    expect(await bureau.resend(ERP.phone, "999999")).toEqual({ sent: false, resendsLeft: 0 });
    expect(await bureau.resend(ERP.phone, ERP.idTail)).toEqual({ sent: true, resendsLeft: 1 });
    expect(await bureau.resend(ERP.phone, ERP.idTail)).toEqual({ sent: true, resendsLeft: 0 });
    const latest = (await bureau.codes())[0];
    expect(await bureau.resend(ERP.phone, ERP.idTail)).toEqual({ sent: false, resendsLeft: 0 });
    expect((await bureau.codes())[0]).toEqual(latest);
    expect(latest?.code).not.toBe(first?.code);
    expect(latest?.deadlineMs).toBe(first?.deadlineMs);
    expect(await bureau.drain()).toMatchObject([
      { event: "SENT", resendsLeft: 1, deadlineMs: first?.deadlineMs },
      { event: "SENT", resendsLeft: 0, deadlineMs: first?.deadlineMs },
    ]);
    expect(await bureau.verify(ERP.phone, first?.code ?? "", ERP.idTail)).toMatchObject({ verified: false });
    expect(await bureau.verify(ERP.phone, latest?.code ?? "", ERP.idTail)).toMatchObject({ verified: true });
  });

  it("does not give back attempts with a resend", async () => {
    await waitingForCodes(["A1"], [ERP]);
    await bureau.verify(ERP.phone, otherThan(await codeOf(ERP.phone)), ERP.idTail);
    await bureau.resend(ERP.phone, ERP.idTail);
    expect((await bureau.codes())[0]).toMatchObject({ attemptsLeft: 4, resendsLeft: 1 });
  });

  it("starts afresh with the next submission of the order", async () => {
    await bureau.control({ forced: [{ match: "A1:1", outcome: "SMS_LOCKED" }] });
    await waitingForCodes(["A1"], [ERP]);
    await bureau.control({ advanceMs: 6 * HOUR });
    expect(await bureau.stateOf("A1:1")).toBe("SMS_FAILED");
    await bureau.submit(2, [
      sampleRecord("FIRST_FILING", "A1", { submissionKey: "A1:2", smsRecipients: [ERP] }),
    ]);
    await bureau.control({ advanceMs: 11 * MINUTE });
    expect(await bureau.codes()).toMatchObject([{ submissionKey: "A1:2", attemptsLeft: 5, resendsLeft: 2 }]);
  });
});
