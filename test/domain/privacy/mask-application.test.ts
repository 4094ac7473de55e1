import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskApplication, personalDataOf } from "#shared/domain/privacy/mask";
import { INDIVIDUAL_CANARIES, individualDocument, UNIT_CANARIES, unitDocument } from "./sample-documents";

describe("maskApplication", () => {
  it.each(UNIT_CANARIES)("lets nothing of %s out of a unit's document", (canary) => {
    expect(JSON.stringify(unitDocument())).toContain(canary);
    expect(JSON.stringify(maskApplication(unitDocument()))).not.toContain(canary);
  });

  it.each(INDIVIDUAL_CANARIES)("lets nothing of %s out of an individual's document", (canary) => {
    expect(JSON.stringify(individualDocument())).toContain(canary);
    expect(JSON.stringify(maskApplication(individualDocument()))).not.toContain(canary);
  });

  it("leaves what is public readable", () => {
    const original = unitDocument();
    const masked = maskApplication(original);
    const { responsiblePerson: _own, remark, investor: _investor, ...unit } = masked.entity;
    expect(original.entity).toMatchObject(unit);
    expect(remark).toContain("粤ICP备2026012345号");
    expect(masked.services.map(({ name, domains }) => ({ name, domains }))).toEqual([
      { name: "示例科技", domains: ["example.com", "holder.example"] },
    ]);
    expect(masked.evidence?.domains?.[0]).toEqual(original.evidence?.domains?.[0]);
    expect(masked.evidence?.ocr?.[0]?.fields).toEqual({
      ...original.evidence?.ocr?.[0]?.fields,
      legalRepresentative: "赵**",
    });
    expect(masked.evidence?.filedRecord?.services[0]?.accessProviders).toEqual([
      { name: "某云计算有限公司", ours: true },
    ]);
  });

  it("shows the agreed forms", () => {
    expect(maskApplication(unitDocument()).entity.responsiblePerson).toEqual({
      name: "赵**",
      idType: 2,
      idNumber: "110***********0011",
      idValidFrom: "2015-03-02",
      idValidTo: "2035-03-02",
      mobile: "138****1234",
      emergencyPhone: "139****5678",
      emergencyContactName: "周**",
      emergencyContactRelation: "配偶",
      landline: "0755-****1234",
      email: "f***@example.com",
      isLegalRepresentative: true,
    });
    expect(maskApplication(individualDocument()).entity).toMatchObject({
      name: "陈**",
      certNumber: "110***********002X",
      certAddress: "北京市朝阳区******",
      contactAddress: "北京市朝阳区******",
    });
  });

  it("does not touch the document it is given", () => {
    const document = unitDocument();
    maskApplication(document);
    expect(document).toEqual(unitDocument());
  });

  it("masks a resident ID that stands where a credit code belongs", () => {
    const document = unitDocument();
    const misplaced = { ...document, entity: { ...document.entity, certNumber: "110101199003070011" } };
    expect(maskApplication(misplaced).entity.certNumber).toBe("110***********0011");
  });

  it.each([
    ["郑持有", null, null, "郑**"],
    ["郑持有", 1, "ENTITY", "郑持有"],
    ["赵负责", 1, "ENTITY", "赵**"],
    ["深圳市示例科技有限公司", null, null, "深圳市示例科技有限公司"],
    ["深圳市另一家商贸有限公司", null, null, "深圳市另一家商贸有限公司"],
    ["深圳市另一家商贸有限公司", 1, "SHAREHOLDER", "深圳市另一家商贸有限公司"],
    ["深圳市另一家商贸有限公司", 2, null, "深***********"],
    ["John Smith", null, "ERP", "J*********"],
    ["Example Trading Co., Ltd.", null, null, "Example Trading Co., Ltd."],
  ])("domain holder %s with certificate type %s and relation %s reads %s", (holder, type, relation, read) => {
    const document = unitDocument();
    const domains = [
      { domain: "example.com", realNameHolder: holder, holderCertType: type, holderRelation: relation },
    ];
    const masked = maskApplication({ ...document, evidence: { ...document.evidence, domains } });
    expect(masked.evidence?.domains?.[0]?.realNameHolder).toBe(read);
  });

  it("is not talked into revealing a value by replacement patterns", () => {
    const document = unitDocument();
    const idNumber = "$&abcdefghijklmnop";
    const person = { ...document.entity.responsiblePerson, idNumber };
    const entity = { ...document.entity, responsiblePerson: person, remark: `号 ${idNumber} 完` };
    expect(JSON.stringify(maskApplication({ ...document, entity }))).not.toContain(idNumber);
  });
});

describe("personalDataOf", () => {
  it("places every value", () => {
    const found = personalDataOf(unitDocument());
    expect(found).toContainEqual({
      fieldPath: "services[0].responsiblePerson.idNumber",
      kind: "ID_NUMBER",
      value: "E12345678",
      inFreeText: false,
    });
    expect(found).toContainEqual({
      fieldPath: "services[0].remark",
      kind: "PHONE",
      value: "137 6543 2109",
      inFreeText: true,
    });
    expect(found).toContainEqual({
      fieldPath: "evidence.filedRecord.entity.responsiblePerson.mobile",
      kind: "PHONE",
      value: "13600007777",
      inFreeText: false,
    });
    expect(found.some(({ value }) => value === "深圳市示例科技有限公司")).toBe(false);
  });

  it("and maskApplication never disagree, whatever people write", () => {
    const name = fc.stringMatching(/^[一-龥]{2,12}$/u);
    const idNumber = fc.stringMatching(/^[0-9A-Z]{6,20}$/u);
    const mobile = fc.stringMatching(/^\d{6,14}$/u);
    const email = fc.stringMatching(/^[a-z]{2,9}@[a-z]{3,9}\.cn$/u);
    const words = fc.string({ maxLength: 20 });
    fc.assert(
      fc.property(name, idNumber, mobile, email, words, (name, idNumber, mobile, email, words) => {
        const document = individualDocument();
        const responsiblePerson = { name, idNumber, mobile, email };
        const entity = {
          ...document.entity,
          remark: `${words} ${name}${mobile}或${idNumber}`,
          responsiblePerson,
        };
        const application = { ...document, entity };
        const masked = JSON.stringify(maskApplication(application));
        const leaked = personalDataOf(application).filter(({ value }) =>
          masked.includes(JSON.stringify(value).slice(1, -1)),
        );
        expect(leaked).toEqual([]);
      }),
    );
  });
});
