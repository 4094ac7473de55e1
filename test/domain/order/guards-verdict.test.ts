import { describe, expect, it } from "vitest";
import type { Verdict } from "#shared/domain/review/verdict";
import {
  claimOf,
  FIRST_FILING,
  HOLDER,
  LEAD,
  orderIn,
  reasonOf,
  verdictOf,
} from "#test/support/order-fixtures";
import { commandOf } from "./command-fixtures";
import { codeOf, rowsOf, run } from "./outcome";

const UNDER = orderIn("UNDER_FIRST_REVIEW");
const UNDER_LEAD = orderIn("UNDER_FIRST_REVIEW", FIRST_FILING, { claim: claimOf({ holder: LEAD.username }) });

function reject(patch: Partial<Verdict>) {
  return run(UNDER, { type: "reject", verdict: verdictOf("REJECT", patch) }, HOLDER);
}

function revise(patch: Partial<Verdict>) {
  return run(UNDER, { type: "requestRevision", verdict: verdictOf("REVISE", patch) }, HOLDER);
}

describe("the reasons of a verdict", () => {
  it("at least one is needed to reject and to ask for a revision, none to approve", () => {
    expect(codeOf(reject({ reasons: [] }))).toBe("REASON_REQUIRED");
    expect(codeOf(revise({ reasons: [] }))).toBe("REASON_REQUIRED");
    expect(rowsOf(run(UNDER, commandOf("approve", FIRST_FILING), HOLDER))).toEqual(["T10"]);
  });

  it("each one names its field when a revision is asked for", () => {
    expect(codeOf(revise({ reasons: [reasonOf(), reasonOf({ fieldPath: "" })] }))).toBe(
      "REASON_FIELD_REQUIRED",
    );
    expect(codeOf(revise({ reasons: [reasonOf({ fieldPath: "  " })] }))).toBe("REASON_FIELD_REQUIRED");
  });

  it.each([
    ["problem", { reasons: [reasonOf({ problem: "缺少{material}" })] }],
    ["suggestion", { reasons: [reasonOf(), reasonOf({ suggestion: "请上传{material}" })] }],
    ["comment", { comment: "{province}要求法定代表人" }],
  ])("an unfilled placeholder in the %s keeps the verdict from the customer", (_where, patch) => {
    expect(codeOf(reject(patch))).toBe("UNFILLED_PLACEHOLDER");
    expect(codeOf(revise(patch))).toBe("UNFILLED_PLACEHOLDER");
  });

  it("a placeholder in the comment of an approval is refused too, one in the internal note is nobody's business", () => {
    const approve = (patch: Partial<Verdict>) =>
      run(UNDER, { type: "approve", verdict: verdictOf("APPROVE", patch) }, HOLDER);
    expect(codeOf(approve({ comment: "{province}" }))).toBe("UNFILLED_PLACEHOLDER");
    expect(rowsOf(approve({ note: "see {template}" }))).toEqual(["T10"]);
    expect(rowsOf(reject({ note: "see {template}" }))).toEqual(["T13"]);
  });
});

describe("blocking findings of gate REVIEW", () => {
  const block = { ruleId: "R-027", fieldPath: "entity.certValidTo", override: "REVIEWER" } as const;
  const override = {
    ruleId: "R-027",
    fieldPath: "entity.certValidTo",
    reason: "licence renewed, seen by phone",
  };
  const approve = (order: typeof UNDER, actor: typeof HOLDER, blocks: object[], overrides: object[]) =>
    run(
      order,
      { type: "approve", verdict: { ...verdictOf("APPROVE"), overrides: overrides.map(asOverride) } },
      actor,
      {
        facts: { blocks: blocks.map(asBlock) },
      },
    );
  const asBlock = (patch: object) => ({ ...block, ...patch });
  const asOverride = (patch: object) => ({ ...override, ...patch });

  it("refuse an approval until they are overridden", () => {
    expect(codeOf(approve(UNDER, HOLDER, [{}], []))).toBe("UNRESOLVED_FINDINGS");
    expect(rowsOf(approve(UNDER, HOLDER, [{}], [{}]))).toEqual(["T10"]);
  });

  it("count each one: one override does not cover another rule or another field", () => {
    const other = { ruleId: "R-047", fieldPath: "services[0].responsiblePerson.idValidTo" };
    expect(codeOf(approve(UNDER, HOLDER, [{}, other], [{}]))).toBe("UNRESOLVED_FINDINGS");
    expect(codeOf(approve(UNDER, HOLDER, [{ fieldPath: "entity.certNumber" }], [{}]))).toBe(
      "UNRESOLVED_FINDINGS",
    );
    expect(rowsOf(approve(UNDER, HOLDER, [{}, other], [{}, other]))).toEqual(["T10"]);
    expect(
      rowsOf(approve(UNDER, HOLDER, [{}, { fieldPath: "entity.certNumber" }], [{ fieldPath: null }])),
    ).toEqual(["T10"]);
  });

  it("need a reason for the override", () => {
    expect(approve(UNDER, HOLDER, [{}], [{ reason: " " }]).kind).toBe("REFUSAL");
  });

  it("some are for a lead only, some for nobody", () => {
    expect(codeOf(approve(UNDER, HOLDER, [{ override: "LEAD" }], [{}]))).toBe("OVERRIDE_NOT_ALLOWED");
    expect(rowsOf(approve(UNDER_LEAD, LEAD, [{ override: "LEAD" }], [{}]))).toEqual(["T10"]);
    expect(codeOf(approve(UNDER, HOLDER, [{ override: "NONE" }], [{}]))).toBe("OVERRIDE_NOT_ALLOWED");
    expect(codeOf(approve(UNDER_LEAD, LEAD, [{ override: "NONE" }], [{}]))).toBe("OVERRIDE_NOT_ALLOWED");
  });

  it("do not stand in the way of a rejection or a revision", () => {
    const facts = { blocks: [block] };
    expect(rowsOf(run(UNDER, commandOf("reject", FIRST_FILING), HOLDER, { facts }))).toEqual(["T13"]);
    expect(rowsOf(run(UNDER, commandOf("requestRevision", FIRST_FILING), HOLDER, { facts }))).toEqual([
      "T14",
    ]);
  });
});
