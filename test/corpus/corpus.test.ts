import { describe, expect, it } from "vitest";
import { FILING_KINDS, kindCode } from "#shared/domain/filing/filing-type";
import { RULES } from "#shared/domain/rules/catalogue";
import { NATURES } from "#shared/domain/rules/natures";
import type { CaseRole } from "./case";
import { CORPUS } from "./catalogue";
import { caseLines } from "./report";
import { findingsOf, prepareCase, ruleIn } from "./run-case";
import { judged, ratioOf, scoresOf } from "./score";

const LEAST_ORDERS = 600;
const CASES = CORPUS.map(prepareCase);
const RESULTS = CASES.map((prepared) => judged(prepared, findingsOf(RULES, prepared)));
const MACHINE = RULES.filter(({ check }) => check !== "human").map(({ id }) => id);

function casesOf(rule: string, role: CaseRole) {
  return CORPUS.filter((one) => one.rule === rule && one.role === role);
}

describe("the rules by the corpus", () => {
  it("finds in every order all that is there, and nothing else", () => {
    expect(RESULTS.filter(({ right }) => !right).flatMap(caseLines)).toEqual([]);
  });

  it("reaches the figures that were promised", () => {
    const scores = scoresOf(RULES, RESULTS);
    const of = (check: string) => ratioOf(scores.filter(({ rule }) => rule.check === check));
    expect(of("fully")).toEqual({ recall: 1, precision: 1 });
    expect(of("partly").recall).toBeGreaterThanOrEqual(0.98);
    expect(of("partly").precision).toBeGreaterThanOrEqual(0.95);
  });
});

describe("the corpus by its own promises", () => {
  it(`has ${LEAST_ORDERS} orders and more`, () => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(LEAST_ORDERS);
  });

  it("breaks every rule that a machine checks in two ways or more", () => {
    expect(MACHINE.filter((rule) => casesOf(rule, "VIOLATES").length < 2)).toEqual([]);
  });

  it("has an order that just does not break it", () => {
    expect(MACHINE.filter((rule) => casesOf(rule, "NEAR_MISS").length < 1)).toEqual([]);
  });

  it("labels every broken order with its rule, and no clean or near one", () => {
    const broken = CASES.filter(({ case: { rule, role }, expected }) => {
      const has = expected.some((finding) => ruleIn(finding) === rule && !finding.includes("?"));
      return role === "VIOLATES" ? !has : has;
    });
    expect(broken.map(({ case: { rule, name } }) => `${rule} ${name}`)).toEqual([]);
  });

  it("calls no two cases of a rule the same", () => {
    const names = CORPUS.map(({ rule, role, name }) => `${rule} ${role} ${name}`);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it("has a clean order of every filing type and nature", () => {
    const clean = new Set(
      CASES.filter(({ case: { role } }) => role === "CLEAN").map(
        ({ input }) => `${kindCode(input.kind)} ${input.application.entity.nature}`,
      ),
    );
    const wanted = FILING_KINDS.flatMap((kind) =>
      Object.values(NATURES).map((nature) => `${kindCode(kind)} ${nature}`),
    );
    expect(wanted.filter((combination) => !clean.has(combination))).toEqual([]);
  });
});
