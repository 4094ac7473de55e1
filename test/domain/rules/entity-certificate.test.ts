import { describe, expect, it } from "vitest";
import { creditCode } from "#server/demo/generator/checksums";
import type { Application } from "#shared/domain/filing/application";
import { answers, bent, cleanInput, resultsOf, withLists, withSwitches } from "#test/support/rule-inputs";

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

describe("R-028 province of a unit", () => {
  const PLACE = "entity.region.provinceCode";
  const issued = (area: string) =>
    bent(company, (a) => {
      a.entity.region.provinceCode = "440000";
      a.entity.certNumber = creditCode("91", area, "M000100Y4");
      Object.assign(ocr(a, "ENTITY_CERTIFICATE"), {
        issuer: "浙江省杭州市市场监督管理局",
        address: "浙江省杭州市西湖区1号",
      });
    });

  it("goes by the credit code, whatever the certificate says", () => {
    expect(answers("R-028", issued("440305"))).toEqual([]);
    expect(answers("R-028", issued("310115"))).toEqual([`VIOLATED ${PLACE}`]);
    expect(resultsOf("R-028", issued("310115"))).toMatchObject([
      { params: { expectedProvince: { zh: "上海" } } },
    ]);
    expect(answers("R-028", issued("100000"))).toEqual([`CANNOT_CHECK ${PLACE}`]);
  });

  it.each([
    ["浙江省杭州市市场监督管理局", "广东省深圳市", [`VIOLATED ${PLACE}`]],
    ["深圳市市场监督管理局", "浙江省杭州市", []],
    [null, "浙江省杭州市西湖区1号", [`VIOLATED ${PLACE}`]],
    ["南山区市场监督管理局", "深圳市南山区1号", []],
    ["国家市场监督管理总局", "浙江省杭州市西湖区1号", [`CANNOT_CHECK ${PLACE}`]],
    [null, null, [`CANNOT_CHECK ${PLACE}`]],
  ])("without credit code by issuer %s, else address %s", (issuer, address, expected) => {
    const input = bent(issued("440305"), (a) => {
      a.entity.certNumber = "440305100012345";
      Object.assign(ocr(a, "ENTITY_CERTIFICATE"), { issuer, address });
    });
    expect(answers("R-028", input)).toEqual(expected);
  });
});

describe("R-029 and R-030 individuals from elsewhere", () => {
  const REGION = "entity.region.provinceCode";
  const from = (address: string | null, certNumber = "330106199003070018") =>
    bent(person, (a) => {
      a.entity.region.provinceCode = "440000";
      a.entity.certAddress = address;
      a.entity.certNumber = certNumber;
      ocr(a, "ERP_ID_FRONT").address = address;
      a.materials = a.materials.filter(({ kind }) => kind !== "RESIDENCE_PROOF");
    });
  const away = from("浙江省杭州市西湖区1号");

  it.each([
    ["LOCAL_ONLY", [`VIOLATED ${REGION}`], []],
    ["PERMIT", [], ["VIOLATED materials"]],
    ["STUDENT_OR_PERMIT", [], ["VIOLATED materials"]],
    ["ANY", [], []],
    [null, [`CANNOT_CHECK ${REGION}`], ["CANNOT_CHECK entity.certAddress"]],
  ] as const)("policy %s", (individualPolicy, r029, r030) => {
    const input = withSwitches(away, { individualPolicy });
    expect(answers("R-029", input)).toEqual(r029);
    expect(answers("R-030", input)).toEqual(r030);
  });

  it("goes by the ID's address, and by its number only without one", () => {
    const local = { individualPolicy: "LOCAL_ONLY" } as const;
    expect(answers("R-029", withSwitches(from("深圳市南山区1号"), local))).toEqual([]);
    expect(answers("R-029", withSwitches(from(null), local))).toEqual([`VIOLATED ${REGION}`]);
    expect(answers("R-029", withSwitches(from(null, "440305199003070011"), local))).toEqual([]);
    expect(answers("R-029", withSwitches(from(null, "E12345678"), local))).toEqual([
      `CANNOT_CHECK ${REGION}`,
    ]);
  });

  const SHA = "ab".repeat(32);
  const withProof = (documentKind: string | null, validTo = "2027-01-01") =>
    withSwitches(
      bent(away, (a) => {
        a.materials = [{ kind: "RESIDENCE_PROOF", sha256: SHA }];
        a.evidence = {
          ...a.evidence,
          images: [{ sha256: SHA, documentKind }],
          ocr: [
            ...(a.evidence?.ocr?.filter(({ materialKind }) => materialKind !== "RESIDENCE_PROOF") ?? []),
            { materialKind: "RESIDENCE_PROOF", fields: { validTo } },
          ],
        };
      }),
      {
        individualPolicy: "PERMIT",
        residenceProof: { kinds: ["RESIDENCE_PERMIT"], minMonthsLeft: 1, unitPersons: false },
      },
    );

  it.each([
    ["RESIDENCE_PERMIT", "2026-04-02", []],
    ["RESIDENCE_PERMIT", "2026-04-01", ["VIOLATED materials[0]"]],
    ["STUDENT_CARD", "2027-01-01", ["VIOLATED materials[0]"]],
    ["OTHER", "2027-01-01", ["CANNOT_CHECK materials[0]"]],
    [null, "2027-01-01", ["CANNOT_CHECK materials[0]"]],
  ])("a proof of kind %s valid until %s", (documentKind, validTo, expected) => {
    expect(answers("R-030", withProof(documentKind, validTo))).toEqual(expected);
  });

  it("asks the persons of a unit only where the province says so", () => {
    const staff = bent(company, (a) => {
      ocr(a, "ERP_ID_FRONT").address = "西藏自治区拉萨市城关区1号";
      a.entity.region.provinceCode = "360000";
      a.materials = a.materials.filter(({ kind }) => kind !== "RESIDENCE_PROOF");
    });
    const asked = (unitPersons: boolean) =>
      withSwitches(staff, {
        individualPolicy: "PERMIT",
        residenceProof: { kinds: ["RESIDENCE_PERMIT"], minMonthsLeft: null, unitPersons },
      });
    expect(answers("R-030", asked(true))).toEqual(["VIOLATED materials"]);
    expect(answers("R-030", asked(false))).toEqual([]);
  });
});
