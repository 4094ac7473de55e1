import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { submissionKeyOf } from "#shared/contract/bureau-record";
import { FILING_KINDS, kindCode } from "#shared/domain/filing/filing-type";
import { endOf } from "#test/delivery/truth";
import { type LifeRig, openLifeRig } from "./life-rig";
import { LIVES, type Life, STRAIGHT_ROADS } from "./lives.data";

const ENTRY = { TRANSFER: "TRANSFERRED" } as const;

function endOfLife({ steps }: Life, kind: string): string {
  return steps.at(-1)?.split(" ")[2] ?? (kind === "TRANSFER" ? ENTRY.TRANSFER : "PENDING_FIRST_REVIEW");
}

it("there are lives of exactly the fourteen sub-kinds", () => {
  expect(Object.keys(LIVES)).toEqual(FILING_KINDS.map(kindCode));
  expect(Object.keys(STRAIGHT_ROADS)).toEqual(FILING_KINDS.map(kindCode));
});

describe.each(FILING_KINDS.map((kind) => [kindCode(kind), kind] as const))("%s", (code, kind) => {
  let rig: LifeRig;
  beforeAll(async () => {
    rig = await openLifeRig();
  });
  afterAll(() => rig.close());

  const lives = (LIVES[code] ?? []).map(
    (life, number) => [life.name, endOfLife(life, code), life, number] as const,
  );

  it.each(lives)("%s: %s", async (_name, end, life, number) => {
    const orderNo = await rig.submit(kind, `life${number}`);
    for (const step of life.steps) {
      const [verb = "", row, status] = step.split(" ");
      await rig.step(orderNo, verb);
      const view = await rig.view(orderNo);
      expect(`${verb} ${(await rig.transitions(orderNo)).at(-1)} ${view.status}`).toBe(
        `${verb} ${row} ${status}`,
      );
    }
    const order = await rig.store.load(orderNo);
    expect(order?.status).toBe(end);
    if (life.name === "at once")
      expect((await rig.transitions(orderNo)).join(" ")).toBe(STRAIGHT_ROADS[code]);
    await agreesWithBureau(rig, orderNo);
    expect(rig.waiting(orderNo, "BUREAU_PUSH")).toEqual([]);
  });
});

/** Every push reached the bureau once, none is live any more, and the last one ended there as it did here. */
async function agreesWithBureau(rig: LifeRig, orderNo: string): Promise<void> {
  const order = await rig.store.load(orderNo);
  if (order === null) throw new Error("the order is gone");
  for (let submissionNo = 1; submissionNo <= order.submissionNo; submissionNo += 1) {
    const state = await rig.bureau.stateOf(submissionKeyOf(orderNo, submissionNo));
    const ended = endOf(order, state);
    expect(ended).not.toBeNull();
    if (submissionNo === order.submissionNo && order.status !== "ABANDONED") expect(order.status).toBe(ended);
  }
  const next = submissionKeyOf(orderNo, order.submissionNo + 1);
  expect(await rig.bureau.stateOf(next)).toBe("UNKNOWN");
}
