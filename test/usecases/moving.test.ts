import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { abandonAsLead } from "#server/usecases/abandon-as-lead";
import { addNote } from "#server/usecases/add-note";
import { assignOrder } from "#server/usecases/assign-order";
import { escalateOrder } from "#server/usecases/escalate-order";
import { handOverOrder } from "#server/usecases/hand-over-order";
import { holdOrder } from "#server/usecases/hold-order";
import { listReviewers } from "#server/usecases/list-reviewers";
import { reassignOrder } from "#server/usecases/reassign-order";
import { recallOrder } from "#server/usecases/recall-order";
import { reopenOrder } from "#server/usecases/reopen-order";
import { resumeOrder } from "#server/usecases/resume-order";
import { saveDraft } from "#server/usecases/save-draft";
import type { Verdict, VerdictOutcome } from "#shared/domain/review/verdict";
import { DAY_MS, MINUTE_MS, NOW_MS, SECOND_MS } from "#test/support/order-fixtures";
import { LEAD1, REVIEWER1, REVIEWER2, staffDesk } from "#test/support/staff-desk";
import { startTestServer, type TestServer } from "#test/support/test-server";

let server: TestServer;
let desk: ReturnType<typeof staffDesk>;
beforeEach(async () => {
  server = await startTestServer();
  desk = staffDesk(server);
});
afterEach(() => server.stop());

const ORDER = { orderNo: "A", requestId: "request-1" };

async function decided(outcome: VerdictOutcome): Promise<void> {
  const reason = { templateCode: null, fieldPath: "entity.name", params: {}, problem: "p", suggestion: "" };
  const verdict: Verdict = {
    verdictId: "v-1",
    outcome,
    comment: "",
    note: "",
    reasons: [reason],
    overrides: [],
  };
  await desk.claimed("A");
  const type = outcome === "APPROVE" ? "approve" : "requestRevision";
  await desk.must("A", { type, verdict }, REVIEWER1);
}

const holderOf = async () => {
  const order = await server.store.load("A");
  return order?.status === "UNDER_FIRST_REVIEW" ? order.claim.holder : null;
};

describe("holdOrder and resumeOrder", () => {
  const hold = (untilMs = NOW_MS + DAY_MS) =>
    holdOrder(server.deps, { ...ORDER, reason: "CALL_BACK", untilMs, comment: "明天再打" }, REVIEWER1);

  it("suspends the lease, tells the customer, keeps the comment as a note", async () => {
    await desk.claimed("A");
    const { reply, now } = await desk.added("A", hold);
    expect(reply).toMatchObject({ kind: "DONE", value: { status: "UNDER_FIRST_REVIEW", version: 3 } });
    expect(now).toMatchObject({ audit: ["reviewer1 hold"], outbox: ["NOTIFICATION PENDING"] });
    expect(await server.store.notes("A")).toMatchObject([{ author: "reviewer1", text: "明天再打" }]);
    server.clock.nowMs += 2 * server.deps.settings.leaseMs;
    expect((await server.store.orderRow("A", server.clock.nowMs))?.claim?.by).toBe("reviewer1");
  });

  it("ends with a fresh lease", async () => {
    await desk.claimed("A");
    await hold();
    server.clock.nowMs += 60 * MINUTE_MS;
    const { now } = await desk.added("A", () => resumeOrder(server.deps, ORDER, REVIEWER1));
    expect(now).toMatchObject({ status: "UNDER_FIRST_REVIEW", version: 4, audit: ["reviewer1 resume"] });
    const row = await server.store.orderRow("A", server.clock.nowMs);
    expect(row?.claim?.untilMs).toBe(server.clock.nowMs + 30 * MINUTE_MS);
  });

  it.each([
    ["past", NOW_MS],
    ["too far", NOW_MS + 31 * DAY_MS],
  ])("refuses an end in the %s", async (_what, untilMs) => {
    await desk.claimed("A");
    const { reply, now } = await desk.added("A", () => hold(untilMs));
    expect(reply).toMatchObject({ code: "HOLD_UNTIL_INVALID", params: { days: 30 } });
    expect(now).toMatchObject({ version: 2, audit: [], outbox: [] });
  });
});

describe("escalateOrder", () => {
  it("puts the order into a lead's hands, with the explanation as a note", async () => {
    await desk.claimed("A");
    const input = { ...ORDER, to: "lead1", comment: "看不懂" };
    const { now } = await desk.added("A", () => escalateOrder(server.deps, input, REVIEWER1));
    expect(now).toMatchObject({ audit: ["reviewer1 escalate"], outbox: ["NOTIFICATION PENDING"] });
    expect(await holderOf()).toBe("lead1");
    expect(await server.store.notes("A")).toMatchObject([{ author: "reviewer1", text: "看不懂" }]);
  });

  it("needs a lead and an explanation", async () => {
    await desk.claimed("A");
    const escalate = (to: string, comment: string) =>
      escalateOrder(server.deps, { ...ORDER, to, comment }, REVIEWER1);
    expect(await escalate("lead1", " ")).toMatchObject({ code: "COMMENT_REQUIRED" });
    expect(await escalate("reviewer2", "x")).toMatchObject({
      code: "ASSIGNEE_INVALID",
      params: { to: "reviewer2" },
    });
    expect((await desk.traces("A")).version).toBe(2);
  });
});

describe("handOverOrder, reassignOrder, assignOrder", () => {
  it("moves an order in hand to a named colleague", async () => {
    await desk.claimed("A");
    const input = { ...ORDER, to: "reviewer2" };
    const { now } = await desk.added("A", () => handOverOrder(server.deps, input, REVIEWER1));
    expect(now).toMatchObject({
      version: 3,
      audit: ["reviewer1 handOver"],
      outbox: ["NOTIFICATION PENDING"],
    });
    expect(await holderOf()).toBe("reviewer2");
  });

  it("lets a lead move anybody's order, and give a waiting one to somebody", async () => {
    await desk.claimed("A");
    const { now } = await desk.added("A", () => reassignOrder(server.deps, { ...ORDER, to: "lead1" }, LEAD1));
    expect(now.audit).toEqual(["lead1 reassign"]);
    expect(await holderOf()).toBe("lead1");
    await desk.submitted("B");
    const assigned = await assignOrder(server.deps, { ...ORDER, orderNo: "B", to: "reviewer2" }, LEAD1);
    expect(assigned).toMatchObject({ kind: "DONE", value: { status: "UNDER_FIRST_REVIEW" } });
    expect((await desk.traces("B")).audit.at(-1)).toBe("lead1 assign");
  });

  it.each([["nobody"], ["manager1"], ["admin1"]])("refuses to give it to %s", async (to) => {
    await desk.claimed("A");
    const replies = [
      await handOverOrder(server.deps, { ...ORDER, to }, REVIEWER1),
      await reassignOrder(server.deps, { ...ORDER, to }, LEAD1),
    ];
    for (const reply of replies) expect(reply).toMatchObject({ code: "ASSIGNEE_INVALID", params: { to } });
    expect((await desk.traces("A")).version).toBe(2);
  });

  it("lists exactly those who may be named", async () => {
    expect(await listReviewers(server.deps)).toEqual([
      { username: "lead1", displayName: "lead1", lead: true },
      { username: "reviewer1", displayName: "reviewer1", lead: false },
      { username: "reviewer2", displayName: "reviewer2", lead: false },
    ]);
  });
});

describe("recallOrder, reopenOrder, abandonAsLead", () => {
  const reasoned = { ...ORDER, reason: "判断有误" };

  it("takes an approved order back before it is pushed, and the push with it", async () => {
    await decided("APPROVE");
    server.clock.nowMs += 10 * SECOND_MS;
    const { now } = await desk.added("A", () => recallOrder(server.deps, reasoned, LEAD1));
    expect(now).toMatchObject({ status: "UNDER_FIRST_REVIEW", audit: ["lead1 recall"] });
    expect(await holderOf()).toBe("lead1");
    expect(server.outboxOf("A").filter(({ kind }) => kind === "BUREAU_PUSH")).toMatchObject([
      { state: "CANCELLED" },
    ]);
    expect(await server.store.notes("A")).toMatchObject([{ author: "lead1", text: "判断有误" }]);
  });

  it("reopens a returned order once the undo window is over", async () => {
    await decided("REVISE");
    expect(await reopenOrder(server.deps, reasoned, LEAD1)).toMatchObject({ code: "UNDO_WINDOW_OPEN" });
    server.clock.nowMs += 10 * SECOND_MS;
    const { now } = await desk.added("A", () => reopenOrder(server.deps, reasoned, LEAD1));
    expect(now).toMatchObject({ status: "UNDER_FIRST_REVIEW", audit: ["lead1 reopen"] });
    expect(await holderOf()).toBe("lead1");
  });

  it("gives a returned order up", async () => {
    await decided("REVISE");
    server.clock.nowMs += 10 * SECOND_MS;
    const { now } = await desk.added("A", () => abandonAsLead(server.deps, reasoned, LEAD1));
    expect(now).toMatchObject({ status: "ABANDONED", audit: ["lead1 abandon"] });
  });
});

describe("addNote and saveDraft", () => {
  it("adds a sealed note with its audit row, and makes nobody's verdict stale", async () => {
    await desk.claimed("A");
    const note = { ...ORDER, text: "已联系客户 13912345678" };
    const { reply, now } = await desk.added("A", () => addNote(server.deps, note, REVIEWER2));
    expect(reply).toEqual({
      kind: "DONE",
      value: { orderNo: "A", status: "UNDER_FIRST_REVIEW", version: 2 },
    });
    expect(now).toMatchObject({ version: 2, audit: ["reviewer2 addNote"], outbox: [] });
    await addNote(server.deps, note, REVIEWER2);
    expect(await server.store.notes("A")).toEqual([{ author: "reviewer2", atMs: NOW_MS, text: note.text }]);
    expect(server.client.serialize().includes("13912345678")).toBe(false);
  });

  it("keeps a draft per person, sealed, without a trace", async () => {
    await desk.claimed("A");
    const draft = {
      outcome: null,
      comment: "身份证 11010519491231002X",
      note: "",
      reasons: [],
      overrides: [],
      checked: [],
    };
    const { reply, now } = await desk.added("A", () =>
      saveDraft(server.deps, { orderNo: "A", draft }, REVIEWER1),
    );
    expect(reply).toEqual({ kind: "DONE", value: { savedAtMs: NOW_MS } });
    expect(now).toMatchObject({ version: 2, audit: [], outbox: [] });
    expect(await server.store.loadDraft("A", "reviewer1")).toEqual(draft);
    expect(await server.store.loadDraft("A", "reviewer2")).toBeNull();
    expect(server.client.serialize().includes("11010519491231002X")).toBe(false);
  });
});
