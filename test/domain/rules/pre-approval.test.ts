import { describe, expect, it } from "vitest";
import type { MaterialKind } from "#shared/domain/filing/materials";
import type { Service } from "#shared/domain/filing/service";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { bent, cleanInput, resultsOf, withLists, withSwitches } from "#test/support/rule-inputs";
import { type Case, expectAnswers, present, serviceIn } from "./order-tables";

const isOne = (order: RuleInput["application"]) =>
  order.services.length === 1 && order.services[0]?.kind === "WEBSITE";
const unit = cleanInput("FIRST_FILING", (order) => order.entity.nature === 4 && isOne(order));
const person = cleanInput("FIRST_FILING", (order) => order.entity.nature === 5 && isOne(order));
const SHA = "ab".repeat(32);
const OTHER_SHA = "cd".repeat(32);

type Permit = NonNullable<Service["preApprovals"]>[number];

function table(ruleId: string, cases: readonly Case[]): void {
  it.each(cases)("%s", (_title, input, expected) => expectAnswers(ruleId, input, expected));
}

function named(name: string, input = unit): RuleInput {
  return bent(input, (order) => {
    serviceIn(order).name = name;
  });
}

function scoped(businessScope: string | null, input = unit): RuleInput {
  return bent(input, ({ evidence }) => {
    present(evidence).companyRegistry = { businessScope };
  });
}

function declaring(input: RuleInput, ...permits: Permit[]): RuleInput {
  return bent(input, (order) => {
    serviceIn(order).preApprovals = permits;
  });
}

function having(input: RuleInput, kind: MaterialKind, sha256 = SHA, serviceIndex?: number): RuleInput {
  return bent(input, (order) => void order.materials.push({ kind, sha256, serviceIndex }));
}

function lacking(input: RuleInput, kind: MaterialKind): RuleInput {
  return bent(input, (order) => {
    order.materials = order.materials.filter((one) => one.kind !== kind);
  });
}

const MISSING = ["VIOLATED materials"];
const UNKNOWN = ["CANNOT_CHECK materials"];

describe("R-143 category not declared", () => {
  const news = named("示例新闻网");
  const content = (...codes: number[]) =>
    bent(unit, (order) => {
      serviceIn(order).serviceContent = codes;
    });
  table("R-143", [
    ["nothing of it", named("示例甲"), []],
    ["in the name", news, ["VIOLATED services[0].name"]],
    ["in the name of an individual's site", named("示例新闻", person), ["VIOLATED services[0].name"]],
    ["in the second content", content(128, 16), ["VIOLATED services[0].serviceContent[1]"]],
    ["declared with its document", declaring(news, { type: 1, materialSha256: SHA }), []],
    ["declared, the document among the materials", having(declaring(news, { type: 1 }), "PRE_APPROVAL"), []],
    [
      "the document of another service",
      having(declaring(news, { type: 1 }), "PRE_APPROVAL", SHA, 1),
      ["VIOLATED services[0].preApprovals[0]"],
    ],
    ["declared without a document", declaring(news, { type: 1 }), ["VIOLATED services[0].preApprovals[0]"]],
    [
      "another category declared",
      declaring(news, { type: 2, materialSha256: SHA }),
      ["VIOLATED services[0].name"],
    ],
    ["in the scope only", scoped("新闻采编"), []],
    ["no such word in the list", withLists(news, { preApprovalWords: {} }), []],
    ["a change of the entity", cleanInput("CHANGE_ENTITY"), ["n/a"]],
  ]);

  it("names every category of a place", () => {
    const [result] = resultsOf("R-143", named("新闻出版网")) ?? [];
    expect(result?.kind === "VIOLATED" && result.params.category).toEqual({
      zh: "新闻、出版",
      en: "news, publishing",
    });
  });
});

describe("R-144 permit invalid", () => {
  const permit = { type: 1, materialSha256: SHA, validTo: "2027-01-01" };
  const questions = (input: RuleInput) =>
    (resultsOf("R-144", input) ?? []).map((one) =>
      one.kind === "NEEDS_HUMAN" ? `${one.fieldPath}${one.hinted ? " hinted" : ""}` : one.kind,
    );
  const read = (input: RuleInput, fields: { name?: string; validTo?: string; certNumber?: string }) =>
    bent(input, ({ evidence }) => void present(evidence).ocr?.push({ materialKind: "PRE_APPROVAL", fields }));
  const declared = having(declaring(unit, permit), "PRE_APPROVAL");
  const own = unit.application.entity.name;
  const extra = `materials[${unit.application.materials.length}]`;

  it.each<[string, RuleInput, string[]]>([
    ["nothing declared", unit, []],
    ["declared", declared, ["services[0].preApprovals[0]"]],
    [
      "declared and run out",
      declaring(unit, { ...permit, validTo: "2026-03-01" }),
      ["services[0].preApprovals[0] hinted"],
    ],
    [
      "read as the entity's",
      read(declared, { name: own, validTo: "2026-03-02" }),
      ["services[0].preApprovals[0]"],
    ],
    ["read as run out", read(declared, { validTo: "2026-03-01" }), ["services[0].preApprovals[0] hinted"]],
    [
      "read as somebody else's",
      read(declared, { name: "示例他方有限公司" }),
      ["services[0].preApprovals[0] hinted"],
    ],
    [
      "read with another number",
      read(declared, { certNumber: "91350100M000100Y43" }),
      ["services[0].preApprovals[0] hinted"],
    ],
    ["a paper that nothing declares", having(unit, "PRE_APPROVAL", OTHER_SHA), [extra]],
  ])("%s", (_title, input, expected) => {
    expect(questions(input)).toEqual(expected);
  });
});

describe("R-145 undertaking missing", () => {
  const drugs = scoped("日用百货；药品零售");
  table("R-145", [
    ["nothing of it", scoped("日用百货销售"), []],
    ["in the scope", drugs, MISSING],
    ["in the scope, undertaken", having(drugs, "NO_PRE_APPROVAL_UNDERTAKING"), []],
    ["in the scope, something declared", declaring(drugs, { type: 5 }), []],
    ["in scope and name is R-143", named("示例药品网", drugs), []],
    ["another word in the name", named("示例新闻网", drugs), MISSING],
    ["no scope", scoped(null), UNKNOWN],
    ["no scope, undertaken", having(scoped(null), "NO_PRE_APPROVAL_UNDERTAKING"), []],
    [
      "no registry",
      bent(unit, ({ evidence }) => {
        present(evidence).companyRegistry = null;
      }),
      UNKNOWN,
    ],
    ["an individual", scoped("药品零售", person), ["n/a"]],
  ]);
});

describe("R-146 finance", () => {
  const finance = scoped("非融资性担保服务");
  const called = (name: string) =>
    bent(scoped("日用百货销售"), ({ entity }) => {
      entity.name = name;
    });
  table("R-146", [
    ["nothing of it", scoped("日用百货销售"), []],
    ["in the scope", finance, MISSING],
    ["in the unit's name", called("示例典当有限公司"), MISSING],
    ["in the site's name", named("示例理财网", scoped("日用百货销售")), MISSING],
    ["with the regulator's document", having(finance, "PRE_APPROVAL"), []],
    ["with a declared document", declaring(finance, { type: 13, materialSha256: SHA }), []],
    ["declared without document", declaring(finance, { type: 13 }), MISSING],
    ["undertaken", having(finance, "NO_PRE_APPROVAL_UNDERTAKING"), []],
    ["another licence", having(finance, "OTHER_LICENCE"), MISSING],
    ["no scope", scoped(null), UNKNOWN],
    ["no scope, but in the name", named("示例理财网", scoped(null)), MISSING],
    [
      "a word across two names",
      bent(named("财", scoped("日用")), ({ entity }) => {
        entity.name = "理";
      }),
      [],
    ],
    ["an individual", named("示例理财网", person), ["n/a"]],
  ]);
});

describe("R-147 sector licence", () => {
  const hints = (input: RuleInput) =>
    (resultsOf("R-147", input) ?? []).map((one) => one.kind === "NEEDS_HUMAN" && one.hinted);
  it("asks about every unit without a licence, and hints where the scope speaks of such a sector", () => {
    expect(hints(scoped("日用百货销售"))).toEqual([false]);
    expect(hints(scoped("保险代理服务"))).toEqual([true]);
    expect(hints(scoped(null))).toEqual([false]);
    expect(hints(having(scoped("保险代理服务"), "OTHER_LICENCE"))).toEqual([]);
    expect(resultsOf("R-147", person)).toBeNull();
  });
});

describe("R-148 and R-149 papers of a province", () => {
  const inProvince = (provinceCode: string, nature: number) =>
    bent(
      cleanInput("FIRST_FILING", ({ entity }) => entity.region.provinceCode === provinceCode),
      ({ entity }) => {
        entity.nature = nature;
      },
    );
  const xinjiang = cleanInput("FIRST_FILING", ({ entity }) => entity.region.provinceCode === "650000");
  const jiangxi = inProvince("360000", 2);
  const mongolia = inProvince("150000", 3);
  const mongolianBody = inProvince("150000", 2);
  const PROOF = "PARTY_BUILDING_PROOF";
  const APPROVAL = "INSTITUTION_APPROVAL";
  const from = (effectiveFrom: string) =>
    withSwitches(lacking(xinjiang, PROOF), {
      requiredMaterials: [{ kind: PROOF, filingTypes: null, natures: null, effectiveFrom, source: "" }],
    });
  table("R-148", [
    ["there", xinjiang, []],
    ["missing", lacking(xinjiang, PROOF), MISSING],
    ["nobody asks for it", withSwitches(lacking(xinjiang, PROOF), { requiredMaterials: [] }), []],
    ["asked for from today", from("2026-03-02"), MISSING],
    ["asked for from tomorrow", from("2026-03-03"), []],
    ["elsewhere", unit, ["n/a"]],
  ]);
  describe("institution approval", () =>
    table("R-149", [
      ["there", having(jiangxi, APPROVAL), []],
      ["missing of a Jiangxi government", lacking(jiangxi, APPROVAL), MISSING],
      ["missing of an Inner Mongolian institution", lacking(mongolia, APPROVAL), MISSING],
      ["not asked of an Inner Mongolian government", lacking(mongolianBody, APPROVAL), []],
      ["a company of Jiangxi", inProvince("360000", 4), ["n/a"]],
    ]));
});
