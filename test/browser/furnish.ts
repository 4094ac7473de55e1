import { randomUUID } from "node:crypto";
import { vi } from "vitest";
import type { TrackingRow, TrackingStage } from "#shared/contract/staff-bureau";
import type { DraftContent, OrderDetail } from "#shared/contract/staff-orders";
import type { SimulatorCode } from "#shared/contract/staff-simulator";
import type { Caller } from "#test/support/staff-caller";
import type { Submitted } from "./filer";
import type { House } from "./house";
import { sendBack } from "./send-back";

/** Orders that the screens are looked at with. */
export interface Furniture {
  /** In the hands of reviewer1, and as it came in. */
  readonly inHand: string;
  /** In the hands of reviewer1, with marks and a message. */
  readonly marked: string;
  /** In the hands of reviewer1 for the second time, with a request left untouched and a change nobody asked for. */
  readonly revised: string;
  readonly done: string;
  readonly returned: string;
}

const SOON = { timeout: 60_000, interval: 200 };
const HOUR_MS = 3_600_000;

/** Puts orders on the desks and at every stage of the bureau, then stops the bureau's clock. */
export async function furnish(house: House): Promise<Furniture> {
  const reviewer = await house.staff("reviewer1");
  const inHand = await house.filer.submitDrawn();
  const marked = await house.filer.submitDrawn("credit-code-mistyped");
  await take(reviewer, inHand);
  await take(reviewer, marked);
  await reviewer.must("orders.saveDraft", { orderNo: marked, draft: DRAFT });
  const sentBack = await house.filer.submitWith("certificate-expired");
  await sendBack(reviewer, sentBack.orderNo, {
    "entity.certValidTo": "营业执照已过期，请上传最新的执照",
    "entity.contactAddress": "请补充门牌号",
  });
  await spreadOverStages(house, reviewer);
  const revised = await revise(house, sentBack);
  await take(reviewer, revised);
  return {
    inHand,
    marked,
    revised,
    done: await firstAt(reviewer, "DONE"),
    returned: await firstAt(reviewer, "RETURNED"),
  };
}

/** The customer mends what he was asked for, in part, as soon as the order is his again. */
async function revise({ filer }: House, { orderNo, mended }: Submitted): Promise<string> {
  await vi.waitUntil(async () => (await filer.view(orderNo)).status === "NEEDS_REVISION", SOON);
  const entity = { ...mended.entity, remark: "每日九时至十八时可接电话" };
  await filer.revise(orderNo, { ...mended, entity });
  return orderNo;
}

async function take(reviewer: Caller, orderNo: string): Promise<void> {
  const { version } = await reviewer.must<OrderDetail>("orders.get", { orderNo });
  await reviewer.must("queue.claim", { orderNo, version, requestId: randomUUID() });
}

const OWN_MARK = { ruleId: null, params: {} };

/** One mark that is complete, and one that was only just made. */
const DRAFT: DraftContent = {
  outcome: "REVISE",
  comment: "请按下列意见修改后重新提交，如有疑问请联系备案客服。",
  note: "已电话告知负责人",
  reasons: [
    {
      templateCode: null,
      fieldPath: "entity.certNumber",
      text: "统一社会信用代码与营业执照不一致",
      suggestion: "请按营业执照填写 18 位代码",
      ...OWN_MARK,
    },
    {
      templateCode: null,
      fieldPath: "entity.responsiblePerson.mobile",
      text: "",
      suggestion: "",
      ...OWN_MARK,
    },
  ],
  overrides: [],
  checked: [],
};

/** Some applicants type their codes and are filed, one types wrong ones until he is locked out, the others wait. */
async function spreadOverStages(house: House, reviewer: Caller): Promise<void> {
  await house.controlBureau({ autoVerifySms: false });
  const codes = async () => (await reviewer.must<{ codes: SimulatorCode[] }>("simulator.sms")).codes;
  await vi.waitUntil(async () => ordersOf(await codes()).size > 2, SOON);
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
