import { describe, expect, it } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import type { OtherEntity, RuleInput } from "#shared/domain/rules/rule-input";
import { bent, cleanInput, resultsOf, withFacts, withLists, withSwitches } from "#test/support/rule-inputs";
import { erpIn, otherEntity, otherPerson, ownSrpIn, type Row, rowsOf, srpIn } from "./persons-in-orders";

const company = cleanInput(
  "FIRST_FILING",
  (order) =>
    order.entity.nature === 4 && ownSrpIn(order) !== null && erpIn(order).isLegalRepresentative === true,
);
const individual = cleanInput("FIRST_FILING", (order) => order.entity.nature === 5);
const erp = erpIn(company.application);
const ERP = "entity.responsiblePerson";
const SRP = "services[0].responsiblePerson";

function withErp(values: Partial<typeof erp>, input = company): RuleInput {
  return bent(input, (order) => {
    Object.assign(erpIn(order), values);
  });
}

function beside(other: OtherEntity | null, input = company): RuleInput {
  return withFacts(input, { otherEntities: other === null ? null : [other] });
}

const sameLegalRep = (contacts: Parameters<typeof otherPerson>[0] = {}) =>
  otherPerson({ idNumber: erp.idNumber ?? null, isLegalRepresentative: true, ...contacts });

describe("R-058 a third person", () => {
  const asked = (bend: (order: Application) => void, input = individual) =>
    withSwitches(
      bent(input, (order) => {
        Object.assign(erpIn(order), { emergencyContactName: "王五", emergencyContactRelation: "配偶" });
        order.entity.remark = "";
        bend(order);
      }),
      { thirdPartyEmergencyIndividual: true, thirdPartyEmergencyUnit: null },
    );
  const unnamed = (remark: string, left = {}) =>
    asked((order) => {
      Object.assign(erpIn(order), { emergencyContactName: null, emergencyContactRelation: " ", ...left });
      order.entity.remark = remark;
    });

  it.each<Row>([
    ["named", asked(() => {}), []],
    [
      "is the ERP",
      asked((order) => {
        erpIn(order).emergencyPhone = erpIn(order).mobile ?? null;
      }),
      [`VIOLATED ${ERP}.emergencyPhone`],
    ],
    ["not named", unnamed(""), [`VIOLATED ${ERP}.emergencyContactName`]],
    ["named in the remark", unnamed("应急联系人：王五，与负责人为夫妻关系"), []],
    [
      "a remark about something else",
      unnamed("通信地址已是最详细"),
      [`VIOLATED ${ERP}.emergencyContactName`],
    ],
    [
      "a relation in the remark, no name",
      unnamed("应急联系人与负责人为夫妻关系"),
      [`VIOLATED ${ERP}.emergencyContactName`],
    ],
    [
      "a name in the remark, no relation",
      unnamed("紧急联系人王五"),
      [`VIOLATED ${ERP}.emergencyContactRelation`],
    ],
    [
      "no relation",
      unnamed("", { emergencyContactName: "王五" }),
      [`VIOLATED ${ERP}.emergencyContactRelation`],
    ],
    [
      "nobody asks a unit",
      asked((order) => {
        erpIn(order).emergencyPhone = erpIn(order).mobile ?? null;
      }, company),
      [],
    ],
  ])("%s", rowsOf("R-058"));

  it("may not be an SRP either", () => {
    const unit = withSwitches(
      asked((order) => {
        erpIn(order).emergencyPhone = srpIn(order).mobile ?? null;
      }, company),
      {
        thirdPartyEmergencyUnit: true,
      },
    );
    rowsOf("R-058")("SRP", unit, [`VIOLATED ${ERP}.emergencyPhone`]);
  });
});

describe("R-059 mail addresses", () => {
  const email = erp.email ?? null;

  it.each<Row>([
    ["sound", company, []],
    ["no @", withErp({ email: "zhang.example.com" }), [`VIOLATED ${ERP}.email`]],
    ["none", withErp({ email: null }), [`VIOLATED ${ERP}.email`]],
    ["another entity's", beside(otherEntity({ erp: otherPerson({ email }) })), [`VIOLATED ${ERP}.email`]],
    [
      "another entity's, in capitals",
      withErp({ email: email?.toUpperCase() ?? "" }, beside(otherEntity({ erp: otherPerson({ email }) }))),
      [`VIOLATED ${ERP}.email`],
    ],
    ["the same legal representative's", beside(otherEntity({ erp: sameLegalRep({ email }) })), []],
    [
      "malformed, nobody looked",
      withErp({ email: "x" }, beside(null)),
      [`VIOLATED ${ERP}.email`, `CANNOT_CHECK ${SRP}.email`],
    ],
  ])("%s", rowsOf("R-059"));
});

describe("R-060 segments", () => {
  it.each<Row>([
    ["listed", withErp({ mobile: "17012345678" }), [`VIOLATED ${ERP}.mobile`]],
    ["not listed", withErp({ mobile: "17212345678" }), []],
    ["no list", withLists(withErp({ mobile: "17012345678" }), { riskySegments: [] }), []],
  ])("%s", rowsOf("R-060"));
});

describe("R-061 the call", () => {
  it("is asked for each person", () => {
    expect(resultsOf("R-061", company)?.map(({ kind, fieldPath }) => `${kind} ${fieldPath}`)).toEqual([
      `NEEDS_HUMAN ${ERP}.mobile`,
      `NEEDS_HUMAN ${SRP}.mobile`,
    ]);
  });
});
