import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SmsPassThrough } from "#server/intake/sms-pass-through";
import { type IntakeRig, openIntakeRig, THEIRS } from "#test/support/intake-rig";
import { approvedOrder, CODE_SENT, lead } from "#test/support/order-road";

const smsCalls: unknown[] = [];
let smsSilent = false;
const sms: SmsPassThrough = {
  verifySms: async (input) => {
    smsCalls.push(input);
    return smsSilent ? { kind: "UNAVAILABLE" } : { kind: "ANSWERED", verified: false, attemptsLeft: 4 };
  },
  resendSms: async (input) => {
    smsCalls.push(input);
    return smsSilent ? { kind: "UNAVAILABLE" } : { kind: "ANSWERED", sent: true, resendsLeft: 1 };
  },
};

let rig: IntakeRig;
beforeEach(async () => {
  rig = await openIntakeRig({ sms });
  smsCalls.length = 0;
  smsSilent = false;
});
afterEach(() => rig.close());

describe("SMS pass-through", () => {
  const VERIFY = { phone: "13800000001", code: "123456", idTail: "31002X" };

  it("passes on what the person typed, once per key, and keeps none of it", async () => {
    const { orderNo } = await approvedOrder(rig);
    await lead(rig, orderNo, CODE_SENT);
    const verify = () => rig.call("POST", `/orders/${orderNo}/sms/verify`, { body: VERIFY, key: "sms-1" });
    const first = await verify();
    expect(first).toMatchObject({ status: 200, body: { verified: false, attemptsLeft: 4 } });
    expect((await Promise.all([verify(), verify()])).map((reply) => reply.text)).toEqual([
      first.text,
      first.text,
    ]);
    expect(smsCalls).toEqual([VERIFY]);
    const { code: _code, ...resend } = VERIFY;
    expect((await rig.call("POST", `/orders/${orderNo}/sms/resend`, { body: resend })).body).toEqual({
      sent: true,
      resendsLeft: 1,
    });
    const rows = JSON.stringify(rig.rows("SELECT * FROM idempotency"));
    for (const typed of Object.values(VERIFY)) expect(rows + rig.logged.join("")).not.toContain(typed);
  });

  it("says that the bureau is silent, and asks again under the same key", async () => {
    const { orderNo } = await approvedOrder(rig);
    await lead(rig, orderNo, CODE_SENT);
    smsSilent = true;
    const body = VERIFY;
    expect(await rig.call("POST", `/orders/${orderNo}/sms/verify`, { body, key: "k" })).toMatchObject({
      status: 503,
      body: { code: "BUREAU_UNAVAILABLE" },
    });
    smsSilent = false;
    expect((await rig.call("POST", `/orders/${orderNo}/sms/verify`, { body, key: "k" })).status).toBe(200);
  });

  it("is closed while no code can be out", async () => {
    const { orderNo } = await approvedOrder(rig);
    expect(await rig.call("POST", `/orders/${orderNo}/sms/verify`, { body: VERIFY })).toMatchObject({
      status: 409,
      body: { code: "STATUS_NOT_ALLOWED", currentStatus: "PENDING_BUREAU_SUBMISSION" },
    });
    expect(smsCalls).toEqual([]);
  });

  it("is closed to another filing system", async () => {
    const { orderNo } = await approvedOrder(rig);
    await lead(rig, orderNo, CODE_SENT);
    const reply = await rig.call("POST", `/orders/${orderNo}/sms/verify`, { body: VERIFY, secret: THEIRS });
    expect(reply).toMatchObject({ status: 404, body: { code: "ORDER_NOT_FOUND" } });
    expect(smsCalls).toEqual([]);
  });
});
