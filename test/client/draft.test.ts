import { describe, expect, it } from "vitest";
import {
  type Draft,
  type DraftAction,
  EMPTY_DRAFT,
  gapOf,
  reduceDraft,
  verdictOf,
} from "../../client/features/workbench/verdict/draft";

const NAME = "entity.name";

function draftOf(...actions: DraftAction[]): Draft {
  return actions.reduce(reduceDraft, EMPTY_DRAFT);
}

describe("marks", () => {
  it("come with the first press and go with the second", () => {
    const marked = draftOf({ type: "TOGGLE", fieldPath: NAME });
    expect(marked.reasons).toEqual([{ templateCode: null, fieldPath: NAME, text: "", suggestion: "" }]);
    expect(reduceDraft(marked, { type: "TOGGLE", fieldPath: NAME }).reasons).toEqual([]);
  });

  it("keep what was typed when the key is pressed again, and go only when they are removed", () => {
    const typed = draftOf(
      { type: "TOGGLE", fieldPath: NAME },
      { type: "REASON", fieldPath: NAME, patch: { text: "differs from the licence" } },
    );
    expect(reduceDraft(typed, { type: "TOGGLE", fieldPath: NAME })).toEqual(typed);
    expect(reduceDraft(typed, { type: "UNMARK", fieldPath: NAME }).reasons).toEqual([]);
  });
});

describe("a draft that cannot be sent", () => {
  const mark: DraftAction = { type: "TOGGLE", fieldPath: NAME };
  const write = (text: string): DraftAction => ({ type: "REASON", fieldPath: NAME, patch: { text } });

  it.each<[string, DraftAction[]]>([
    ["NO_OUTCOME", []],
    ["NO_REASON", [{ type: "OUTCOME", outcome: "REVISE" }]],
    ["NO_REASON", [{ type: "OUTCOME", outcome: "REJECT" }]],
    ["EMPTY_REASON", [{ type: "OUTCOME", outcome: "REVISE" }, mark, write("  ")]],
    ["PLACEHOLDER", [{ type: "OUTCOME", outcome: "REVISE" }, mark, write("{domain} has expired")]],
    [
      "PLACEHOLDER",
      [
        { type: "OUTCOME", outcome: "APPROVE" },
        { type: "COMMENT", text: "see {link}" },
      ],
    ],
    ["MARKS_ON_APPROVE", [{ type: "OUTCOME", outcome: "APPROVE" }, mark]],
  ])("%s", (gap, actions) => {
    const draft = draftOf(...actions);
    expect(gapOf(draft)).toBe(gap);
    expect(verdictOf(draft)).toBeNull();
  });
});

describe("a draft that is complete", () => {
  it("approves without a word", () => {
    expect(verdictOf(draftOf({ type: "OUTCOME", outcome: "APPROVE" }))).toEqual({
      outcome: "APPROVE",
      comment: "",
      note: "",
      reasons: [],
    });
  });

  it("sends back with its marks, comment and note, trimmed", () => {
    const draft = draftOf(
      { type: "OUTCOME", outcome: "REVISE" },
      { type: "TOGGLE", fieldPath: NAME },
      { type: "REASON", fieldPath: NAME, patch: { text: "differs", suggestion: "as on the licence" } },
      { type: "COMMENT", text: " please correct " },
      { type: "NOTE", text: " called once " },
    );
    expect(verdictOf(draft)).toEqual({
      outcome: "REVISE",
      comment: "please correct",
      note: "called once",
      reasons: [{ templateCode: null, fieldPath: NAME, text: "differs", suggestion: "as on the licence" }],
    });
  });
});
