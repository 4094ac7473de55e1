import { describe, expect, it } from "vitest";
import { reasonTemplate } from "#shared/domain/review/templates";
import { RULES, ruleOf } from "#shared/domain/rules/catalogue";
import { RULE_GROUPS, type RuleGroup } from "#shared/domain/rules/rule";

/** First and last number of each group (domain.md §7). */
const GROUPS: Record<RuleGroup, readonly [number, number]> = {
  ORD: [1, 20],
  ENT: [21, 41],
  ERP: [42, 61],
  SRP: [62, 71],
  AUT: [72, 90],
  DOM: [91, 105],
  WEB: [106, 122],
  APP: [123, 134],
  RES: [135, 142],
  PRE: [143, 149],
};

const ruleId = (number: number) => `R-${String(number).padStart(3, "0")}`;
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");

describe("the catalogue", () => {
  it("has all 149 rules once, in the order of their numbers", () => {
    expect(RULES.map(({ id }) => id)).toEqual(Array.from({ length: 149 }, (_, place) => ruleId(place + 1)));
  });

  it.each(RULE_GROUPS)("keeps the rules of %s together", (group) => {
    const [first, last] = GROUPS[group];
    const own = RULES.filter((rule) => rule.group === group).map(({ id }) => id);
    expect(own).toEqual(Array.from({ length: last - first + 1 }, (_, place) => ruleId(first + place)));
  });

  it("counts what the bible counts", () => {
    const count = (values: readonly (string | null)[]) =>
      Object.fromEntries(
        [...new Set(values)].map((value) => [value, values.filter((v) => v === value).length]),
      );
    expect({
      check: count(RULES.map((rule) => rule.check)),
      severity: count(RULES.map((rule) => rule.severity)),
      outcome: count(RULES.map((rule) => rule.outcome)),
      override: count(RULES.map((rule) => rule.override)),
    }).toEqual({
      check: { fully: 83, partly: 51, human: 15 },
      severity: { block: 128, warn: 20, info: 1 },
      outcome: { REJECT: 104, REVISE: 38, null: 7 },
      override: { REVIEWER: 127, LEAD: 19, NONE: 3 },
    });
  });

  it("finds a rule by its id", () => {
    expect(ruleOf("R-106")?.group).toBe("WEB");
    expect(ruleOf("R-000")).toBeNull();
  });
});

describe("every rule", () => {
  it("speaks about some kind of order and names where and whence", () => {
    const bare = RULES.filter(
      ({ applies, fields, source, title }) =>
        applies.filingTypes.length === 0 ||
        fields.length === 0 ||
        source.trim() === "" ||
        title.zh.trim() === "" ||
        title.en.trim() === "",
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it("has a message in both languages, with the same placeholders", () => {
    const uneven = RULES.filter(({ message: { zh, en } }) => {
      const asked = [placeholders(zh), placeholders(en)].map((names) => [...new Set(names)].sort().join());
      return zh.trim() === "" || en.trim() === "" || asked[0] !== asked[1];
    });
    expect(uneven.map(({ id }) => id)).toEqual([]);
  });

  it("supplies every placeholder of its message", () => {
    const holes = RULES.flatMap(({ id, message: { zh, en }, params }) =>
      [...placeholders(zh), ...placeholders(en)]
        .filter((name) => !params.includes(name))
        .map((name) => `${id} {${name}}`),
    );
    expect(holes).toEqual([]);
  });

  it("names templates that exist, and supplies every placeholder and parameter of each", () => {
    const holes = RULES.flatMap(({ id, templates, params }) =>
      templates.flatMap((code) => {
        const template = reasonTemplate(code);
        if (template === null) return [`${id} ${code}`];
        const { bodyZh, bodyEn } = template;
        const asked = new Set([...template.params, ...placeholders(bodyZh), ...placeholders(bodyEn)]);
        return [...asked].filter((name) => !params.includes(name)).map((name) => `${id} ${code} {${name}}`);
      }),
    );
    expect(holes).toEqual([]);
  });

  it("is one that its templates know", () => {
    const unknown = RULES.flatMap(({ id, templates }) =>
      templates
        .filter((code) => reasonTemplate(code)?.rules.includes(id) !== true)
        .map((code) => `${id} ${code}`),
    );
    expect(unknown).toEqual([]);
  });

  it("has a template unless it is advice or asked at the push", () => {
    const without = RULES.filter(({ templates }) => templates.length === 0).map(({ id }) => id);
    expect(without).toEqual(["R-018", "R-019", "R-020", "R-060", "R-115", "R-138"]);
  });

  it("writes Chinese with full-width punctuation", () => {
    const halfWidth = /\p{Script=Han}\s?[,;:?!()]|[,;:?!()]\s?\p{Script=Han}/u;
    const wrong = RULES.filter(({ title, message, question }) =>
      [title.zh, message.zh, question?.zh ?? ""].some((text) => halfWidth.test(text)),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
