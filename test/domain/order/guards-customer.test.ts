import { describe, expect, it } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import { decideAll } from "#shared/domain/order/decide";
import {
  ACCOUNT,
  applicationOf,
  CUSTOMER,
  contextOf,
  DAY_MS,
  DUE_MS,
  FIRST_FILING,
  FORCED,
  HOUR_MS,
  kindOf,
  LEAD,
  NOW_MS,
  ORDER_NO,
  OTHER_ACCOUNT,
  orderIn,
  VOLUNTARY,
} from "#test/support/order-fixtures";
import { commandOf } from "./command-fixtures";
import { accepted, codeOf, refused, rowsOf, run } from "./outcome";

const TRANSFER = kindOf("TRANSFER");
const DEREGISTER = kindOf("DEREGISTER_ENTITY");

describe("opening an order", () => {
  const facts = { openOrderNos: ["ORD-0009"] };

  it.each([
    ["create", FIRST_FILING, CUSTOMER],
    ["create", VOLUNTARY, CUSTOMER],
    ["transfer", TRANSFER, CUSTOMER],
    ["forceCancelAccess", FORCED, LEAD],
  ] as const)(
    "%s (%o) is refused while another order of the entity or account is open",
    (type, kind, actor) => {
      const said = refused(run(null, commandOf(type, kind), actor, { facts }));
      expect(said).toMatchObject({ code: "OPEN_ORDER_EXISTS", params: { orderNo: "ORD-0009" } });
    },
  );

  it("a draft cannot be submitted beside another open order", () => {
    expect(codeOf(run(orderIn("DRAFT"), { type: "submit" }, CUSTOMER, { facts }))).toBe("OPEN_ORDER_EXISTS");
  });

  it("create is not for forced cancellations and transfers", () => {
    expect(codeOf(run(null, commandOf("create", FORCED), CUSTOMER))).toBe("KIND_NOT_ALLOWED");
    expect(codeOf(run(null, commandOf("create", TRANSFER), CUSTOMER))).toBe("KIND_NOT_ALLOWED");
  });

  it("a transfer needs an account without an entity", () => {
    const transfer = commandOf("transfer", TRANSFER);
    expect(codeOf(run(null, transfer, CUSTOMER, { facts: { targetAccountHasEntity: true } }))).toBe(
      "ACCOUNT_HAS_ENTITY",
    );
    expect(accepted(run(null, transfer, CUSTOMER)).next).toMatchObject({
      status: "TRANSFERRED",
      kind: TRANSFER,
    });
  });

  it("a forced cancellation needs its legal ground and its evidence", () => {
    const force = commandOf("forceCancelAccess", FORCED);
    const bare = applicationOf(FORCED, { materials: [] });
    expect(run(null, { ...force, legalGround: " " }, LEAD).kind).toBe("REFUSAL");
    expect(run(null, { ...force, application: bare }, LEAD).kind).toBe("REFUSAL");
    expect(accepted(run(null, force, LEAD)).next).toMatchObject({ createdBy: "lead-a", round: 1 });
  });

  it("the intake's first submission is create and submit in one change", () => {
    const outcome = decideAll(
      null,
      [commandOf("create", FIRST_FILING), { type: "submit" }],
      contextOf(CUSTOMER),
    );
    expect(rowsOf(outcome)).toEqual(["T01", "T04"]);
    expect(accepted(outcome).next).toMatchObject({
      orderNo: ORDER_NO,
      status: "PENDING_FIRST_REVIEW",
      round: 1,
    });
  });

  it("several commands in one change are refused together", () => {
    const draft = orderIn("DRAFT");
    const outcome = decideAll(
      draft,
      [commandOf("edit", FIRST_FILING), { type: "confirm" }],
      contextOf(CUSTOMER),
    );
    expect(outcome.kind).toBe("REFUSAL");
  });
});

describe("editing", () => {
  it.each(["DRAFT", "NEEDS_REVISION", "BUREAU_REJECTED"] as const)(
    "in %s leaves type, origin and account alone",
    (status) => {
      const fieldOf = (code: string, application: Application) =>
        refused(run(orderIn(status, kindOf(code)), { type: "edit", application }, CUSTOMER)).params;
      const access = "ADD_ACCESS/OURS";
      expect(fieldOf(access, applicationOf(kindOf("ADD_SERVICE/OURS")))).toEqual({ field: "filingType" });
      expect(fieldOf(access, applicationOf(kindOf("ADD_ACCESS/OTHER")))).toEqual({ field: "entityOrigin" });
      expect(fieldOf("CANCEL_ACCESS/VOLUNTARY", applicationOf(FORCED))).toEqual({ field: "cancelOrigin" });
      expect(fieldOf(access, applicationOf(kindOf(access), { accountId: OTHER_ACCOUNT }))).toEqual({
        field: "accountId",
      });
    },
  );

  it("the region of a draft and of a returned order can be changed", () => {
    const { entity } = applicationOf(FIRST_FILING);
    const application = applicationOf(FIRST_FILING, {
      entity: { ...entity, region: { provinceCode: "110000" } },
    });
    for (const status of ["DRAFT", "FIRST_REVIEW_REJECTED"] as const) {
      const { next } = accepted(run(orderIn(status), { type: "edit", application }, CUSTOMER));
      expect(next).toMatchObject({ status, provinceCode: "110000", accountId: ACCOUNT });
    }
  });

  it("the intake's resubmission is edit and submit in one change", () => {
    const commands = [commandOf("edit", FIRST_FILING), { type: "submit" } as const];
    const outcome = decideAll(orderIn("NEEDS_REVISION"), commands, contextOf(CUSTOMER));
    expect(rowsOf(outcome)).toEqual(["T18", "T18"]);
    expect(accepted(outcome).next).toMatchObject({
      status: "REVISED_PENDING_REVIEW",
      revisionNo: 2,
      round: 2,
    });
  });

  it("only a revised order waits for its previous reviewer, for half an hour of working time", () => {
    const again = (status: "NEEDS_REVISION" | "FIRST_REVIEW_REJECTED") =>
      accepted(run(orderIn(status), { type: "submit" }, CUSTOMER)).next;
    expect(again("NEEDS_REVISION")).toMatchObject({
      preferredUntilMs: NOW_MS + HOUR_MS / 2,
      previousReviewer: "reviewer-a",
    });
    expect(again("FIRST_REVIEW_REJECTED")).toMatchObject({
      preferredUntilMs: null,
      previousReviewer: "reviewer-a",
    });
  });
});

describe("withdrawing", () => {
  it.each([
    "PENDING_FIRST_REVIEW",
    "UNDER_FIRST_REVIEW",
    "REVISED_PENDING_REVIEW",
    "PENDING_BUREAU_SUBMISSION",
  ] as const)("cancellations and deregistrations cannot be withdrawn in %s, only abandoned", (status) => {
    for (const kind of [VOLUNTARY, DEREGISTER, kindOf("DEREGISTER_SERVICE")]) {
      expect(codeOf(run(orderIn(status, kind), { type: "withdraw" }, CUSTOMER))).toBe("KIND_NOT_ALLOWED");
      expect(rowsOf(run(orderIn(status, kind), commandOf("abandon", kind), CUSTOMER))).toEqual(["T06"]);
    }
    expect(codeOf(run(orderIn(status), commandOf("abandon", FIRST_FILING), CUSTOMER))).toBe(
      "KIND_NOT_ALLOWED",
    );
  });

  it("a withdrawn order enters the queue again with a new clock and its next round", () => {
    const draft = accepted(run(orderIn("PENDING_FIRST_REVIEW"), { type: "withdraw" }, CUSTOMER)).next;
    const nowMs = NOW_MS + 7 * DAY_MS;
    const { next } = accepted(run(draft, { type: "submit" }, CUSTOMER, { nowMs }));
    expect(next).toMatchObject({
      round: 2,
      submittedAtMs: nowMs,
      clock: { startedAtMs: nowMs, pausedMs: 0 },
    });
    expect(next).not.toMatchObject({ clock: { dueAtMs: DUE_MS } });
  });
});
