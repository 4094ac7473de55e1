import { describe, expect, it } from "vitest";
import { BLACKLIST_KINDS, type RuleRow } from "#shared/contract/staff-rules";
import { LOCALES } from "#shared/contract/staff-session";
import { textFaults } from "#shared/domain/review/template-library";
import { REASON_TEMPLATES } from "#shared/domain/review/templates";
import { RULES } from "#shared/domain/rules/catalogue";
import { DEFAULT_LISTS, LIST_KEYS, ruleListsSchema } from "#shared/domain/rules/lists";
import { RULE_GROUPS, SEVERITIES } from "#shared/domain/rules/rule";
import { listChange, listEntries, listShape, THIN_LISTS } from "../../client/features/lists/list-lines";
import { REGISTERS } from "../../client/features/lists/lists-search";
import { chooseRules } from "../../client/features/rules/choose-rules";
import { RULE_CHECKS, RULE_STATES } from "../../client/features/rules/rules-search";
import { changedMiddle } from "../../client/features/templates/changed-middle";
import { isFaultless, placeholderFaults } from "../../client/features/templates/placeholder-faults";
import { readJson } from "../../client/ui/rule-change/json-fault";
import { spokenTexts } from "../support/spoken-texts";

/** Texts that the pages about rules ask for by a code. */
const CODES: [namespace: string, group: string, codes: readonly string[]][] = [
  ["rules", "section", ["rules", "provinces", "lists", "templates"]],
  ["rules", "group", RULE_GROUPS],
  ["rules", "severity", SEVERITIES],
  ["rules", "check", RULE_CHECKS],
  ["rules", "checkLong", RULE_CHECKS],
  ["rules", "gate", RULES.map(({ gate }) => gate)],
  ["rules", "gateLong", RULES.map(({ gate }) => gate)],
  ["rules", "override", RULES.map(({ override }) => override)],
  ["rules", "overrideLong", RULES.map(({ override }) => override)],
  ["rules", "state", RULE_STATES],
  ["rules", "json", ["syntax", "type", "value", "limit", "format"]],
  ["lists", "list", [...LIST_KEYS, ...REGISTERS]],
  ["lists", "about", [...LIST_KEYS, ...REGISTERS]],
  ["lists", "thin", THIN_LISTS],
  ["lists", "flag", Object.keys(DEFAULT_LISTS.flags)],
  ["lists", "blacklist.kinds", BLACKLIST_KINDS],
  ["lists", "blacklist.valueOf", BLACKLIST_KINDS],
  ["templates", "state", ["DRAFT", "RELEASED", "DISCARDED"]],
  ["templates", "history", ["RELEASED", "DISCARDED"]],
];

describe.each(LOCALES)("texts of codes in %s", (locale) => {
  it.each(CODES)("%s: every %s has one", (namespace, group, codes) => {
    const { has } = spokenTexts(locale, namespace);
    expect(codes.filter((code) => !has(`${group}.${code}`))).toEqual([]);
  });
});

const ROWS: RuleRow[] = RULES.map((rule, index) => ({
  ...rule,
  declaredSeverity: rule.severity,
  severity: rule.id === "R-012" ? "info" : rule.severity,
  enabled: rule.id !== "R-013",
  effectiveFrom: rule.effectiveFrom ?? null,
  hits: index % 7,
  openHits: 0,
  accepted: 0,
  overridden: 0,
  overrideRate: rule.id === "R-020" ? 0 : null,
  scheduled: null,
}));

describe("the rules that the filters leave", () => {
  const ids = (search: Parameters<typeof chooseRules>[1]) => chooseRules(ROWS, search).map(({ id }) => id);

  it("are all of them, in their order, while nothing is asked for", () => {
    expect(ids({})).toEqual(RULES.map(({ id }) => id));
    expect(ids({ sort: "id", dir: "desc" })[0]).toBe(RULES.at(-1)?.id);
  });

  it("suit every filter at once", () => {
    const chosen = chooseRules(ROWS, { groups: ["DOM"], checks: ["fully"], severities: ["block"] });
    expect(chosen.length).toBeGreaterThan(0);
    expect(
      chosen.filter((rule) => rule.group !== "DOM" || rule.check !== "fully" || rule.severity !== "block"),
    ).toEqual([]);
    expect(ids({ states: ["changed"] })).toEqual(["R-012", "R-013"]);
    expect(ids({ states: ["off"] })).toEqual(["R-013"]);
    expect(ids({ states: ["scheduled"] })).toEqual([]);
  });

  it("are found by number, by a word in either language and by template", () => {
    expect(ids({ text: " r-012 " })).toEqual(["R-012"]);
    expect(ids({ text: "单次数量超限" })).toContain("R-012");
    expect(ids({ text: "t-ord-03" })).toEqual(["R-012"]);
    expect(ids({ text: "no rule says this" })).toEqual([]);
  });

  it("stand by their figures, a rule without a rate below one of nought", () => {
    const hits = chooseRules(ROWS, { sort: "hits", dir: "desc" }).map((rule) => rule.hits);
    expect(hits).toEqual([...hits].sort((a, b) => b - a));
    expect(ids({ sort: "overrideRate", dir: "desc" })[0]).toBe("R-020");
  });
});

describe("placeholders of a draft", () => {
  const bodies = [
    "",
    "{province}",
    "{province}{max}",
    "{max} of {province} and {nobody}",
    "{ province } {max",
    "{}",
  ];

  it("are judged as the server judges them", () => {
    const template = REASON_TEMPLATES.find(({ code }) => code === "T-ORD-03");
    const params = template?.params ?? [];
    expect(params).toEqual(["province", "max"]);
    for (const bodyZh of bodies) {
      for (const bodyEn of bodies) {
        const { unknown, missingZh, missingEn } = placeholderFaults(params, { bodyZh, bodyEn });
        const mine = new Set([...unknown, ...missingZh, ...missingEn]);
        expect(mine, `${bodyZh} | ${bodyEn}`).toEqual(new Set(textFaults({ params }, { bodyZh, bodyEn })));
      }
    }
  });

  it("are complete in every template that the product comes with", () => {
    const faulty = REASON_TEMPLATES.filter((one) => !isFaultless(placeholderFaults(one.params, one)));
    expect(faulty.map(({ code }) => code)).toEqual([]);
  });
});

describe("two versions of a text", () => {
  it.each([
    ["请补充材料。", "请尽快补充材料。", "", "尽快"],
    ["请尽快补充材料。", "请补充材料。", "尽快", ""],
    ["same", "same", "", ""],
    ["aa", "aaa", "", "a"],
    ["", "new", "", "new"],
  ])("%s → %s: differ in what stands between the same beginning and end", (old, now, gone, come) => {
    const { before, after } = changedMiddle(old, now);
    expect([before.changed, after.changed]).toEqual([gone, come]);
    expect(before.start + before.changed + before.end).toBe(old);
    expect(after.start + after.changed + after.end).toBe(now);
  });
});

describe("lists", () => {
  it("are compared entry by entry, whatever their form", () => {
    const entry = (item: unknown, key: string | null = null) => ({ key, item });
    expect(listChange(["a", "b"], ["b", "c"])).toEqual({ added: [entry("c")], removed: [entry("a")] });
    expect(listChange({ "1": ["x"] }, { "1": ["x", "y"], "2": ["x"] })).toEqual({
      added: [entry("y", "1"), entry("x", "2")],
      removed: [],
    });
    expect(listChange({ ECS: 3 }, { ECS: 6 })).toEqual({
      added: [entry(6, "ECS")],
      removed: [entry(3, "ECS")],
    });
    expect(listChange({ one: true }, { one: false }).added).toEqual([entry(false, "one")]);
    expect(listChange(null, ["com"])).toEqual({ added: [entry("com")], removed: [] });
    expect(listEntries(DEFAULT_LISTS.resourceQuota)).toContainEqual(entry(5, "ECS"));
  });

  it("are typed as tags, as answers, and as JSON where they are neither", () => {
    expect(listShape("sensitiveWords")).toBe("words");
    expect(listShape("approvedTlds")).toBe("heldWords");
    expect(listShape("flags")).toBe("flags");
    expect(LIST_KEYS.filter((key) => listShape(key) === "json")).toEqual([
      "preApprovalWords",
      "resourceTerms",
      "resourceQuota",
      "contentByNature",
    ]);
  });
});

describe("typed JSON", () => {
  const form = ruleListsSchema.shape.resourceTerms;

  it("is taken in the form that the server asks for", () => {
    expect(readJson('{"ECS": 3}', form)).toEqual({ value: { ECS: 3 }, faults: [] });
  });

  it.each([
    ["{", { kind: "syntax", path: "", expected: "" }],
    ['{"ECS": "3"}', { kind: "type", path: "ECS", expected: "number" }],
    ['{"ECS": -1}', { kind: "limit", path: "ECS", expected: "≥ 0" }],
    ['{"ECS": 10001}', { kind: "limit", path: "ECS", expected: "≤ 10000" }],
    ["[]", { kind: "type", path: "", expected: "record" }],
  ])("%s is refused, and it is said where and why", (text, fault) => {
    expect(readJson(text, form)).toEqual({ faults: [fault] });
  });
});
