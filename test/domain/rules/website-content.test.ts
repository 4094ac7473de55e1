import { describe, expect, it } from "vitest";
import type { Service } from "#shared/domain/filing/service";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { answers, bent, cleanInput, resultsOf, withLists } from "#test/support/rule-inputs";

const unit = site(4, "330000");
const person = site(5, "330000");

function site(nature: number, provinceCode: string): RuleInput {
  return cleanInput(
    "FIRST_FILING",
    ({ entity, services }) =>
      entity.nature === nature &&
      entity.region.provinceCode === provinceCode &&
      services.length === 1 &&
      services[0]?.kind === "WEBSITE",
  );
}

function service(input: RuleInput, change: Partial<Service>): RuleInput {
  return bent(input, ({ services: [first] }) => {
    if (first !== undefined) Object.assign(first, change);
  });
}

describe("R-113", () => {
  it("finds each code that an individual may not choose", () => {
    const input = service(person, { serviceContent: [32, 256, 8_388_608, 2 ** 32] });
    expect(answers("R-113", input)).toEqual([
      "VIOLATED services[0].serviceContent[1]",
      "VIOLATED services[0].serviceContent[3]",
    ]);
    expect(resultsOf("R-113", input)?.[0]).toMatchObject({
      params: { nature: { zh: "个人", en: "individual" } },
    });
  });

  it("restricts no nature that the list does not name", () => {
    const input = service(unit, { serviceContent: [256] });
    expect(answers("R-113", input)).toEqual([]);
    expect(answers("R-113", withLists(input, { contentByNature: { ENTERPRISE: [128] } }))).toEqual([
      "VIOLATED services[0].serviceContent[0]",
    ]);
  });

  it("has nothing to say where no content is chosen or the nature is unknown", () => {
    expect(answers("R-113", service(person, { serviceContent: [] }))).toEqual([]);
    const unknown = bent(person, ({ entity }) => {
      entity.nature = 99;
    });
    expect(answers("R-113", unknown)).toEqual([]);
  });
});

describe("R-114", () => {
  it.each([
    ["no remark", null, true],
    ["an empty one", "", true],
    ["blanks", " \u3000 ", true],
    ["the name", "示例科技", true],
    ["the name with punctuation, twice", "“示例科技”：示例 科技。", true],
    ["the name and more", "示例科技产品展示", false],
    ["other words", "展示产品", false],
  ])("judges %s", (_name, remark, wrong) => {
    const input = service(unit, { name: "示例科技", remark });
    expect(answers("R-114", input)).toEqual(wrong ? ["VIOLATED services[0].remark"] : []);
  });
});

describe("R-115", () => {
  it("advises against more than one language", () => {
    expect(answers("R-115", service(unit, { languages: [1, 12] }))).toEqual([
      "VIOLATED services[0].languages",
    ]);
  });

  it.each([[[1]], [[1, 1]], [[]], [null]])("lets %j pass", (languages) => {
    expect(answers("R-115", service(unit, { languages }))).toEqual([]);
  });

  it("lets Xinjiang list all that are used", () => {
    const xinjiang = site(4, "650000");
    expect(answers("R-115", service(xinjiang, { languages: [1, 3, 4] }))).toEqual([]);
  });
});
