import { describe, expect, it } from "vitest";
import { templateLibrary, textFaults } from "#shared/domain/review/template-library";
import { holesIn, REASON_TEMPLATES, reasonTemplate, renderTemplate } from "#shared/domain/review/templates";

const TEXTS = { titleZh: "新", titleEn: "New", bodyZh: "{province}须{n}个", bodyEn: "{province} needs {n}" };

function templateNamed(code: string) {
  const template = reasonTemplate(code);
  if (template === null) throw new Error(`no template ${code}`);
  return template;
}

describe("the template library", () => {
  it("holds the 83 templates the product came with", () => {
    const library = templateLibrary([]);
    expect(library).toHaveLength(83);
    expect(library.every((template) => template.version === 0)).toBe(true);
  });

  it("puts the newest released texts in place of the first ones", () => {
    const versions = [2, 1].map((versionNo) => ({
      ...TEXTS,
      code: "T-WEB-08",
      versionNo,
      titleZh: `第${versionNo}版`,
    }));
    const template = templateLibrary(versions).find(({ code }) => code === "T-WEB-08");
    expect(template).toMatchObject({ version: 2, titleZh: "第2版", outcome: "REVISE", rules: ["R-120"] });
  });

  it.each(REASON_TEMPLATES.map((template) => [template.code, template] as const))(
    "%s needs exactly the parameters that its bodies name, in both languages",
    (_code, template) => {
      expect(textFaults(template, template)).toEqual([]);
    },
  );

  it("finds a placeholder that nobody fills in, and one that was forgotten in a language", () => {
    const template = { params: ["province", "n"] };
    expect(textFaults(template, TEXTS)).toEqual([]);
    expect(textFaults(template, { ...TEXTS, bodyEn: "{province} needs some" })).toEqual(["n"]);
    expect(textFaults(template, { ...TEXTS, bodyZh: "{province}须{n}个{word}" })).toEqual(["word"]);
    expect(textFaults(template, { ...TEXTS, bodyZh: "{province}须{n}个{}" })).toEqual([""]);
  });
});

describe("rendering", () => {
  const template = templateNamed("T-ORD-03");

  it("fills in every parameter in either language", () => {
    const params = { province: "湖南", max: "1" };
    expect(renderTemplate(template, params)).toContain("湖南每单最多提交1个");
    expect(renderTemplate(template, { ...params, province: "Hunan" }, "en")).toContain(
      "Hunan accepts at most 1",
    );
  });

  it("leaves a hole for what is missing or blank, and names it once", () => {
    expect(holesIn(renderTemplate(template, { province: "湖南", max: " " }))).toEqual(["max"]);
    expect(holesIn(renderTemplate(template, {}))).toEqual(["province", "max"]);
  });

  it("never takes a name from the prototype for a parameter", () => {
    const body = { bodyZh: "{constructor}", bodyEn: "{toString}" };
    expect(renderTemplate(body, {})).toBe("{constructor}");
    expect(renderTemplate(body, {}, "en")).toBe("{toString}");
  });
});
