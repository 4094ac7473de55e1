import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "#shared/domain/order/actor";
import type { Verdict, VerdictOutcome } from "#shared/domain/review/verdict";
import { deskOf } from "#test/support/desk";
import { MINUTE_MS, NOW_MS, staff } from "#test/support/order-fixtures";
import type { Caller } from "#test/support/staff-caller";
import { startTestServer, type TestServer } from "#test/support/test-server";

/**
 * What a permission is worth depends on the relation to the order (assurance.md A7): it lies in the queue, is in
 * one's own hands or a colleague's, one's lease ran out, or it was decided and returned, approved, given up. The
 * cells are written by hand from domain.md §3.2 and §3.3. Each cell is tried on an order of its own.
 */
const RELATIONS = ["FREE", "MINE", "OTHERS", "EXPIRED", "RETURNED", "APPROVED", "CLOSED"] as const;
type Relation = (typeof RELATIONS)[number];

/** Shorthand of the grid below. */
const CODES: Readonly<Record<string, string>> = {
  ok: "OK",
  status: "STATUS_NOT_ALLOWED",
  unclaimed: "ORDER_NOT_CLAIMED",
  other: "ORDER_CLAIMED_BY_OTHER",
  expired: "LEASE_EXPIRED",
  mine: "ORDER_ALREADY_YOURS",
  noHold: "ORDER_NOT_ON_HOLD",
  late: "UNDO_WINDOW_OVER",
  noRight: "NOT_PERMITTED",
  shut: "DOCUMENT_CLOSED",
  none: "DOCUMENT_NOT_FOUND",
};

//               FREE      MINE    OTHERS  EXPIRED   RETURNED APPROVED CLOSED
const REVIEWER = `
orders.get       ok        ok      ok      ok        ok       ok       ok
orders.history   ok        ok      ok      ok        ok       ok       ok
orders.reveal    unclaimed ok      other   unclaimed unclaimed unclaimed unclaimed
materials        shut      none    shut    shut      shut     shut     shut
queue.claim      ok        mine    other   ok        status   status   status
queue.release    unclaimed ok      other   expired   status   status   status
queue.heartbeat  unclaimed ok      other   expired   unclaimed unclaimed unclaimed
orders.hold      unclaimed ok      other   expired   status   status   status
orders.resume    unclaimed noHold  other   expired   status   status   status
orders.escalate  unclaimed ok      other   expired   status   status   status
orders.handOver  unclaimed ok      other   expired   status   status   status
orders.reassign  noRight   noRight noRight noRight   noRight  noRight  noRight
orders.assign    noRight   noRight noRight noRight   noRight  noRight  noRight
orders.recall    noRight   noRight noRight noRight   noRight  noRight  noRight
orders.reopen    noRight   noRight noRight noRight   noRight  noRight  noRight
orders.abandon   noRight   noRight noRight noRight   noRight  noRight  noRight
orders.addNote   ok        ok      ok      ok        ok       ok       ok
orders.saveDraft ok        ok      ok      ok        ok       ok       ok
verdicts.record  unclaimed ok      other   expired   status   status   status
verdicts.undo    status    status  status  status    late     late     status
bureau.get       ok        ok      ok      ok        ok       ok       ok
bureau.pushNow   noRight   noRight noRight noRight   noRight  noRight  noRight
bureau.retry     noRight   noRight noRight noRight   noRight  noRight  noRight
`;

/** A lead, to whom "MINE" is reviewer1's order. */
const LEAD = `
orders.get       ok        ok      ok      ok        ok       ok       ok
orders.history   ok        ok      ok      ok        ok       ok       ok
orders.reveal    ok        ok      ok      ok        ok       ok       ok
materials        none      none    none    none      none     none     none
queue.claim      ok        ok      ok      ok        status   status   status
queue.release    unclaimed ok      ok      unclaimed status   status   status
queue.heartbeat  unclaimed other   other   unclaimed unclaimed unclaimed unclaimed
orders.hold      unclaimed other   other   unclaimed status   status   status
orders.resume    unclaimed noHold  noHold  noHold    status   status   status
orders.escalate  unclaimed other   other   unclaimed status   status   status
orders.handOver  unclaimed other   other   unclaimed status   status   status
orders.reassign  status    ok      ok      unclaimed status   status   status
orders.assign    ok        other   other   ok        status   status   status
orders.recall    status    status  status  status    status   ok       status
orders.reopen    status    status  status  status    ok       status   status
orders.abandon   status    status  status  status    ok       status   status
orders.addNote   ok        ok      ok      ok        ok       ok       ok
orders.saveDraft ok        ok      ok      ok        ok       ok       ok
verdicts.record  unclaimed other   other   unclaimed status   status   status
verdicts.undo    status    status  status  status    late     late     status
bureau.get       ok        ok      ok      ok        ok       ok       ok
bureau.pushNow   status    status  status  status    status   ok       status
bureau.retry     status    status  status  status    status   ok       status
`;

/** Reads orders masked, and nothing more. */
const MANAGER = `
orders.get       ok        ok      ok      ok        ok       ok       ok
orders.history   ok        ok      ok      ok        ok       ok       ok
orders.reveal    noRight   noRight noRight noRight   noRight  noRight  noRight
materials        noRight   noRight noRight noRight   noRight  noRight  noRight
queue.claim      noRight   noRight noRight noRight   noRight  noRight  noRight
verdicts.record  noRight   noRight noRight noRight   noRight  noRight  noRight
bureau.get       ok        ok      ok      ok        ok       ok       ok
`;

const REVIEWER1 = staff("reviewer1", "REVIEWER");
const REVIEWER2 = staff("reviewer2", "REVIEWER");
const CLAIMED_MS = NOW_MS - 20 * MINUTE_MS;
const LONG_AGO_MS = NOW_MS - 40 * MINUTE_MS;

let server: TestServer;
const callers = new Map<string, Caller>();
beforeAll(async () => {
  server = await startTestServer();
  for (const name of ["reviewer1", "lead1", "manager1"]) callers.set(name, await server.signIn(name));
});
afterAll(() => server.stop());

let made = 0;

async function orderFor(relation: Relation): Promise<string> {
  const orderNo = `R${++made}`;
  const desk = deskOf(server.store);
  const claim = (actor: StaffActor, atMs: number) => desk.must(orderNo, { type: "claim" }, actor, atMs);
  await desk.submit(orderNo, LONG_AGO_MS);
  if (relation === "MINE") await claim(REVIEWER1, CLAIMED_MS);
  if (relation === "OTHERS") await claim(REVIEWER2, CLAIMED_MS);
  if (relation === "EXPIRED") await claim(REVIEWER1, LONG_AGO_MS);
  if (relation === "RETURNED" || relation === "CLOSED" || relation === "APPROVED") {
    await claim(REVIEWER1, CLAIMED_MS);
    const type = relation === "APPROVED" ? "approve" : "requestRevision";
    const outcome = relation === "APPROVED" ? "APPROVE" : "REVISE";
    await desk.must(orderNo, { type, verdict: verdictOf(orderNo, outcome) }, REVIEWER1, CLAIMED_MS);
  }
  if (relation === "CLOSED") {
    await desk.must(orderNo, { type: "abandon", reason: "test" }, staff("lead1", "LEAD"), NOW_MS - MINUTE_MS);
  }
  return orderNo;
}

function verdictOf(orderNo: string, outcome: VerdictOutcome): Verdict {
  const reason = { templateCode: null, fieldPath: "entity.name", params: {}, problem: "p", suggestion: "" };
  return { verdictId: `v-${orderNo}`, outcome, comment: "", note: "", reasons: [reason], overrides: [] };
}

function inputOf(path: string, orderNo: string, version: number): Record<string, unknown> {
  const requestId = `request-${path}-${orderNo}`;
  const note = { comment: "", note: "", reasons: [] };
  const inputs: Readonly<Record<string, Record<string, unknown>>> = {
    "orders.reveal": { purpose: "a customer called" },
    "queue.claim": { version, requestId },
    "orders.hold": { requestId, reason: "INTERNAL", untilMs: NOW_MS + MINUTE_MS },
    "orders.escalate": { requestId, to: "lead1", comment: "please look" },
    "orders.handOver": { requestId, to: "reviewer2" },
    "orders.reassign": { requestId, to: "reviewer2" },
    "orders.assign": { requestId, to: "reviewer2" },
    "orders.recall": { requestId, reason: "a mistake" },
    "orders.reopen": { requestId, reason: "a mistake" },
    "orders.abandon": { requestId, reason: "makes room" },
    "orders.addNote": { requestId, text: "a note" },
    "orders.saveDraft": { draft: { outcome: null, ...note } },
    "verdicts.record": { version, requestId, outcome: "APPROVE", overrides: [], ...note },
  };
  const bare = ["orders.get", "orders.history", "queue.heartbeat", "bureau.get"].includes(path);
  return { orderNo, ...(inputs[path] ?? (bare ? {} : { requestId })) };
}

async function outcomeOf(username: string, path: string, orderNo: string): Promise<string> {
  const caller = callers.get(username);
  if (caller === undefined) throw new Error(`${username} is not signed in`);
  if (path === "materials") {
    const response = await caller.get(`/api/orders/${orderNo}/materials/${"0".repeat(64)}`);
    return /"refusal":"(\w+)"/.exec(await response.text())?.[1] ?? "OK";
  }
  const order = await server.store.load(orderNo);
  const { status, error } = await caller.call(path, inputOf(path, orderNo, order?.version ?? 1));
  return status === 200 ? "OK" : (error?.refusal ?? String(status));
}

function gridOf(text: string): { path: string; cells: string[] }[] {
  return text
    .trim()
    .split("\n")
    .map((line) => line.split(/\s+/))
    .map(([path = "", ...cells]) => ({ path, cells: cells.map((cell) => CODES[cell] ?? cell) }));
}

describe.each([
  ["reviewer1", gridOf(REVIEWER)],
  ["lead1", gridOf(LEAD)],
  ["manager1", gridOf(MANAGER)],
])("%s and an order", (username, grid) => {
  it.each(grid)("$path: $cells", async ({ path, cells }) => {
    const outcomes: string[] = [];
    for (const relation of RELATIONS)
      outcomes.push(await outcomeOf(username, path, await orderFor(relation)));
    expect(outcomes).toEqual(cells);
  });
});

describe("an order that does not exist", () => {
  it.each(gridOf(LEAD))("$path says so", async ({ path }) => {
    const outcome = await outcomeOf("lead1", path, "no-such-order");
    expect(outcome).toBe("ORDER_NOT_FOUND");
  });
});
