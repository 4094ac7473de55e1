import { describe, expect, it } from "vitest";
import { LOCALES, type Locale } from "#shared/contract/staff-session";
import {
  actionText,
  actorText,
  dataLines,
  ORDER_ACTIONS,
  PEOPLE_ACTIONS,
  RULE_ACTIONS,
  type Speech,
} from "../../client/features/audit/audit-wording";
import { spokenTexts } from "../support/spoken-texts";

function speech(locale: Locale): Speech {
  return { ...spokenTexts(locale, "audit"), time: (atMs) => `at ${atMs}`, locale };
}
const en = speech("en-US");

function row(action: string, data: Parameters<typeof dataLines>[0]["data"]) {
  return { seq: 7, atMs: 1, actor: "reviewer1", action, orderNo: "BA1", data };
}

describe("audit records in words", () => {
  it.each(LOCALES)("every action has a word of its own (%s)", (locale) => {
    const actions = [...ORDER_ACTIONS, ...PEOPLE_ACTIONS, ...RULE_ACTIONS];
    const words = actions.map((action) => actionText(action, speech(locale)));
    expect(words).toHaveLength(actions.length);
    expect(words.filter((word) => word.trim() === "")).toEqual([]);
  });

  it("shows an action without a word by its code", () => {
    expect(actionText("somethingNew", en)).toBe("somethingNew");
  });

  it("tells people from machines and customers", () => {
    expect(actorText("lead1", en)).toBe("lead1");
    expect(actorText("customer:demo", en)).toBe("Customer system (demo)");
    expect(actorText("system:push", en)).toBe("System (push)");
    expect(actorText("bureau", en)).toBe("Bureau");
  });

  it("puts a verdict's outcome before the numbers of the machine", () => {
    const lines = dataLines(
      row("requestRevision", {
        verdictId: "v-1",
        transition: "T14",
        round: 2,
        outcome: "REVISE",
        fields: ["entity.name", "materials"],
        overrides: [],
        from: "UNDER_FIRST_REVIEW",
        to: "NEEDS_REVISION",
      }),
      en,
    );
    expect(lines.map(({ key }) => key)).toEqual([
      "outcome",
      "from",
      "to",
      "round",
      "fields",
      "transition",
      "verdictId",
    ]);
    expect(lines[0]).toEqual({ key: "outcome", label: "Verdict", value: "Needs revision" });
    expect(lines.find(({ key }) => key === "fields")?.value).toBe("entity.name, materials");
  });

  it("names roles, hold reasons and record codes, and formats times", () => {
    expect(
      dataLines(row("setRoles", { before: ["REVIEWER"], after: ["LEAD"] }), en).map(({ value }) => value),
    ).toEqual(["Reviewer", "Review lead"]);
    expect(dataLines(row("hold", { reason: "CALL_BACK", untilMs: 5 }), en).map(({ value }) => value)).toEqual(
      ["Waiting for a call back", "at 5"],
    );
    expect(dataLines(row("recordRejected", { cause: "JGDM_1019" }), en)[0]?.value).toBe(
      "1019 Region code not valid",
    );
  });

  it("tells a change of the rules by what was changed, not by the revision of an order", () => {
    const data = { ruleId: "R-012", enabled: true, severity: "warn", revision: 8 };
    expect(
      dataLines(row("addRuleSetting", data), en).map(({ label, value }) => `${label}: ${value}`),
    ).toEqual(["Rule: R-012", "Switched on: Yes", "Severity: Warn", "Revision of the rules: 8"]);
  });

  it("keeps what it has no words for, and leaves out what is not there", () => {
    expect(dataLines(row("x", { newKey: "as it is", nothing: null }), en)).toEqual([
      { key: "newKey", label: "newKey", value: "as it is" },
    ]);
  });
});
