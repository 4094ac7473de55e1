import { deliver } from "#server/bureau/deliver";
import type { DeliveryDeps } from "#server/bureau/delivery-deps";
import { createHttpGateway } from "#server/bureau/http-gateway";
import { pushDue } from "#server/outbox/push-due";
import { abandonAsLead } from "#server/usecases/abandon-as-lead";
import { claimOrder } from "#server/usecases/claim-order";
import { recordVerdict } from "#server/usecases/record-verdict";
import type { Reply } from "#server/usecases/reply";
import { runTimers } from "#server/workers/run-timers";
import type { VerdictInput } from "#shared/contract/staff-orders";
import type { Application } from "#shared/domain/filing/application";
import type { FilingKind } from "#shared/domain/filing/filing-type";
import { DEFAULT_ORDER_SETTINGS } from "#shared/domain/order/settings";
import { SECRET, startBureau } from "#test/bureau-simulator/bureau-client";
import { quietMemory } from "#test/delivery/quiet-memory";
import { isOnTheRoad } from "#test/delivery/truth";
import { changed, deskOf } from "#test/support/desk";
import { openIntakeRig } from "#test/support/intake-rig";
import { DAY_MS, HOUR_MS, LEAD, NOW_MS, REVIEWER } from "#test/support/order-fixtures";

const UNDO_OVER_MS = DEFAULT_ORDER_SETTINGS.undoWindowMs + 1_000;

/** The intake API over HTTP, the desk's use-cases and workers, and the real simulator; time passes as told. */
export async function openLifeRig() {
  const intake = await openIntakeRig();
  const bureau = await startBureau({ startMs: NOW_MS, clockFactor: 0 });
  const { clock, store } = intake;
  const gateway = createHttpGateway({
    baseUrl: bureau.origin,
    secret: SECRET,
    now: intake.deps.now,
    newId: intake.deps.newId,
  });
  const deps: DeliveryDeps = { ...intake.deps, gateway, random: () => 0 };
  const memory = quietMemory();
  const desk = deskOf(store);
  let requests = 0;
  const requestId = () => {
    requests += 1;
    return `request-${requests}`;
  };

  const pass = (ms: number) => {
    clock.nowMs += ms;
    bureau.clock.ms = clock.nowMs;
  };

  async function decide(orderNo: string, verdict: Pick<VerdictInput, "outcome" | "reasons">): Promise<void> {
    const version = (await store.load(orderNo))?.version ?? 0;
    const claimed = must(await claimOrder(deps, { orderNo, version, requestId: requestId() }, REVIEWER));
    must(
      await recordVerdict(
        deps,
        { orderNo, version: claimed.version, requestId: requestId(), comment: "", overrides: [], ...verdict },
        REVIEWER,
      ),
    );
    pass(UNDO_OVER_MS);
  }

  /** The customer's system calls; anything but success is an error of the test. */
  async function asCustomer(orderNo: string, verb: string, body: unknown = {}): Promise<void> {
    const { status, text } = await intake.call("POST", `/orders/${orderNo}/${verb}`, { body });
    if (status !== 200) throw new Error(`${verb} answered ${status} ${text}`);
  }

  /** The newest revision with another remark: what a customer sends when he has mended something. */
  async function revised(orderNo: string): Promise<Application> {
    const revision = await store.revision(orderNo);
    if (revision === null) throw new Error(`no document of ${orderNo}`);
    const { application, revisionNo } = revision;
    return { ...application, entity: { ...application.entity, remark: `修改 ${revisionNo}` } };
  }

  async function throughBureau(orderNo: string, outcome: string): Promise<void> {
    await bureau.control({ autoVerifySms: true, forced: [{ match: orderNo, outcome }] });
    pass(UNDO_OVER_MS);
    while (await pushDue(deps));
    for (let turn = 0; turn < 12; turn += 1) {
      pass(20_000);
      await deliver(deps, memory);
      const status = (await store.load(orderNo))?.status;
      if (status !== undefined && turn > 0 && !isOnTheRoad(status)) return;
      await bureau.control({ advanceMs: 20 * HOUR_MS });
    }
  }

  const steps: Readonly<Record<string, (orderNo: string) => Promise<void>>> = {
    approve: (orderNo) => decide(orderNo, { outcome: "APPROVE", reasons: [] }),
    reject: (orderNo) => decide(orderNo, { outcome: "REJECT", reasons: [REASON] }),
    revise: (orderNo) => decide(orderNo, { outcome: "REVISE", reasons: [REASON] }),
    resubmit: async (orderNo) => asCustomer(orderNo, "revisions", await revised(orderNo)),
    "resubmit-unchanged": (orderNo) => asCustomer(orderNo, "resubmit-unchanged"),
    withdraw: (orderNo) => asCustomer(orderNo, "withdraw"),
    abandon: (orderNo) => asCustomer(orderNo, "abandon"),
    confirm: (orderNo) => asCustomer(orderNo, "confirm"),
    // No call of the product leads here yet: a forced cancellation belongs to a lead, who has no revision call.
    "lead-resubmit": async (orderNo) => {
      const application = await revised(orderNo);
      const commands = [{ type: "edit", application }, { type: "submit" }] as const;
      changed(await desk.give({ orderNo }, commands, LEAD, clock.nowMs));
    },
    "lead-abandon": async (orderNo) => {
      must(await abandonAsLead(deps, { orderNo, requestId: requestId(), reason: "依据已撤销" }, LEAD));
    },
  };

  return {
    bureau,
    store,
    /** Submits a document of the kind through the intake API; account and entity are the owner's alone. */
    submit: async (kind: FilingKind, owner: string, patch: Partial<Application> = {}) =>
      intake.submit(await intake.documentOf(kind, owner, patch)),
    /** Uploads the files and submits a whole document as the customers' system would. */
    async submitDocument(application: Application, files: readonly { readonly bytes: Uint8Array }[]) {
      for (const { bytes } of files) {
        const { status, text } = await intake.upload(Buffer.from(bytes));
        if (status !== 201) throw new Error(`an upload answered ${status} ${text}`);
      }
      return intake.submit(application);
    },
    /** Pushes what is due and lets the bureau work for that long, asking it at the end. */
    async atBureau(ms: number): Promise<void> {
      pass(UNDO_OVER_MS);
      while (await pushDue(deps));
      await deliver(deps, memory);
      await bureau.control({ advanceMs: ms });
      pass(UNDO_OVER_MS);
      await deliver(deps, memory);
    },
    /** Takes one step: a verb, `bureau:<forced outcome>` or `wait:<days>`. */
    async step(orderNo: string, verb: string): Promise<void> {
      const [name, argument] = verb.split(/:(.*)/s);
      if (name === "bureau") return throughBureau(orderNo, argument ?? "");
      if (name === "wait") {
        pass(Number(argument) * DAY_MS);
        await runTimers(deps);
        return;
      }
      const step = steps[verb];
      if (step === undefined) throw new Error(`no step ${verb}`);
      await step(orderNo);
    },
    /** What the customer's system is told. */
    async view(orderNo: string) {
      const { status, body } = await intake.call("GET", `/orders/${orderNo}`);
      if (status !== 200) throw new Error(`the view answered ${status}`);
      return body;
    },
    /** Rows of the transition table in the order of the audit trail, repeats in a row left out. */
    async transitions(orderNo: string): Promise<string[]> {
      const history = await store.history(orderNo);
      const rows = history.flatMap(({ data }) => (data.transition == null ? [] : [String(data.transition)]));
      return rows.filter((row, at) => row !== rows[at - 1]);
    },
    /** Messages of a kind that still wait for a worker. */
    waiting: (orderNo: string, kind: string) =>
      intake.outboxOf(orderNo).filter((message) => message.kind === kind && message.state === "PENDING"),
    async close() {
      await gateway.close();
      await bureau.stop();
      await intake.close();
    },
  };
}

export type LifeRig = Awaited<ReturnType<typeof openLifeRig>>;

const REASON = { fieldPath: "entity.certNumber", text: "证件号码与证件不一致", suggestion: "请按证件填写" };

function must<T>(reply: Reply<T>): T {
  if (reply.kind !== "DONE") throw new Error(`refused: ${reply.code}`);
  return reply.value;
}
