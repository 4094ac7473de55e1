import { describe, expect, it } from "vitest";
import { type RunOptions, runRules } from "#shared/domain/rules/engine";
import { findingSchema, questionSchema } from "#shared/domain/rules/report";
import { cannotCheck, fact, needsHuman, violated } from "#shared/domain/rules/results";
import { type Rule, rule } from "#shared/domain/rules/rule";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { BROKEN, made, site } from "./made-rule";

const REVIEW: RunOptions = { gates: ["REVIEW"] };

function run(rules: readonly Rule[], options: RunOptions = REVIEW, input: RuleInput = site) {
  return runRules(rules, input, options);
}

describe("a violation", () => {
  it("becomes a finding with everything a reader needs", () => {
    expect(run([made([BROKEN])])).toEqual({
      findings: [
        {
          ruleId: "R-900",
          fieldPath: "entity.name",
          state: "VIOLATED",
          severity: "block",
          check: "fully",
          override: "LEAD",
          message: { zh: "甲最多3个，{unknown}", en: "A: at most 3, {unknown}" },
          params: { who: "甲", n: "3" },
          paramsEn: { who: "A", n: "3" },
          evidence: [{ path: "province.max", value: "3" }],
          missing: [],
          suggestedOutcome: "REJECT",
          templates: ["T-ORD-01", "T-ORD-02"],
        },
      ],
      questions: [],
    });
  });

  it("may be milder than its rule and only advice, never harsher", () => {
    const soft = violated("entity.name", {}, [], { severity: "warn", outcome: null });
    const hard = violated("entity.name", {}, [], { severity: "block" });
    expect(run([made([soft])]).findings).toMatchObject([{ severity: "warn", suggestedOutcome: null }]);
    expect(run([made([hard], { severity: "info" })]).findings).toMatchObject([{ severity: "info" }]);
  });

  it("does not take a param for a part of a number or of the language", () => {
    const odd = violated("entity.name", { who: "{n}", n: "$&" });
    expect(run([made([odd])]).findings).toMatchObject([{ message: { en: "{n}: at most $&, {unknown}" } }]);
  });

  it("reads no param from what every object has", () => {
    const message = { zh: "{constructor}", en: "{toString}" };
    expect(run([made([BROKEN], { message })]).findings).toMatchObject([{ message }]);
  });
});

describe("what is missing", () => {
  it("becomes a finding that says so and proposes nothing", () => {
    const [finding] = run([made([cannotCheck("entity.name", "evidence.a", "evidence.b")])]).findings;
    expect(finding).toMatchObject({
      state: "CANNOT_CHECK",
      severity: "block",
      missing: ["evidence.a", "evidence.b"],
      params: {},
      suggestedOutcome: null,
      templates: [],
    });
    expect(finding?.message.zh).toContain("题目");
    expect(finding?.message.en).toContain("Title");
  });
});

describe("a question", () => {
  it("is asked in the rule's words, or by its title", () => {
    const asked = made([needsHuman("services[0].name", [fact("x", true)], true)]);
    const question = { zh: "可以吗？", en: "May it be?" };
    expect(run([asked]).questions).toEqual([
      {
        ruleId: "R-900",
        fieldPath: "services[0].name",
        question: { zh: "题目", en: "Title" },
        lookAt: ["entity.name", "services[].name"],
        hinted: true,
        evidence: [{ path: "x", value: "true" }],
      },
    ]);
    expect(run([{ ...asked, question }]).questions).toMatchObject([{ question }]);
  });

  it("is all that a rule for people gives, whatever it answers", () => {
    const human = made(
      [BROKEN, cannotCheck("services[0].name", "evidence.a"), needsHuman("services[1].name")],
      {
        check: "human",
      },
    );
    const { findings, questions } = run([human]);
    expect(findings).toEqual([]);
    expect(questions.map(({ fieldPath, hinted }) => [fieldPath, hinted])).toEqual([
      ["entity.name", true],
      ["services[0].name", false],
      ["services[1].name", false],
    ]);
  });
});

describe("settings", () => {
  const settings = (enabled: boolean, severity: Rule["severity"] | null = null): RunOptions => ({
    ...REVIEW,
    settings: { "R-900": { enabled, severity } },
  });

  it("switch a rule off, and only that one", () => {
    const rules = [made([BROKEN]), made([BROKEN], { id: "R-901" })];
    expect(run(rules, settings(false)).findings.map(({ ruleId }) => ruleId)).toEqual(["R-901"]);
    expect(run(rules, settings(true)).findings).toHaveLength(2);
  });

  it("replace the severity of all its findings", () => {
    const results = [BROKEN, cannotCheck("services[0].name", "evidence.a")];
    const severities = run([made(results)], settings(true, "info")).findings.map(({ severity }) => severity);
    expect(severities).toEqual(["info", "info"]);
  });

  it("may make a rule harder, but not what the rule itself makes milder", () => {
    const soft = violated("services[0].name", {}, [], { severity: "warn" });
    const raised = run([made([BROKEN, soft], { severity: "warn" })], settings(true, "block")).findings;
    expect(raised.map(({ severity }) => severity)).toEqual(["block", "warn"]);
  });
});

describe("gates", () => {
  const rules = (["ENTRY", "REVIEW", "PUSH"] as const).map((gate) => made([BROKEN], { id: gate, gate }));

  it("ask the rules of the gates that are named, in the order of the catalogue", () => {
    const asked = (gates: RunOptions["gates"]) => run(rules, { gates }).findings.map(({ ruleId }) => ruleId);
    expect(asked(["PUSH"])).toEqual(["PUSH"]);
    expect(asked(["REVIEW", "ENTRY"])).toEqual(["ENTRY", "REVIEW"]);
    expect(asked([])).toEqual([]);
  });
});

describe("one place", () => {
  it("carries one answer of a kind per rule: the first", () => {
    const second = violated("entity.name", { who: "乙", n: "4" });
    const { findings } = run([made([BROKEN, second]), made([second], { id: "R-901" })]);
    expect(findings.map(({ ruleId, params }) => [ruleId, params.who])).toEqual([
      ["R-900", "甲"],
      ["R-901", "乙"],
    ]);
  });
});

describe("thresholds", () => {
  const counting = rule({
    ...made([]),
    thresholds: { max: 5, min: 2 },
    judge: (_input, { max, min }) => [violated(`between ${min} and ${max}`, {})],
  });

  it("come from the rule, or for this run from elsewhere, one by one", () => {
    const places = (thresholds: RunOptions["thresholds"]) =>
      run([counting], { ...REVIEW, ...(thresholds ? { thresholds } : {}) }).findings.map((f) => f.fieldPath);
    expect(places(undefined)).toEqual(["between 2 and 5"]);
    expect(places({ "R-900": { max: 6 } })).toEqual(["between 2 and 6"]);
    expect(places({ "R-901": { max: 6 } })).toEqual(["between 2 and 5"]);
    expect(places(undefined)).toEqual(["between 2 and 5"]);
  });
});

describe("the report", () => {
  it("has the shape in which it is kept", () => {
    const { findings, questions } = run([
      made([BROKEN, cannotCheck("services[0].name", "evidence.a"), needsHuman("services[0].domains[0]")]),
    ]);
    expect(findings.map((finding) => findingSchema.parse(finding))).toEqual(findings);
    expect(questions.map((question) => questionSchema.parse(question))).toEqual(questions);
    expect([findings.length, questions.length]).toEqual([2, 1]);
  });
});

describe("a rule that throws", () => {
  const faulty = rule({
    ...made([]),
    fields: ["entity.name"],
    judge: () => {
      throw new TypeError("broken rule");
    },
  });

  it("is an error to whoever does not expect it", () => {
    expect(() => run([faulty])).toThrow("broken rule");
  });

  it("is told of, passes nothing and stops nothing, where it is expected", () => {
    const told: string[] = [];
    const others = made([BROKEN], { id: "R-901" });
    const onRuleError = (ruleId: string) => void told.push(ruleId);
    const { findings } = run([faulty, others], { ...REVIEW, onRuleError });
    expect(findings.map(({ ruleId, state }) => `${ruleId} ${state}`)).toEqual([
      "R-900 CANNOT_CHECK",
      "R-901 VIOLATED",
    ]);
    expect(told).toEqual(["R-900"]);
  });
});
