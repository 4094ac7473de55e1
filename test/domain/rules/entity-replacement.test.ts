import { describe, expect, it } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import type { Switches } from "#shared/domain/provinces/switches";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { answers, bent, cleanInput, resultsOf, withSwitches } from "#test/support/rule-inputs";

const company = cleanInput("FIRST_FILING", ({ entity }) => entity.nature === 4);
const change = cleanInput("CHANGE_ENTITY", ({ entity }) => entity.nature === 4);

function filed(application: Application) {
  const record = application.evidence?.filedRecord;
  if (!record) throw new Error("no filed record");
  return record.entity;
}

function inProvince(input: RuleInput, id: string): RuleInput {
  return { ...input, province: { ...input.province, id } };
}

describe("R-037 sole traders", () => {
  const trader = (registered: object, entity: object = {}) =>
    bent(company, (a) => {
      a.evidence = {
        ...a.evidence,
        companyRegistry: { entityKind: "个体工商户", name: "*", legalRepresentative: "张三", ...registered },
      };
      Object.assign(a.entity, entity);
    });

  it.each([
    ["files as enterprise", "GD", {}, {}, []],
    ["files as another nature", "GD", {}, { nature: 9 }, ["VIOLATED entity.nature"]],
    ["is none", "ZJ", { entityKind: "有限责任公司" }, { nature: 9 }, []],
    ["nobody asked", "ZJ", { entityKind: null }, {}, ["CANNOT_CHECK entity.nature"]],
    ["nobody asked about a society", "ZJ", { entityKind: null }, { nature: 6, certType: 6 }, []],
    ["has a trade name", "ZJ", { name: "张三小吃店" }, { name: "张三小吃店" }, []],
    ["in Zhejiang with the mark", "ZJ", {}, { name: "张三（个体工商户）" }, []],
    ["in Zhejiang without the mark", "ZJ", {}, { name: "张三" }, ["VIOLATED entity.name"]],
    ["in Anhui with remark", "AH", {}, { name: "张三", remark: "个体工商户，无字号" }, []],
    ["in Anhui without remark", "AH", {}, { name: "张三", remark: "" }, ["VIOLATED entity.remark"]],
    ["in Anhui by another name", "AH", {}, { name: "张三小吃店" }, ["VIOLATED entity.name"]],
    ["elsewhere in any form", "GD", {}, { name: "张三" }, []],
  ])("%s", (_name, province, registered, entity, expected) => {
    expect(answers("R-037", inProvince(trader(registered, entity), province))).toEqual(expected);
  });

  it("is not held against the registry for the mark that Zhejiang asks for", () => {
    const input = trader(
      { name: "张三", certNumber: company.application.entity.certNumber },
      {
        name: "张三（个体工商户）",
      },
    );
    expect(answers("R-026", inProvince(input, "ZJ"))).not.toContain("VIOLATED entity.name");
    expect(answers("R-026", inProvince(input, "GD"))).toContain("VIOLATED entity.name");
  });
});

describe("R-038 branches", () => {
  it("is a question, with a hint when a footer names another company", () => {
    const footer = (footerCopyright: string) =>
      bent(company, (a) => {
        a.evidence = { ...a.evidence, sites: [{ domain: "example.cn", footerCopyright }] };
      });
    const own = `版权所有 ${company.application.entity.name}`;
    expect(answers("R-038", footer(own))).toEqual(["NEEDS_HUMAN entity.certNumber"]);
    expect(hinted(footer(own))).toBe(false);
    expect(hinted(footer("版权所有 别的有限公司"))).toBe(true);
  });

  function hinted(input: RuleInput): boolean {
    return (
      resultsOf("R-038", input)?.some((result) => result.kind === "NEEDS_HUMAN" && result.hinted) ?? false
    );
  }
});

describe("R-039 bodies from abroad", () => {
  it.each([
    [16, 35, []],
    [16, 27, []],
    [16, 7, ["VIOLATED entity.certType"]],
    [4, 7, []],
  ])("nature %i with certificate type %i", (nature, certType, expected) => {
    const input = bent(company, ({ entity }) => {
      Object.assign(entity, { nature, certType });
    });
    expect(answers("R-039", input)).toEqual(expected);
  });

  it("goes by the registry as well", () => {
    const input = bent(company, (a) => {
      a.evidence = { ...a.evidence, companyRegistry: { entityKind: "外国公司" } };
      a.entity.certType = 7;
    });
    expect(answers("R-039", input)).toEqual(["VIOLATED entity.certType"]);
  });
});

describe("R-040 new name", () => {
  const renamed = bent(change, (a) => {
    filed(a).name = "旧名有限公司";
    filed(a).certNumber = a.entity.certNumber;
    a.materials = a.materials.filter(({ kind }) => kind !== "NAME_CHANGE_PROOF");
  });

  it("asks for the proof", () => {
    expect(answers("R-040", renamed)).toEqual(["VIOLATED materials"]);
  });

  it("is content with the proof, with the old name, and leaves another number to R-041", () => {
    const proven = bent(renamed, (a) => {
      a.materials.push({ kind: "NAME_CHANGE_PROOF", sha256: "cd".repeat(32) });
    });
    const same = bent(renamed, (a) => {
      filed(a).name = a.entity.name;
    });
    const other = bent(renamed, (a) => {
      filed(a).certNumber = "91350100M000100Y43";
    });
    expect([proven, same, other].map((input) => answers("R-040", input))).toEqual([[], [], []]);
  });

  it("cannot tell without the filed record", () => {
    const input = bent(renamed, (a) => {
      if (a.evidence) a.evidence.filedRecord = null;
    });
    expect(answers("R-040", input)).toEqual(["CANNOT_CHECK entity.name"]);
    expect(answers("R-041", input)).toEqual(["CANNOT_CHECK entity.certNumber"]);
  });
});

describe("R-041 another entity", () => {
  const VIOLATED = ["VIOLATED entity.certNumber"];
  const numbers = (before: string, now: string) =>
    withSwitches(
      bent(change, (a) => {
        filed(a).certNumber = before;
        a.entity.certNumber = now;
      }),
      { entityReplacement: null },
    );

  it.each([
    ["91350100M000100Y43", "91350100M000100Y43", []],
    ["M000100Y-4", "91350100M000100Y43", []],
    ["M000100Y4", "91350100M000100Y43", []],
    ["M000100Y4", "91110108MA01ABCD5T", VIOLATED],
    ["350100100012345", "91350100M000100Y43", VIOLATED],
    ["91350100M000100Y43", "91110108MA01ABCD5T", VIOLATED],
  ])("%s becomes %s", (before, now, expected) => {
    expect(answers("R-041", numbers(before, now))).toEqual(expected);
  });

  type Cases = Switches["entityReplacement"];
  const OWN: Cases = ["INDIVIDUAL_TO_OWN_COMPANY"];
  const SAME_REPRESENTATIVE: Cases = ["COMPANY_TO_COMPANY_SAME_LEGAL_REP"];
  const replaced = (formerNature: number, formerName: string, entityReplacement: Cases) =>
    withSwitches(
      bent(numbers("330106199003070018", "91350100M000100Y43"), (a) => {
        const former = filed(a);
        former.nature = formerNature;
        former.name = formerName;
        former.responsiblePerson = { name: formerName, idNumber: "1", isLegalRepresentative: true };
        a.evidence = { ...a.evidence, companyRegistry: { legalRepresentative: "张三" } };
      }),
      { entityReplacement },
    );

  it.each([
    ["an individual by the own company", 5, "张三", OWN, []],
    ["an individual by somebody else's company", 5, "李四", OWN, VIOLATED],
    ["an individual where only companies may", 5, "张三", SAME_REPRESENTATIVE, VIOLATED],
    ["a company of the same representative", 4, "张三", SAME_REPRESENTATIVE, []],
    ["a company of another representative", 4, "李四", SAME_REPRESENTATIVE, VIOLATED],
    ["a company where only individuals may", 4, "张三", OWN, VIOLATED],
    ["a company where nothing is said", 4, "张三", null, VIOLATED],
  ])("%s", (_name, nature, name, cases, expected) => {
    expect(answers("R-041", replaced(nature, name, cases))).toEqual(expected);
  });
});
