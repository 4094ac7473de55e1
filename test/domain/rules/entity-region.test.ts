import { describe, expect, it } from "vitest";
import { creditCode } from "#server/demo/generator/checksums";
import type { Application } from "#shared/domain/filing/application";
import { answers, bent, cleanInput, resultsOf, withSwitches } from "#test/support/rule-inputs";

const company = cleanInput("FIRST_FILING", ({ entity }) => entity.nature === 4);
const person = cleanInput("FIRST_FILING", ({ entity }) => entity.nature === 5 && entity.certType === 2);

type Ocr = NonNullable<NonNullable<Application["evidence"]>["ocr"]>[number];

/** What was read off the papers of a kind in this document. */
function ocr(application: Application, kind: string): Ocr["fields"] {
  const paper = application.evidence?.ocr?.find(({ materialKind }) => materialKind === kind);
  if (paper === undefined) throw new Error(`no ${kind} was read`);
  return paper.fields;
}

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
