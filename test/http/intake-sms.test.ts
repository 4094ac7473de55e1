import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Store } from "#db/store";
import type { SmsPassThrough } from "#server/intake/sms-pass-through";
import { type IntakeRig, openIntakeRig, THEIRS } from "#test/support/intake-rig";
import { approvedOrder, CODE_SENT, lead } from "#test/support/order-road";

/** A bureau that answers when `gate` opens, or not at all. */
const smsCalls: unknown[] = [];
let smsSilent = false;
let gate: Promise<void> = Promise.resolve();
const sms: SmsPassThrough = {
  verifySms: async (input) => {
    smsCalls.push(input);
    await gate;
    return smsSilent ? { kind: "UNAVAILABLE" } : { kind: "ANSWERED", verified: false, attemptsLeft: 4 };
  },
  resendSms: async (input) => {
    smsCalls.push(input);
    return smsSilent ? { kind: "UNAVAILABLE" } : { kind: "ANSWERED", sent: true, resendsLeft: 1 };
  },
};

/** Calls that were let in by their key. */
let admitted = 0;
function counting(store: Store): Store {
  return {
    ...store,
    intakeKey: async (secretHash) => {
      admitted += 1;
      return store.intakeKey(secretHash);
    },
  };
}

let rig: IntakeRig;
beforeEach(async () => {
  rig = await openIntakeRig({ sms, wrap: counting });
  smsCalls.length = 0;
  smsSilent = false;
  gate = Promise.resolve();
});
afterEach(() => rig.close());

describe("SMS pass-through", () => {
  const VERIFY = { phone: "13800000001", code: "123456", idTail: "31002X" };

  it("passes on what the person typed, once per key, and keeps none of it", async () => {
    const { orderNo } = await approvedOrder(rig);
    await lead(rig, orderNo, CODE_SENT);
    const verify = () => rig.call("POST", `/orders/${orderNo}/sms/verify`, { body: VERIFY, key: "sms-1" });
    let open: () => void = () => undefined;
    gate = new Promise((resolve) => {
      open = resolve;
    });
    admitted = 0;
    const asked = Promise.all([verify(), verify(), verify()]);
    await vi.waitFor(() => expect(admitted).toBe(3));
    open();
    const together = await asked;
    expect(together[0]).toMatchObject({ status: 200, body: { verified: false, attemptsLeft: 4 } });
    expect(new Set([...together, await verify()].map((reply) => reply.text)).size).toBe(1);
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
