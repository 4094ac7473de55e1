import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { abandonOrder } from "#server/usecases/abandon-order";
import { confirmOrder } from "#server/usecases/confirm-order";
import type { Customer } from "#server/usecases/customer-change";
import { resubmitOrder } from "#server/usecases/resubmit-order";
import { resubmitUnchanged } from "#server/usecases/resubmit-unchanged";
import { submitOrder } from "#server/usecases/submit-order";
import { withdrawOrder } from "#server/usecases/withdraw-order";
import { FILING_KINDS, kindCode } from "#shared/domain/filing/filing-type";
import { type IntakeRig, openIntakeRig } from "#test/support/intake-rig";
import { FIRST_FILING, kindOf } from "#test/support/order-fixtures";
import { approval, approvedOrder, CODE_SENT, lead, rejection, revision } from "#test/support/order-road";

const CUSTOMER: Customer = { kind: "CUSTOMER", intakeKey: "ours" };

let rig: IntakeRig;
beforeEach(async () => {
  rig = await openIntakeRig();
});
afterEach(() => rig.close());

/** What a change left behind: its transitions in the audit trail, and the outbox by kind and state. */
interface Traces {
  readonly transitions: string[];
  readonly outbox: string[];
}

function tracesSince(seq: number, outboxSeq: number): Traces {
  const audit = rig.rows(
    `SELECT transition || ' ' || actor AS line FROM audit_events WHERE seq > ${seq} ORDER BY seq`,
  );
  const outbox = rig.rows(
    `SELECT kind || ' ' || state AS line FROM outbox WHERE seq > ${outboxSeq} ORDER BY seq`,
  );
  return { transitions: audit.map(lineOf), outbox: outbox.map(lineOf) };
}

function lineOf(row: unknown): string {
  return typeof row === "object" && row !== null && "line" in row ? String(row.line) : "";
}

async function traced<T>(act: () => Promise<T>): Promise<{ reply: T } & Traces> {
  const [seq, outboxSeq] = [rig.count("audit_events"), rig.count("outbox")];
  const reply = await act();
  return { reply, ...tracesSince(seq, outboxSeq) };
}

const by = (...transitions: string[]) => transitions.map((transition) => `${transition} customer:ours`);
const NOTICE = ["NOTIFICATION PENDING", "WEBHOOK PENDING"];

/** Transitions of a submission, transcribed from domain.md §3.2. */
const ENTRY: Record<string, { transitions: string[]; outbox: string[] }> = {
  CLAIM: { transitions: ["T01", "T49"], outbox: ["WEBHOOK PENDING", ...NOTICE] },
  "CANCEL_ACCESS/FORCED": { transitions: ["T47"], outbox: NOTICE },
  TRANSFER: { transitions: ["T48"], outbox: NOTICE },
  CHANGE_ENTITY: { transitions: ["T46", "T04"], outbox: ["WEBHOOK PENDING", ...NOTICE] },
  CHANGE_SERVICE: { transitions: ["T46", "T04"], outbox: ["WEBHOOK PENDING", ...NOTICE] },
  CHANGE_BOTH: { transitions: ["T46", "T04"], outbox: ["WEBHOOK PENDING", ...NOTICE] },
  "CANCEL_ACCESS/VOLUNTARY": { transitions: ["T46", "T04"], outbox: ["WEBHOOK PENDING", ...NOTICE] },
  DEREGISTER_ENTITY: { transitions: ["T46", "T04"], outbox: ["WEBHOOK PENDING", ...NOTICE] },
  DEREGISTER_SERVICE: { transitions: ["T46", "T04"], outbox: ["WEBHOOK PENDING", ...NOTICE] },
};
const USUAL = { transitions: ["T01", "T04"], outbox: ["WEBHOOK PENDING", ...NOTICE] };

describe("submitOrder", () => {
  it.each(FILING_KINDS.map((kind) => [kindCode(kind), kind] as const))(
    "enters %s in one change",
    async (code, kind) => {
      const application = await rig.documentOf(kind);
      const { reply, transitions, outbox } = await traced(() =>
        submitOrder(rig.deps, { application, once: null }, CUSTOMER),
      );
      const expected = ENTRY[code] ?? USUAL;
      expect(reply).toMatchObject({ kind: "DONE", value: { revision: 1 } });
      expect(transitions).toEqual(by(...expected.transitions));
      expect(outbox).toEqual(expected.outbox);
    },
  );

  it("happens once per key", async () => {
    const application = await rig.documentOf(FIRST_FILING);
    const once = { scope: "intake:ours", key: "k" };
    const first = await submitOrder(rig.deps, { application, once }, CUSTOMER);
    const { reply, transitions, outbox } = await traced(() =>
      submitOrder(rig.deps, { application, once }, CUSTOMER),
    );
    expect(reply).toEqual(first);
    expect([transitions, outbox]).toEqual([[], []]);
  });
});

describe("what the customer does to his order", () => {
  async function submitted(kind = FIRST_FILING): Promise<{ orderNo: string; once: null }> {
    return { orderNo: await rig.submit(await rig.documentOf(kind)), once: null };
  }

  it("withdraws it from the queue, a review and ahead of a push: T05, T09, T25", async () => {
    const order = await submitted();
    const revisit = { ...order, application: await rig.documentOf(FIRST_FILING) };
    expect((await traced(() => withdrawOrder(rig.deps, order, CUSTOMER))).transitions).toEqual(by("T05"));
    expect((await traced(() => resubmitOrder(rig.deps, revisit, CUSTOMER))).transitions).toEqual(
      by("T02", "T04"),
    );
    await lead(rig, order.orderNo, [{ type: "claim" }]);
    expect(await traced(() => withdrawOrder(rig.deps, order, CUSTOMER))).toMatchObject({
      reply: { kind: "DONE", value: { status: "DRAFT", revision: 2 } },
      transitions: by("T09"),
      outbox: NOTICE,
    });
    await resubmitOrder(rig.deps, revisit, CUSTOMER);
    await lead(rig, order.orderNo, approval());
    expect((await traced(() => withdrawOrder(rig.deps, order, CUSTOMER))).transitions).toEqual(by("T25"));
    const pending = rig
      .outboxOf(order.orderNo)
      .filter(({ kind, state }) => kind === "BUREAU_PUSH" && state === "PENDING");
    expect(pending).toEqual([]);
  });

  it.each([
    [
      "a draft",
      FIRST_FILING,
      async (orderNo: string) => void (await withdrawOrder(rig.deps, { orderNo, once: null }, CUSTOMER)),
      "T03",
    ],
    ["a waiting deregistration", kindOf("DEREGISTER_SERVICE"), async () => undefined, "T06"],
    ["a rejected order", FIRST_FILING, (orderNo: string) => lead(rig, orderNo, rejection()), "T21"],
    [
      "an unconfirmed deregistration",
      kindOf("DEREGISTER_ENTITY"),
      (orderNo: string) => lead(rig, orderNo, approval()),
      "T24",
    ],
  ])("gives up %s", async (_name, kind, prepare, transition) => {
    const order = await submitted(kind);
    await prepare(order.orderNo);
    const { reply, transitions } = await traced(() => abandonOrder(rig.deps, order, CUSTOMER));
    expect(reply).toMatchObject({ kind: "DONE", value: { status: "ABANDONED" } });
    expect(transitions).toEqual(by(transition));
    const left = rig
      .outboxOf(order.orderNo)
      .filter(({ kind: of, state }) => of === "BUREAU_PUSH" && state === "PENDING");
    expect(left).toEqual([]);
  });

  it("answers a request for revision: T18", async () => {
    const application = await rig.documentOf(FIRST_FILING);
    const order = { orderNo: await rig.submit(application), once: null };
    await lead(rig, order.orderNo, revision({ fieldPath: "entity.name" }));
    const { reply, transitions } = await traced(() =>
      resubmitOrder(rig.deps, { ...order, application }, CUSTOMER),
    );
    expect(reply).toMatchObject({
      kind: "DONE",
      value: { status: "REVISED_PENDING_REVIEW", untouchedRequests: ["entity.name"] },
    });
    expect(transitions).toEqual(by("T18", "T18"));
  });

  it("confirms a cancellation: T23", async () => {
    const { orderNo } = await approvedOrder(rig, kindOf("CANCEL_ACCESS/VOLUNTARY"));
    const { transitions, outbox } = await traced(() =>
      confirmOrder(rig.deps, { orderNo, once: null }, CUSTOMER),
    );
    expect(transitions).toEqual(by("T23"));
    expect(outbox).toEqual([...NOTICE, "BUREAU_PUSH PENDING"]);
  });

  it("sends it again after a failed SMS verification: T41", async () => {
    const { orderNo } = await approvedOrder(rig);
    await lead(rig, orderNo, [...CODE_SENT, { type: "timeout", submissionNo: 1 }]);
    const { transitions, outbox } = await traced(() =>
      resubmitUnchanged(rig.deps, { orderNo, once: null }, CUSTOMER),
    );
    expect(transitions).toEqual(by("T41"));
    expect(outbox).toEqual([...NOTICE, "BUREAU_PUSH PENDING"]);
  });

  it("leaves no trace when it is refused, wrong status or somebody else's", async () => {
    const order = await submitted();
    const before = await rig.store.load(order.orderNo);
    for (const actor of [CUSTOMER, { ...CUSTOMER, intakeKey: "theirs" }]) {
      for (const act of [confirmOrder, resubmitUnchanged, abandonOrder]) {
        const { reply, transitions, outbox } = await traced(() => act(rig.deps, order, actor));
        expect(reply.kind).toBe("REFUSED");
        expect([transitions, outbox]).toEqual([[], []]);
      }
    }
    expect(await rig.store.load(order.orderNo)).toEqual(before);
  });
});
