import { describe, expect, it } from "vitest";
import { applies, runRules } from "#shared/domain/rules/engine";
import type { Rule } from "#shared/domain/rules/rule";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { bent, cleanInput, TODAY } from "#test/support/rule-inputs";
import { made, site } from "./made-rule";

const person = cleanInput("FIRST_FILING", ({ entity }) => entity.nature === 5);

describe("a rule that does not speak about the order", () => {
  const never: Rule["judge"] = () => {
    throw new Error("asked");
  };

  it.each<[string, Partial<Rule>, RuleInput, boolean]>([
    ["its type", { applies: { filingTypes: ["CLAIM"] } }, site, false],
    ["its nature", { applies: { filingTypes: ["FIRST_FILING"], natures: ["INDIVIDUAL"] } }, site, false],
    ["a unit", { applies: { filingTypes: ["FIRST_FILING"], natures: ["UNIT"] } }, site, true],
    ["no unit", { applies: { filingTypes: ["FIRST_FILING"], natures: ["UNIT"] } }, person, false],
    [
      "one of its natures",
      { applies: { filingTypes: ["FIRST_FILING"], natures: ["LAW_FIRM", "ENTERPRISE"] } },
      site,
      true,
    ],
    ["its services", { applies: { filingTypes: ["FIRST_FILING"], serviceKinds: ["APP"] } }, site, false],
    [
      "one of its services",
      { applies: { filingTypes: ["FIRST_FILING"], serviceKinds: ["WEBSITE"] } },
      site,
      true,
    ],
    ["its province", { applies: { filingTypes: ["FIRST_FILING"], provinces: ["GD", "HL"] } }, site, false],
    ["its own province", { applies: { filingTypes: ["FIRST_FILING"], provinces: ["ZJ"] } }, site, true],
    ["a day to come", { effectiveFrom: "2026-03-03" }, site, false],
    ["its first day", { effectiveFrom: TODAY }, site, true],
  ])("is told by %s", (_name, change, input, expected) => {
    expect(applies(made([], change), input)).toBe(expected);
  });

  it("is told by a province that is none", () => {
    const input = { ...site, province: { ...site.province, id: null } };
    expect(applies(made([], { applies: { filingTypes: ["FIRST_FILING"], provinces: ["ZJ"] } }), input)).toBe(
      false,
    );
  });

  it("is told by an order without services", () => {
    const input = bent(site, (application) => {
      application.services = [];
    });
    expect(
      applies(made([], { applies: { filingTypes: ["FIRST_FILING"], serviceKinds: ["WEBSITE"] } }), input),
    ).toBe(false);
  });

  it("is not asked", () => {
    const silent = made([], { applies: { filingTypes: ["CLAIM"] }, judge: never });
    expect(runRules([silent], site, { gates: ["REVIEW"] })).toEqual({ findings: [], questions: [] });
    const off = { gates: ["REVIEW"], settings: { "R-900": { enabled: false, severity: null } } } as const;
    expect(runRules([made([], { judge: never })], site, off)).toEqual({ findings: [], questions: [] });
  });
});
