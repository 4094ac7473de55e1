import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateDemoOrder } from "#server/demo/generator/generate-demo-order";
import { submissionKeyOf } from "#shared/contract/bureau-record";
import { FILING_KINDS, kindCode } from "#shared/domain/filing/filing-type";
import { NOW_MS } from "#test/support/order-fixtures";
import { type LifeRig, openLifeRig } from "./life-rig";

const PUSHED = ["approve", "bureau:APPROVE"];
const CONFIRMED = ["approve", "confirm", "bureau:APPROVE"];
const GOOD_ENDS: Readonly<Record<string, readonly [steps: readonly string[], end: string]>> = {
  FIRST_FILING: [PUSHED, "FILED"],
  "ADD_ACCESS/OURS": [PUSHED, "FILED"],
  "ADD_ACCESS/OTHER": [PUSHED, "FILED"],
  "ADD_SERVICE/OURS": [PUSHED, "FILED"],
  "ADD_SERVICE/OTHER": [PUSHED, "FILED"],
  CHANGE_ENTITY: [PUSHED, "FILED"],
  CHANGE_SERVICE: [PUSHED, "FILED"],
  CHANGE_BOTH: [PUSHED, "FILED"],
  "CANCEL_ACCESS/VOLUNTARY": [CONFIRMED, "CANCELLED_ACCESS"],
  "CANCEL_ACCESS/FORCED": [PUSHED, "CANCELLED_ACCESS"],
  DEREGISTER_ENTITY: [CONFIRMED, "DEREGISTERED"],
  DEREGISTER_SERVICE: [CONFIRMED, "DEREGISTERED"],
  CLAIM: [["approve"], "CLAIMED"],
  TRANSFER: [[], "TRANSFERRED"],
};
const NUMBERED = [
  "FIRST_FILING",
  "ADD_ACCESS/OURS",
  "ADD_ACCESS/OTHER",
  "ADD_SERVICE/OURS",
  "ADD_SERVICE/OTHER",
];

describe("a realistic order", () => {
  let rig: LifeRig;
  beforeAll(async () => {
    rig = await openLifeRig();
  });
  afterAll(() => rig.close());

  const kinds = FILING_KINDS.map((kind, index) => [kindCode(kind), kind, index] as const);

  it.each(kinds)(
    "of %s goes from the upload of its files to its good end",
    async (code, filingKind, index) => {
      const demo = generateDemoOrder({ seed: 7, index, atMs: NOW_MS, filingKind, defects: "NONE" });
      const orderNo = await rig.submitDocument(demo.application, demo.files);
      const [steps, end] = GOOD_ENDS[code] ?? [[], ""];
      for (const step of steps) await rig.step(orderNo, step);
      const view = await rig.view(orderNo);
      expect(view.status).toBe(end);
      const atBureau = steps.includes("bureau:APPROVE");
      expect(await rig.bureau.stateOf(submissionKeyOf(orderNo, 1))).toBe(atBureau ? "APPROVED" : "UNKNOWN");
      if (NUMBERED.includes(code)) {
        const { services } = demo.application;
        expect(view.filingNumbers).toMatchObject({
          services: services.map(() => expect.stringMatching(/ICP/)),
        });
      }
    },
  );
});
