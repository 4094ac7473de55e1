import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { HOUR_MS, orderIn } from "#test/support/order-fixtures";
import type { Caller } from "#test/support/staff-caller";
import { createCaller } from "#test/support/staff-caller";
import { STAFF_PROCEDURES } from "#test/support/staff-procedures";
import { startTestServer, type TestServer } from "#test/support/test-server";

/**
 * Who may call what (assurance.md A7). Rows come from the router as it is; the cells are written by hand, from
 * contracts.md §1: R reviewer, L lead, M manager, A admin, S security admin, U auditor. A procedure without a line
 * fails, and so does a line without a procedure.
 */
const EXPECTED: Readonly<Record<string, string>> = {
  "session.me": "R L M A S U",
  "session.setLocale": "R L M A S U",
  "queue.list": "R L M",
  "queue.counts": "R L M",
  "queue.claimNext": "R L",
  "queue.claim": "R L",
  "queue.release": "R L",
  "queue.heartbeat": "R L",
  "queue.reserveNext": "R L",
  "queue.dropReservation": "R L",
  "orders.get": "R L M",
  "orders.history": "R L M",
  "orders.reveal": "R L",
  "orders.diff": "R L M",
  "orders.recheck": "R L",
  "orders.hold": "R L",
  "orders.resume": "R L",
  "orders.escalate": "R L",
  "orders.handOver": "R L",
  "orders.reassign": "L",
  "orders.assign": "L",
  "orders.recall": "L",
  "orders.reopen": "L",
  "orders.abandon": "L",
  "orders.forceCancelAccess": "L",
  "orders.addNote": "R L",
  "orders.saveDraft": "R L",
  "verdicts.record": "R L",
  "verdicts.preview": "R L",
  "verdicts.undo": "R L",
  "bureau.list": "R L M",
  "bureau.get": "R L M",
  "bureau.provinces": "R L M",
  "bureau.pushNow": "L",
  "bureau.retry": "L",
  "insights.overview": "L M",
  "insights.reviewers": "L M",
  "insights.rounds": "L M",
  "rules.list": "R L M A",
  "rules.history": "R L M A",
  "rules.set": "A",
  "provinces.list": "R L M A",
  "provinces.history": "R L M A",
  "provinces.edit": "A",
  "lists.list": "R L M A",
  "lists.history": "R L M A",
  "lists.edit": "A",
  "lists.blacklist": "R L M A",
  "lists.addToBlacklist": "A",
  "lists.removeFromBlacklist": "A",
  "lists.authCodes": "R L M A",
  "lists.addAuthCode": "A",
  "templates.list": "R L M A",
  "templates.history": "R L M A",
  "templates.draft": "L",
  "templates.release": "L A",
  "templates.discard": "L",
  "audit.search": "U",
  "staff.list": "L M A S",
  "staff.reviewers": "R L M",
  "staff.setRoles": "A",
  "simulator.status": "R L M",
  "simulator.control": "R L M",
  "simulator.sms": "R L M",
  "simulator.verify": "R L M",
  "simulator.resend": "R L M",
  "simulator.applicantFix": "R L M",
  "events.stream": "R L M",
};

const PRINCIPALS = [
  ["R", "reviewer1"],
  ["L", "lead1"],
  ["M", "manager1"],
  ["A", "admin1"],
  ["S", "security1"],
  ["U", "auditor1"],
] as const;

let server: TestServer;
const signedIn = new Map<string, Caller>();
const strangers = new Map<string, Caller>();
beforeAll(async () => {
  server = await startTestServer();
  await server.addStaff("disabled1", "LEAD");
  const expired = await server.signIn("lead1");
  server.clock.nowMs += HOUR_MS;
  for (const [letter, username] of PRINCIPALS) signedIn.set(letter, await server.signIn(username));
  const disabled = await server.signIn("disabled1");
  server.client.prepare("UPDATE staff SET active = 0 WHERE username = 'disabled1'").run();
  const signedOut = await server.signIn("lead1");
  await signedOut.signOut();
  strangers.set("nobody", server.anonymous);
  strangers.set("an expired session", expired);
  strangers.set("a disabled person", disabled);
  strangers.set("a session that was signed out", signedOut);
  strangers.set("a made-up token", createCaller(server.url, `sid=${"A".repeat(43)}`));
});
afterAll(() => server.stop());

/** The refusal of a call with no input at all: rights are judged before the input is read. */
async function refusalOf(caller: Caller, path: string, headers?: Record<string, string>): Promise<string> {
  if (path !== "events.stream") return (await caller.call(path, null, headers)).error?.refusal ?? "";
  const stream = await caller.stream();
  const refused = /"refusal":"(\w+)"/;
  // An open stream shows itself by the first event it carries.
  await vi.waitFor(() => {
    server.services.live.publish({ order: orderIn("FILED"), events: [], atMs: 0 });
    expect(stream.text()).toMatch(/"refusal":|"type":"MOVED"/);
  });
  stream.close();
  return refused.exec(stream.text())?.[1] ?? "";
}

describe("the authorization matrix", () => {
  it("has a line for every procedure, and no other", () => {
    expect(STAFF_PROCEDURES.map(({ path }) => path).sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it("finds every procedure made by the builder that names its permission", () => {
    expect(STAFF_PROCEDURES.filter(({ permission }) => permission === undefined)).toEqual([]);
  });

  it.each(Object.entries(EXPECTED))("%s is for %s", async (path, letters) => {
    const allowed: string[] = [];
    for (const [letter] of PRINCIPALS) {
      const refusal = await refusalOf(signedIn.get(letter) ?? server.anonymous, path);
      if (refusal !== "NOT_PERMITTED") allowed.push(letter);
      expect(refusal).not.toBe("SIGN_IN_REQUIRED");
    }
    expect(allowed.join(" ")).toBe(letters);
  });

  it.each(Object.keys(EXPECTED))("%s is not for strangers", async (path) => {
    const refusals: Record<string, string> = {};
    for (const [who, caller] of strangers) refusals[who] = await refusalOf(caller, path);
    refusals["an intake key"] = await refusalOf(server.anonymous, path, {
      authorization: "Bearer demo-intake-key",
    });
    refusals["a bureau signature"] = await refusalOf(server.anonymous, path, {
      "x-provider": "demo-provider",
      "x-signature": "sha256=00",
    });
    expect(new Set(Object.values(refusals))).toEqual(new Set(["SIGN_IN_REQUIRED"]));
  });
});
