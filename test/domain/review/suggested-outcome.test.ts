import { describe, expect, it } from "vitest";
import { suggestedOutcome } from "#shared/domain/review/suggested-outcome";
import type { Finding } from "#shared/domain/rules/report";

function finding(ruleId: string, patch: Partial<Finding> = {}): Finding {
  return {
    ruleId,
    fieldPath: "entity.name",
    state: "VIOLATED",
    severity: "block",
    check: "fully",
    override: "REVIEWER",
    message: { zh: "", en: "" },
    params: {},
    paramsEn: {},
    evidence: [],
    missing: [],
    suggestedOutcome: "REJECT",
    templates: [],
    ...patch,
  };
}

const WRONG = finding("R-021");
const MISSING = finding("R-081", { suggestedOutcome: "REVISE" });

describe("the suggested outcome", () => {
  it.each([
    ["nothing found", [], "APPROVE", []],
    ["something missing", [MISSING], "REVISE", ["R-081"]],
    ["something wrong", [WRONG], "REJECT", ["R-021"]],
    ["both: the stronger", [MISSING, WRONG], "REJECT", ["R-021"]],
    ["the same rule twice is named once", [WRONG, finding("R-021", { fieldPath: "x" })], "REJECT", ["R-021"]],
    ["a warning only advises", [finding("R-068", { severity: "warn" })], "APPROVE", []],
    ["advice without outcome", [finding("R-018", { suggestedOutcome: null })], "APPROVE", []],
    ["what could not be checked", [finding("R-021", { state: "CANNOT_CHECK" })], "APPROVE", []],
  ] as const)("%s", (_name, findings, outcome, ruleIds) => {
    expect(suggestedOutcome(findings)).toMatchObject({ outcome, ruleIds });
  });

  it("says why in both languages, and differently when reasons are mixed", () => {
    const reasons = [[], [MISSING], [WRONG], [MISSING, WRONG]].map(
      (found) => suggestedOutcome(found).because,
    );
    expect(new Set(reasons.map(({ zh }) => zh)).size).toBe(4);
    expect(new Set(reasons.map(({ en }) => en)).size).toBe(4);
  });

  it("forgets findings that were set aside", () => {
    const settled = (found: Finding) => found.ruleId === "R-021";
    expect(suggestedOutcome([WRONG, MISSING], settled).outcome).toBe("REVISE");
    expect(suggestedOutcome([WRONG], settled).outcome).toBe("APPROVE");
  });
});
