import { describe, expect, it } from "vitest";
import { type MatchSource, matchMarks } from "#shared/domain/privacy/match";
import { INDIVIDUAL_CANARIES, individualDocument, UNIT_CANARIES, unitDocument } from "./sample-documents";

function marksOf(document: ReturnType<typeof unitDocument>): Record<string, boolean | null> {
  return Object.fromEntries(
    matchMarks(document).map((mark) => [`${mark.fieldPath} ${mark.source}`, mark.matches]),
  );
}

describe("matchMarks", () => {
  it.each<[string, MatchSource, boolean | null]>([
    ["entity.name", "OCR", true],
    ["entity.name", "REGISTRY", true],
    ["entity.name", "FILED", true],
    ["entity.certNumber", "OCR", true],
    ["entity.certAddress", "OCR", true],
    ["entity.certValidFrom", "OCR", null],
    ["entity.contactAddress", "FILED", null],
    ["entity.responsiblePerson.name", "OCR", true],
    ["entity.responsiblePerson.name", "FILED", false],
    ["entity.responsiblePerson.idNumber", "OCR", true],
    ["entity.responsiblePerson.mobile", "FILED", false],
    ["entity.responsiblePerson.isLegalRepresentative", "OCR", true],
    ["entity.responsiblePerson.isLegalRepresentative", "REGISTRY", false],
    ["services[0].name", "FILED", true],
    ["services[0].domains[0]", "WHOIS", true],
    ["services[0].domains[1]", "WHOIS", false],
    ["services[0].responsiblePerson.name", "OCR", false],
    ["services[0].responsiblePerson.idNumber", "OCR", true],
    ["services[0].responsiblePerson.email", "FILED", false],
  ])("marks %s against %s: %s", (fieldPath, source, matches) => {
    expect(marksOf(unitDocument())).toHaveProperty([`${fieldPath} ${source}`], matches);
  });

  it("compares an individual's record with the identity card", () => {
    expect(marksOf(individualDocument())).toMatchObject({
      "entity.name OCR": true,
      "entity.certNumber OCR": true,
      "entity.certAddress OCR": true,
      "services[0].domains[0] WHOIS": true,
    });
  });

  it("calls papers that disagree no match", () => {
    const document = individualDocument();
    const ocr = [
      { materialKind: "ENTITY_CERTIFICATE", fields: { name: "陈个人" } },
      { materialKind: "ERP_ID_FRONT", fields: { name: "陈别人" } },
    ];
    const marks = marksOf({ ...document, evidence: { ...document.evidence, ocr } });
    expect(marks["entity.name OCR"]).toBe(false);
  });

  it("has no mark for a source that is missing", () => {
    const { evidence: _none, ...bare } = unitDocument();
    expect(matchMarks(bare)).toEqual([]);
    const sources = matchMarks({ ...bare, evidence: { companyRegistry: {} } }).map((mark) => mark.source);
    expect(new Set(sources)).toEqual(new Set(["REGISTRY"]));
  });

  it("ignores letter case, blanks and bracket width", () => {
    const document = unitDocument();
    const evidence = {
      companyRegistry: { name: " 深圳市示例 科技有限公司", certNumber: "91350100m000100y43" },
    };
    expect(marksOf({ ...document, evidence })).toMatchObject({
      "entity.name REGISTRY": true,
      "entity.certNumber REGISTRY": true,
    });
  });

  it("holds no value of the document", () => {
    const written = JSON.stringify([...matchMarks(unitDocument()), ...matchMarks(individualDocument())]);
    for (const canary of [...UNIT_CANARIES, ...INDIVIDUAL_CANARIES]) expect(written).not.toContain(canary);
  });
});
