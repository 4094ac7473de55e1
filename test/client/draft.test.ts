import { describe, expect, it } from "vitest";
import type { FindingView } from "#shared/contract/staff-review";
import {
  type Draft,
  type DraftAction,
  EMPTY_DRAFT,
  reduceDraft,
} from "../../client/features/workbench/verdict/draft";
import { gapOf, isOutdated, verdictOf } from "../../client/features/workbench/verdict/draft-gap";

const NAME = "entity.name";
const OWN = { fieldPath: NAME, ruleId: null };

function draftOf(...actions: DraftAction[]): Draft {
  return actions.reduce(reduceDraft, EMPTY_DRAFT);
}

function finding(patch: Partial<FindingView> = {}): FindingView {
  return {
    ruleId: "R-021",
    fieldPath: NAME,
    state: "VIOLATED",
    severity: "block",
    check: "partly",
    override: "REVIEWER",
    message: { zh: "名称不一致", en: "Name differs" },
    params: { expected: "甲" },
    paramsEn: { expected: "甲" },
    evidence: [],
    missing: [],
    suggestedOutcome: "REJECT",
    templates: ["T-ENT-01"],
    group: "ENT",
    title: { zh: "", en: "" },
    source: "",
    texts: [],
    ...patch,
  };
}

const BLOCK = finding();
const accept: DraftAction = { type: "ACCEPT", finding: BLOCK, text: "应为甲", templateCode: "T-ENT-01" };
const setAside = (reason: string): DraftAction => ({ type: "OVERRIDE", finding: BLOCK, reason });
const outcome = (name: "APPROVE" | "REJECT" | "REVISE"): DraftAction => ({ type: "OUTCOME", outcome: name });

describe("marks", () => {
  it("come with the first press and go with the second", () => {
    const marked = draftOf({ type: "TOGGLE", fieldPath: NAME });
    expect(marked.reasons).toMatchObject([{ templateCode: null, fieldPath: NAME, text: "", ruleId: null }]);
    expect(reduceDraft(marked, { type: "TOGGLE", fieldPath: NAME }).reasons).toEqual([]);
  });

  it("keep what was typed when the key is pressed again, and go only when they are removed", () => {
    const typed = draftOf(
      { type: "TOGGLE", fieldPath: NAME },
      { type: "REASON", reason: OWN, patch: { text: "differs from the licence" } },
    );
    expect(reduceDraft(typed, { type: "TOGGLE", fieldPath: NAME })).toEqual(typed);
    expect(reduceDraft(typed, { type: "UNMARK", reason: OWN }).reasons).toEqual([]);
  });
});

describe("a finding", () => {
  it("becomes a reason with its template, parameters and rule, beside the reviewer's own mark", () => {
    const draft = draftOf({ type: "TOGGLE", fieldPath: NAME }, accept);
    expect(draft.reasons).toHaveLength(2);
    expect(draft.reasons[1]).toEqual({
      templateCode: "T-ENT-01",
      fieldPath: NAME,
      text: "应为甲",
      suggestion: "",
      ruleId: "R-021",
      params: { expected: "甲" },
    });
    const edited = reduceDraft(draft, { type: "REASON", reason: BLOCK, patch: { text: "应为乙" } });
    expect(edited.reasons.map(({ text }) => text)).toEqual(["", "应为乙"]);
  });

  it("is either part of the message or set aside, and may be opened again", () => {
    const aside = draftOf(accept, setAside("证件为旧版"));
    expect([aside.reasons, aside.overrides]).toEqual([
      [],
      [{ fieldPath: NAME, ruleId: "R-021", reason: "证件为旧版" }],
    ]);
    const accepted = reduceDraft(aside, accept);
    expect([accepted.reasons.length, accepted.overrides.length]).toEqual([1, 0]);
    expect(reduceDraft(accepted, { type: "REOPEN", finding: BLOCK })).toEqual(EMPTY_DRAFT);
  });

  it("keeps its place in the list while its reason is typed", () => {
    const other: DraftAction = {
      type: "OVERRIDE",
      finding: { ruleId: "R-001", fieldPath: "x" },
      reason: "y",
    };
    const draft = draftOf(setAside("a"), other, setAside("ab"));
    expect(draft.overrides.map(({ ruleId, reason }) => `${ruleId} ${reason}`)).toEqual([
      "R-021 ab",
      "R-001 y",
    ]);
  });
});

describe("the checklist", () => {
  it("remembers a question until it is opened again", () => {
    const checked = draftOf({ type: "CHECK", question: "R-062 services[0]" });
    expect(checked.checked).toEqual(["R-062 services[0]"]);
    expect(reduceDraft(checked, { type: "CHECK", question: "R-062 services[0]" }).checked).toEqual([]);
  });
});

describe("a draft that cannot be sent", () => {
  const mark: DraftAction = { type: "TOGGLE", fieldPath: NAME };
  const write = (text: string): DraftAction => ({ type: "REASON", reason: OWN, patch: { text } });

  it.each<[string, DraftAction[]]>([
    ["NO_OUTCOME", []],
    ["NO_REASON", [outcome("REVISE")]],
    ["NO_REASON", [outcome("REJECT")]],
    ["EMPTY_REASON", [outcome("REVISE"), mark, write("  ")]],
    ["PLACEHOLDER", [outcome("REVISE"), mark, write("{domain} has expired")]],
    ["PLACEHOLDER", [outcome("APPROVE"), { type: "COMMENT", text: "see {link}" }]],
    ["MARKS_ON_APPROVE", [outcome("APPROVE"), mark]],
  ])("%s", (gap, actions) => {
    const draft = draftOf(...actions);
    expect(gapOf(draft, [], false)).toBe(gap);
    expect(verdictOf(draft, [], false)).toBeNull();
  });

  it.each<[string | null, FindingView, boolean, DraftAction[]]>([
    ["OPEN_FINDINGS", BLOCK, false, [outcome("APPROVE")]],
    ["NO_OVERRIDE_REASON", BLOCK, false, [outcome("APPROVE"), setAside(" ")]],
    [null, BLOCK, false, [outcome("APPROVE"), setAside("见原件")]],
    [null, finding({ severity: "warn" }), false, [outcome("APPROVE")]],
    [null, finding({ state: "CANNOT_CHECK" }), false, [outcome("APPROVE")]],
    ["LEAD_ONLY", finding({ override: "LEAD" }), false, [outcome("APPROVE"), setAside("见原件")]],
    [null, finding({ override: "LEAD" }), true, [outcome("APPROVE"), setAside("见原件")]],
    ["LEAD_ONLY", finding({ override: "NONE" }), true, [outcome("APPROVE"), setAside("见原件")]],
    [null, BLOCK, false, [outcome("REJECT"), accept]],
  ])("%s with a finding", (gap, found, lead, actions) => {
    expect(gapOf(draftOf(...actions), [found], lead)).toBe(gap);
  });
});

describe("a draft that is complete", () => {
  it("approves without a word", () => {
    expect(verdictOf(draftOf(outcome("APPROVE")), [], false)).toEqual({
      outcome: "APPROVE",
      comment: "",
      note: "",
      reasons: [],
      overrides: [],
    });
  });

  it("sends back with its marks, comment and note, trimmed", () => {
    const draft = draftOf(
      outcome("REVISE"),
      { type: "TOGGLE", fieldPath: NAME },
      { type: "REASON", reason: OWN, patch: { text: "differs", suggestion: "as on the licence" } },
      { type: "COMMENT", text: " please correct " },
      { type: "NOTE", text: " called once " },
    );
    expect(verdictOf(draft, [], false)).toMatchObject({
      outcome: "REVISE",
      comment: "please correct",
      note: "called once",
      reasons: [{ templateCode: null, fieldPath: NAME, text: "differs", suggestion: "as on the licence" }],
    });
  });

  it("forgets what was set aside when the rules, run again, no longer find it", () => {
    const draft = draftOf(outcome("APPROVE"), setAside(""));
    expect(gapOf(draft, [BLOCK], false)).toBe("NO_OVERRIDE_REASON");
    expect(verdictOf(draft, [], false)).toMatchObject({ outcome: "APPROVE", overrides: [] });
  });

  it("knows an accepted finding that is gone from one that stands and from the reviewer's own mark", () => {
    const { reasons } = draftOf({ type: "ACCEPT", finding: BLOCK, text: "differs", templateCode: null });
    const [own] = draftOf({ type: "TOGGLE", fieldPath: NAME }).reasons;
    const accepted = reasons[0] ?? expect.fail("nothing accepted");
    expect([isOutdated(accepted, [BLOCK]), isOutdated(accepted, [])]).toEqual([false, true]);
    expect(isOutdated(own ?? expect.fail("nothing marked"), [])).toBe(false);
  });
});
