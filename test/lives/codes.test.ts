import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import type { FilingKind } from "#shared/domain/filing/filing-type";
import { applicationOf, HOUR_MS, kindOf } from "#test/support/order-fixtures";
import { type LifeRig, openLifeRig } from "./life-rig";

const SRP = {
  name: "李四",
  idType: 2,
  idNumber: "110105199001011237",
  mobile: "13900000009",
  email: "srp@example.com",
};

let rig: LifeRig;
beforeAll(async () => {
  rig = await openLifeRig();
});
afterAll(() => rig.close());

let owners = 0;
/** An approved order whose codes are out; nobody answers them by himself. */
async function withCodes(kind: FilingKind, patch: Partial<Application> = {}): Promise<string> {
  owners += 1;
  const orderNo = await rig.submit(kind, `codes${owners}`, patch);
  await rig.step(orderNo, "approve");
  await rig.bureau.control({ autoVerifySms: false, forced: [{ match: orderNo, outcome: "APPROVE" }] });
  await rig.atBureau(HOUR_MS);
  return orderNo;
}

const codesOf = async (orderNo: string) =>
  (await rig.bureau.codes()).filter(({ submissionKey }) => submissionKey.startsWith(`${orderNo}:`));
const statusOf = async (orderNo: string) => (await rig.view(orderNo)).status;

const [site] = applicationOf(kindOf("FIRST_FILING")).services;
const twoPersons =
  site === undefined ? {} : { services: [{ ...site, responsiblePerson: { sameAsEntity: false, ...SRP } }] };

describe("the verification by code", () => {
  it("of two persons needs both: a wrong code, then each the right one", async () => {
    const orderNo = await withCodes(kindOf("FIRST_FILING"), twoPersons);
    expect(await statusOf(orderNo)).toBe("SMS_PENDING");
    const [first, second] = await codesOf(orderNo);
    if (first === undefined || second === undefined) throw new Error("two codes expected");
    await rig.bureau.verify(first.phone, "000000", first.idTail);
    await rig.bureau.verify(first.phone, first.code, first.idTail);
    await rig.atBureau(0);
    expect(await statusOf(orderNo)).toBe("SMS_PENDING");
    await rig.bureau.resend(second.phone, second.idTail);
    const [, resent] = await codesOf(orderNo);
    await rig.bureau.verify(second.phone, resent?.code ?? "", second.idTail);
    await rig.atBureau(0);
    expect(await statusOf(orderNo)).toBe("UNDER_BUREAU_REVIEW");
    const road = await rig.transitions(orderNo);
    expect(road.slice(road.indexOf("T32"))).toEqual(["T32", "T34", "T38", "T36", "T35", "T36", "T37"]);
    await rig.atBureau(48 * HOUR_MS);
    expect(await statusOf(orderNo)).toBe("FILED");
  });

  it("comes back at the sixth input after five wrong ones, even if that one is right", async () => {
    const orderNo = await withCodes(kindOf("CHANGE_ENTITY"));
    const [code] = await codesOf(orderNo);
    if (code === undefined) throw new Error("a code expected");
    for (let input = 0; input < 5; input += 1) await rig.bureau.verify(code.phone, "000000", code.idTail);
    await rig.atBureau(0);
    expect(await statusOf(orderNo)).toBe("SMS_PENDING");
    expect(await rig.bureau.verify(code.phone, code.code, code.idTail)).toMatchObject({ verified: false });
    await rig.atBureau(0);
    expect(await rig.view(orderNo)).toMatchObject({
      status: "SMS_RETURNED",
      bureau: { cause: "SMS_LOCKED" },
    });
  });

  it("that comes after the 24 hours changes nothing any more", async () => {
    const orderNo = await withCodes(kindOf("CHANGE_SERVICE"));
    const [code] = await codesOf(orderNo);
    await rig.atBureau(25 * HOUR_MS);
    expect(await rig.view(orderNo)).toMatchObject({
      status: "SMS_RETURNED",
      bureau: { cause: "SMS_TIMED_OUT" },
    });
    const late = await rig.bureau.verify(code?.phone ?? "", code?.code ?? "", code?.idTail ?? "");
    expect(late.verified).toBe(false);
    await rig.atBureau(HOUR_MS);
    expect(await statusOf(orderNo)).toBe("SMS_RETURNED");
  });

  it("is nobody's business for an APP added to an unchanged entity filed here", async () => {
    const app = { ...site, kind: "APP" as const, name: "示例应用", domains: [] };
    const orderNo = await withCodes(kindOf("ADD_SERVICE/OURS"), { services: [app] });
    expect(await codesOf(orderNo)).toEqual([]);
    await rig.atBureau(48 * HOUR_MS);
    expect(await statusOf(orderNo)).toBe("FILED");
    expect((await rig.transitions(orderNo)).slice(-4)).toEqual(["T27", "T29", "T55", "T43"]);
  });
});
