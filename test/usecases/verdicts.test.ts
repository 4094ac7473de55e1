import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recordVerdict } from "#server/usecases/record-verdict";
import { undoVerdict } from "#server/usecases/undo-verdict";
import type { VerdictInput } from "#shared/contract/staff-orders";
import { REASON_TEMPLATES } from "#shared/domain/review/templates";
import { NOW_MS, SECOND_MS } from "#test/support/order-fixtures";
import { LEAD1, REVIEWER1, REVIEWER2, staffDesk } from "#test/support/staff-desk";
import { startTestServer, type TestServer } from "#test/support/test-server";

let server: TestServer;
let desk: ReturnType<typeof staffDesk>;
beforeEach(async () => {
  server = await startTestServer();
  desk = staffDesk(server);
  await desk.claimed("A");
});
afterEach(() => server.stop());

const REASON = { fieldPath: "entity.name", text: "名称与证件不一致", suggestion: "请核对" };

function input(patch: Partial<VerdictInput> = {}): VerdictInput {
  return {
    orderNo: "A",
    version: 2,
    requestId: "request-1",
    outcome: "APPROVE",
    comment: "",
    reasons: [],
    overrides: [],
    ...patch,
  };
}

const record = (patch: Partial<VerdictInput> = {}, actor = REVIEWER1) =>
  recordVerdict(server.deps, input(patch), actor);
const undo = (actor = REVIEWER1, requestId = "request-u") =>
  undoVerdict(server.deps, { orderNo: "A", requestId }, actor);

/** A template with its parameters, to be filled or left open. */
function template() {
  const found = REASON_TEMPLATES.find(({ params, bodyZh }) => params.length > 0 && bodyZh.includes("{"));
  if (found === undefined) throw new Error("no template has a parameter");
  return { code: found.code, filled: Object.fromEntries(found.params.map((name) => [name, `值${name}`])) };
}

describe("recordVerdict", () => {
  it("approves: the order waits for the bureau, and nothing leaves for ten seconds", async () => {
    const { reply, now } = await desk.added("A", record);
    expect(reply).toEqual({
      kind: "DONE",
      value: {
        orderNo: "A",
        status: "PENDING_BUREAU_SUBMISSION",
        version: 3,
        undoUntilMs: NOW_MS + 10 * SECOND_MS,
      },
    });
    expect(now.audit).toEqual(["reviewer1 approve"]);
    expect([...now.outbox].sort()).toEqual([
      "BUREAU_PUSH PENDING",
      "NOTIFICATION PENDING",
      "WEBHOOK PENDING",
      "WEBHOOK PENDING",
    ]);
    const waiting = server
      .outboxOf("A")
      .slice(-4)
      .map(({ notBeforeMs }) => notBeforeMs);
    expect(new Set(waiting)).toEqual(new Set([NOW_MS + 10 * SECOND_MS]));
    expect(await server.store.verdicts("A")).toMatchObject([
      { outcome: "APPROVE", decidedBy: "reviewer1", round: 1 },
    ]);
  });

  it.each([
    ["REJECT", "FIRST_REVIEW_REJECTED", "reviewer1 reject"],
    ["REVISE", "NEEDS_REVISION", "reviewer1 requestRevision"],
  ] as const)("%s: the order goes back with its reasons", async (outcome, status, event) => {
    const { reply, now } = await desk.added("A", () =>
      record({ outcome, comment: "请修改", note: "内部说明", reasons: [REASON] }),
    );
    expect(reply).toMatchObject({ kind: "DONE", value: { status } });
    expect(now.audit).toEqual([event]);
    expect(now.outbox.some((line) => line.startsWith("BUREAU_PUSH"))).toBe(false);
    expect(await server.store.verdicts("A")).toMatchObject([
      {
        outcome,
        comment: "请修改",
        note: "内部说明",
        reasons: [{ fieldPath: "entity.name", problem: "名称与证件不一致", suggestion: "请核对" }],
      },
    ]);
    const history = await server.store.history("A");
    expect(history.at(-1)?.data).toMatchObject({ outcome, fields: ["entity.name"] });
    expect(JSON.stringify(history)).not.toContain("名称与证件不一致");
  });

  it("writes a template's sentence with its parameters filled in", async () => {
    const { code, filled } = template();
    await record({
      outcome: "REVISE",
      reasons: [{ templateCode: code, fieldPath: "entity", params: filled }],
    });
    const [verdict] = await server.store.verdicts("A");
    const problem = verdict?.reasons[0]?.problem ?? "";
    for (const value of Object.values(filled)) expect(problem).toContain(value);
    expect(problem).not.toMatch(/[{}]/);
  });

  it("drops the draft it came from", async () => {
    const draft = { outcome: null, comment: "half", note: "", reasons: [], overrides: [], checked: [] };
    await server.store.saveDraft("A", "reviewer1", draft, NOW_MS);
    await record();
    expect(await server.store.loadDraft("A", "reviewer1")).toBeNull();
  });

  it("happens once, however often the request comes", async () => {
    const first = await record();
    const { reply, now } = await desk.added("A", record);
    expect(reply).toEqual(first);
    expect(now).toMatchObject({ audit: [], outbox: [] });
    expect(await server.store.verdicts("A")).toHaveLength(1);
  });

  const openTemplate = () => ({ templateCode: template().code, fieldPath: "entity" });
  it.each([
    ["an old version", () => ({ version: 1 }), "STALE_ORDER"],
    ["findings that are no longer the stored ones", () => ({ findingsVersion: "f1" }), "STALE_FINDINGS"],
    ["a rejection without a reason", () => ({ outcome: "REJECT" as const }), "REASON_REQUIRED"],
    [
      "a reason without a sentence",
      () => ({ outcome: "REVISE" as const, reasons: [{ fieldPath: "entity", text: "  " }] }),
      "REASON_REQUIRED",
    ],
    [
      "a reason without a field",
      () => ({ outcome: "REVISE" as const, reasons: [{ fieldPath: "", text: "x" }] }),
      "REASON_FIELD_REQUIRED",
    ],
    [
      "a template that does not exist",
      () => ({ outcome: "REVISE" as const, reasons: [{ templateCode: "T-NONE-1", fieldPath: "entity" }] }),
      "TEMPLATE_UNKNOWN",
    ],
    [
      "a template with a hole",
      () => ({ outcome: "REVISE" as const, reasons: [openTemplate()] }),
      "UNFILLED_PLACEHOLDER",
    ],
    ["a comment with a hole", () => ({ comment: "尊敬的{name}" }), "UNFILLED_PLACEHOLDER"],
  ])("refuses %s, and changes nothing", async (_what, patch, code) => {
    const { reply, now } = await desk.added("A", () => record(patch()));
    expect(reply).toMatchObject({ kind: "REFUSAL", code });
    expect(now).toEqual({ status: "UNDER_FIRST_REVIEW", version: 2, audit: [], outbox: [] });
  });

  it("refuses a second verdict, a colleague's and one after the lease", async () => {
    expect(await record({}, REVIEWER2)).toMatchObject({ code: "ORDER_CLAIMED_BY_OTHER" });
    server.clock.nowMs += server.deps.settings.leaseMs;
    expect(await record()).toMatchObject({ code: "LEASE_EXPIRED" });
    server.clock.nowMs = NOW_MS;
    await record();
    expect(await record({ requestId: "request-2", version: 3 })).toMatchObject({
      code: "STATUS_NOT_ALLOWED",
    });
  });
});

describe("undoVerdict", () => {
  it("puts the order back into the same hands and cancels everything that waited", async () => {
    await record();
    const { reply, now } = await desk.added("A", undo);
    expect(reply).toEqual({
      kind: "DONE",
      value: { orderNo: "A", status: "UNDER_FIRST_REVIEW", version: 4 },
    });
    expect(now.audit).toEqual(["reviewer1 undoVerdict"]);
    const ofTheVerdict = server
      .outboxOf("A")
      .filter(({ notBeforeMs }) => notBeforeMs === NOW_MS + 10 * SECOND_MS);
    expect(new Set(ofTheVerdict.map(({ state }) => state))).toEqual(new Set(["CANCELLED"]));
    expect(await server.store.verdicts("A")).toEqual([]);
    expect(await record({ requestId: "request-2", version: 4 })).toMatchObject({ kind: "DONE" });
  });

  it("is over after ten seconds", async () => {
    await record();
    server.clock.nowMs += 10 * SECOND_MS - 1;
    expect(await undo(REVIEWER2)).toMatchObject({ code: "NOT_YOUR_VERDICT" });
    expect(await undo(LEAD1)).toMatchObject({ code: "NOT_YOUR_VERDICT" });
    server.clock.nowMs += 1;
    const { reply, now } = await desk.added("A", undo);
    expect(reply).toMatchObject({ code: "UNDO_WINDOW_OVER" });
    expect(now).toMatchObject({ status: "PENDING_BUREAU_SUBMISSION", audit: [], outbox: [] });
  });

  it("happens once, however often the request comes", async () => {
    await record();
    const first = await undo();
    expect(await undo()).toEqual(first);
    expect((await desk.traces("A")).audit.filter((line) => line.endsWith("undoVerdict"))).toHaveLength(1);
  });
});
