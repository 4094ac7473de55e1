import { randomUUID } from "node:crypto";
import { vi } from "vitest";
import type { TrackingRow, TrackingStage } from "#shared/contract/staff-bureau";
import type { DraftContent } from "#shared/contract/staff-orders";
import type { OrderRow } from "#shared/contract/staff-queue";
import type { SimulatorCode } from "#shared/contract/staff-simulator";
import type { Caller } from "#test/support/staff-caller";
import type { House } from "./house";

/** Orders that the screens are looked at with. */
export interface Furniture {
  /** In the hands of reviewer1, and as it came in. */
  readonly inHand: string;
  /** In the hands of reviewer1, with marks and a message. */
  readonly marked: string;
  readonly done: string;
  readonly returned: string;
}

const SOON = { timeout: 60_000, interval: 200 };
const HOUR_MS = 3_600_000;

/** Puts orders on the desks and at every stage of the bureau, then stops the bureau's clock. */
export async function furnish(house: House): Promise<Furniture> {
  const reviewer = await house.staff("reviewer1");
  const [inHand, marked] = await takeTwo(reviewer);
  await reviewer.must("orders.saveDraft", { orderNo: marked, draft: DRAFT });
  await spreadOverStages(house, reviewer);
  return {
    inHand,
    marked,
    done: await firstAt(reviewer, "DONE"),
    returned: await firstAt(reviewer, "RETURNED"),
  };
}

const DRAFT: DraftContent = {
  outcome: "REVISE",
  comment: "请按下列意见补充后重新提交,如有疑问请联系备案客服。",
  note: "电话已核对",
  reasons: [
    {
      templateCode: null,
      fieldPath: "entity.name",
      text: "主办单位名称与营业执照不一致",
      suggestion: "请按营业执照填写全称",
    },
    { templateCode: null, fieldPath: "entity.responsiblePerson.mobile", text: "", suggestion: "" },
  ],
};

/** First filings of units show most of what there is to show. */
async function takeTwo(reviewer: Caller): Promise<[string, string]> {
  const { rows } = await reviewer.must<{ rows: OrderRow[] }>("queue.list", {
    view: "TAKE",
    filter: { filingTypes: ["FIRST_FILING"] },
  });
  const [one, two] = [...rows].sort((a, b) => b.entityName.length - a.entityName.length);
  if (one === undefined || two === undefined) throw new Error("the demo has too few first filings to take");
  for (const { orderNo, version } of [one, two]) {
    await reviewer.must("queue.claim", { orderNo, version, requestId: randomUUID() });
  }
  return [one.orderNo, two.orderNo];
}

/** Some applicants type their codes and are filed, one types wrong ones until he is locked out, the others wait. */
async function spreadOverStages(house: House, reviewer: Caller): Promise<void> {
  await house.controlBureau({ autoVerifySms: false });
  const codes = async () => (await reviewer.must<{ codes: SimulatorCode[] }>("simulator.sms")).codes;
  await vi.waitUntil(async () => ordersOf(await codes()).size > 4, SOON);
  const known = await codes();
  const [locked, ...others] = [...ordersOf(known)];
  for (const code of known) {
    if (code.submissionKey === locked) for (let i = 0; i < 7; i += 1) await type(reviewer, code, "000000");
    else if (others.indexOf(code.submissionKey) % 2 === 0) await type(reviewer, code, code.code);
  }
  await vi.waitUntil(async () => (await countAt(reviewer, "RETURNED")) > 0, SOON);
  await house.controlBureau({ advanceMs: 12 * HOUR_MS });
  await vi.waitUntil(async () => (await countAt(reviewer, "DONE")) > 0, SOON);
  await house.controlBureau({ clockFactor: 0 });
}

function ordersOf(codes: readonly SimulatorCode[]): Set<string> {
  return new Set(codes.map(({ submissionKey }) => submissionKey));
}

async function type(reviewer: Caller, { phone, idTail }: SimulatorCode, code: string): Promise<void> {
  await reviewer.call("simulator.verify", { phone, idTail, code });
}

async function listAt(reviewer: Caller, stage: TrackingStage): Promise<TrackingRow[]> {
  return (await reviewer.must<{ rows: TrackingRow[] }>("bureau.list", { stages: [stage] })).rows;
}

async function countAt(reviewer: Caller, stage: TrackingStage): Promise<number> {
  return (await listAt(reviewer, stage)).length;
}

async function firstAt(reviewer: Caller, stage: TrackingStage): Promise<string> {
  const [row] = await listAt(reviewer, stage);
  if (row === undefined) throw new Error(`no order at ${stage}`);
  return row.orderNo;
}
