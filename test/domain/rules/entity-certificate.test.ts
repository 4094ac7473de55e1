import { describe, expect, it } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import { answers, bent, cleanInput, resultsOf, withLists } from "#test/support/rule-inputs";

const company = cleanInput("FIRST_FILING", ({ entity }) => entity.nature === 4);
const person = cleanInput("FIRST_FILING", ({ entity }) => entity.nature === 5 && entity.certType === 2);

type Ocr = NonNullable<NonNullable<Application["evidence"]>["ocr"]>[number];

/** What was read off the papers of a kind in this document. */
function ocr(application: Application, kind: string): Ocr["fields"] {
  const paper = application.evidence?.ocr?.find(({ materialKind }) => materialKind === kind);
  if (paper === undefined) throw new Error(`no ${kind} was read`);
  return paper.fields;
}

function registry(application: Application) {
  const found = application.evidence?.companyRegistry;
  if (!found) throw new Error("the registry was not asked");
  return found;
}

const NUMBER = "entity.certNumber";

describe("R-021 name as on the certificate", () => {
  it("compares a unit with its certificate and an individual with the ID", () => {
    expect(answers("R-021", company)).toEqual([]);
    expect(answers("R-021", person)).toEqual([]);
    const other = bent(company, (a) => {
      ocr(a, "ENTITY_CERTIFICATE").name = "别的有限公司";
    });
    expect(answers("R-021", other)).toEqual(["VIOLATED entity.name"]);
    const stranger = bent(person, (a) => {
      ocr(a, "ERP_ID_FRONT").name = "别人";
    });
    expect(answers("R-021", stranger)).toEqual(["VIOLATED entity.name"]);
  });

  it("overlooks width, blanks and kinds of brackets", () => {
    const input = bent(company, (a) => {
      a.entity.name = "示例（深圳）科技有限公司";
      ocr(a, "ENTITY_CERTIFICATE").name = " 示例(深圳)科技 有限公司";
    });
    expect(answers("R-021", input)).toEqual([]);
  });

  it("masks an individual's name and shows a unit's", () => {
    const stranger = bent(person, (a) => {
      a.entity.name = "张三";
      ocr(a, "ERP_ID_FRONT").name = "李四";
    });
    expect(resultsOf("R-021", stranger)).toMatchObject([{ params: { actual: "张*", expected: "李*" } }]);
    const other = bent(company, (a) => {
      ocr(a, "ENTITY_CERTIFICATE").name = "别的有限公司";
    });
    expect(resultsOf("R-021", other)).toMatchObject([
      { params: { actual: company.application.entity.name, expected: "别的有限公司" } },
    ]);
  });

  it.each([null, "***"])("cannot tell from a certificate that reads %s", (name) => {
    const input = bent(company, (a) => {
      ocr(a, "ENTITY_CERTIFICATE").name = name;
    });
    expect(answers("R-021", input)).toEqual(["CANNOT_CHECK entity.name"]);
  });
});

describe("R-022 certificate type of the nature", () => {
  it.each([
    [4, 1, []],
    [4, 12, []],
    [4, 6, ["VIOLATED entity.certType"]],
    [4, 2, ["VIOLATED entity.certType"]],
    [5, 42, []],
    [5, 46, ["VIOLATED entity.certType"]],
    [16, 35, []],
    [4, 46, ["CANNOT_CHECK entity.certType"]],
    [7, 1, ["VIOLATED entity.nature"]],
  ])("nature %i with type %i", (nature, certType, expected) => {
    const input = bent(company, ({ entity }) => {
      entity.nature = nature;
      entity.certType = certType;
    });
    expect(answers("R-022", input)).toEqual(expected);
  });
});

describe("R-023 and R-024 certificate number", () => {
  const good = company.application.entity.certNumber;
  it.each([
    ["a good code", 1, good, [], []],
    ["a wrong check digit", 1, wrongCheck(good), [`VIOLATED ${NUMBER}`], []],
    ["an old registration number", 1, "440305100012345", [], [`VIOLATED ${NUMBER}`]],
    ["a number cut short", 1, good.slice(0, 17), [`VIOLATED ${NUMBER}`], [`VIOLATED ${NUMBER}`]],
    ["no number", 1, "", [`VIOLATED ${NUMBER}`], [`VIOLATED ${NUMBER}`]],
    ["an organisation code with hyphen", 12, "M000100Y-4", [], []],
    ["a wrong organisation code", 12, "M000100Y5", [`VIOLATED ${NUMBER}`], []],
  ])("%s", (_name, certType, certNumber, r023, r024) => {
    const input = bent(company, ({ entity }) => {
      entity.certType = certType;
      entity.certNumber = certNumber;
    });
    expect(answers("R-023", input)).toEqual(r023);
    expect(answers("R-024", input)).toEqual(r024);
  });

  it("never shows the number in full", () => {
    const input = bent(company, ({ entity }) => {
      entity.certNumber = wrongCheck(entity.certNumber);
    });
    const [result] = resultsOf("R-023", input) ?? [];
    expect(JSON.stringify(result)).not.toContain(input.application.entity.certNumber);
    expect(result).toMatchObject({ params: { maskedNumber: expect.stringContaining("*") } });
  });

  it("asks only enterprises for the unified code", () => {
    expect(answers("R-024", person)).toEqual(["n/a"]);
  });
});

function wrongCheck(code: string): string {
  return code.slice(0, 17) + (code.endsWith("0") ? "1" : "0");
}

describe("R-025 business status", () => {
  it.each([
    ["存续", []],
    ["存续（在营、开业、在册）", []],
    ["在营（开业）企业", []],
    ["存续（经营异常）", [`VIOLATED ${NUMBER}`]],
    ["吊销，未注销", [`VIOLATED ${NUMBER}`]],
    ["注销", [`VIOLATED ${NUMBER}`]],
    ["歇业", [`VIOLATED ${NUMBER}`]],
    [null, [`CANNOT_CHECK ${NUMBER}`]],
  ])("%s", (status, expected) => {
    const input = bent(company, (a) => {
      registry(a).status = status;
    });
    expect(answers("R-025", input)).toEqual(expected);
  });

  it("takes the normal words from the list", () => {
    expect(answers("R-025", withLists(company, { normalCompanyStatuses: ["运营"] }))).toEqual([
      `VIOLATED ${NUMBER}`,
    ]);
  });
});

describe("R-026 company registry", () => {
  const REPRESENTATIVE = "entity.responsiblePerson.isLegalRepresentative";
  const led = cleanInput(
    "FIRST_FILING",
    ({ entity }) => entity.nature === 4 && entity.responsiblePerson?.isLegalRepresentative === true,
  );

  it("names each item that differs", () => {
    expect(answers("R-026", led)).toEqual([]);
    const input = bent(led, (a) => {
      Object.assign(registry(a), {
        name: "别的有限公司",
        certNumber: "91350100M000100Y43",
        legalRepresentative: "别人",
      });
    });
    expect(answers("R-026", input)).toEqual([
      "VIOLATED entity.name",
      `VIOLATED ${NUMBER}`,
      `VIOLATED ${REPRESENTATIVE}`,
    ]);
  });

  it("looks at the legal representative only where the ERP claims to be it", () => {
    const input = bent(led, (a) => {
      registry(a).legalRepresentative = "别人";
      if (a.entity.responsiblePerson) a.entity.responsiblePerson.isLegalRepresentative = false;
    });
    expect(answers("R-026", input)).toEqual([]);
  });

  it("accepts the organisation code inside the registered code", () => {
    const input = bent(led, (a) => {
      registry(a).certNumber = "91350100M000100Y43";
      a.entity.certNumber = "M000100Y-4";
    });
    expect(answers("R-026", input)).toEqual([]);
  });

  it("cannot tell what the registry does not say", () => {
    const input = bent(led, (a) => {
      Object.assign(registry(a), { name: null, legalRepresentative: null });
    });
    expect(answers("R-026", input)).toEqual(["CANNOT_CHECK entity.name", `CANNOT_CHECK ${REPRESENTATIVE}`]);
    const silent = bent(led, (a) => {
      if (a.evidence) a.evidence.companyRegistry = null;
    });
    expect(answers("R-026", silent)).toEqual(["CANNOT_CHECK entity.name"]);
  });
});

describe("R-027 validity", () => {
  it.each([
    ["2026-03-01", ["VIOLATED entity.certValidTo"]],
    ["2026-03-02", []],
    [null, []],
  ])("%s", (certValidTo, expected) => {
    const input = bent(company, ({ entity }) => {
      entity.certValidTo = certValidTo;
    });
    expect(answers("R-027", input)).toEqual(expected);
  });
});
