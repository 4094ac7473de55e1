import { describe, it } from "vitest";
import type { OtherEntity, RuleInput } from "#shared/domain/rules/rule-input";
import { bent, cleanInput, withFacts, withSwitches } from "#test/support/rule-inputs";
import { erpIn, otherEntity, otherPerson, ownSrpIn, type Row, rowsOf, srpIn } from "./persons-in-orders";

const company = cleanInput(
  "FIRST_FILING",
  (order) =>
    order.entity.nature === 4 && ownSrpIn(order) !== null && erpIn(order).isLegalRepresentative === true,
);
const erp = erpIn(company.application);
const srp = srpIn(company.application);
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

describe("R-053 mobile numbers", () => {
  it.each<Row>([
    ["sound", company, []],
    ["a digit short", withErp({ mobile: "1380013800" }), [`VIOLATED ${ERP}.mobile`]],
    ["not a mobile", withErp({ mobile: "12800138000" }), [`VIOLATED ${ERP}.mobile`]],
    ["none", withErp({ mobile: null }), [`VIOLATED ${ERP}.mobile`]],
    [
      "the SRP's",
      bent(company, (order) => {
        srpIn(order).mobile = "0755-28780808";
      }),
      [`VIOLATED ${SRP}.mobile`],
    ],
  ])("%s", rowsOf("R-053"));
});

describe("R-054 local numbers", () => {
  const located = (provinceCode: string | null, unit: boolean | null = true) =>
    withSwitches(
      bent(company, ({ evidence, entity }) => {
        const own = entity.region.provinceCode;
        if (evidence)
          evidence.phones = [
            { phone: erp.mobile ?? "", provinceCode },
            { phone: srp.mobile ?? "", provinceCode: own },
          ];
      }),
      { localMobile: { unit, individual: null } },
    );
  const home = company.application.entity.region.provinceCode;
  const away = home === "450000" ? "440000" : "450000";

  it.each<Row>([
    ["local", located(home), []],
    ["from elsewhere", located(away), [`VIOLATED ${ERP}.mobile`]],
    ["from elsewhere, nobody asks", located(away, null), []],
    ["unknown", located(null), [`CANNOT_CHECK ${ERP}.mobile`]],
    ["unknown, nobody asks", located(null, false), []],
  ])("%s", rowsOf("R-054"));
});

describe("R-055 a mobile of another entity's", () => {
  const using = (mobile: string | null | undefined) => otherPerson({ mobile: mobile ?? null });

  it.each<Row>([
    ["nobody's", beside(otherEntity({ erp: using("13900000000") })), []],
    ["the other ERP's", beside(otherEntity({ erp: using(erp.mobile) })), [`VIOLATED ${ERP}.mobile`]],
    ["an other SRP's", beside(otherEntity({ srps: [using(srp.mobile)] })), [`VIOLATED ${SRP}.mobile`]],
    [
      "written another way",
      withErp({ mobile: `+86 ${erp.mobile}` }, beside(otherEntity({ erp: using(erp.mobile) }))),
      [`VIOLATED ${ERP}.mobile`],
    ],
    [
      "the same legal representative's",
      beside(otherEntity({ erp: sameLegalRep({ mobile: erp.mobile ?? null }) })),
      [],
    ],
    [
      "the same person's, no legal representative here",
      withErp(
        { isLegalRepresentative: false },
        beside(otherEntity({ erp: sameLegalRep({ mobile: erp.mobile ?? null }) })),
      ),
      [`VIOLATED ${ERP}.mobile`],
    ],
    ["nobody looked", beside(null), [`CANNOT_CHECK ${ERP}.mobile`, `CANNOT_CHECK ${SRP}.mobile`]],
  ])("%s", rowsOf("R-055"));
});

describe("R-056 one legal representative, several contacts", () => {
  const { mobile = null, email = null, emergencyPhone = null } = erp;

  it.each<Row>([
    [
      "the same everywhere",
      beside(otherEntity({ erp: sameLegalRep({ mobile, email, emergencyPhone }) })),
      [],
    ],
    [
      "another mobile",
      beside(otherEntity({ erp: sameLegalRep({ mobile: "13900000000", email }) })),
      [`VIOLATED ${ERP}.mobile`],
    ],
    [
      "another mail address and emergency phone",
      beside(otherEntity({ erp: sameLegalRep({ email: "x@y.cn", emergencyPhone: "13900000000" }) })),
      [`VIOLATED ${ERP}.email`, `VIOLATED ${ERP}.emergencyPhone`],
    ],
    [
      "another person",
      beside(
        otherEntity({
          erp: otherPerson({ idNumber: "1", isLegalRepresentative: true, mobile: "13900000000" }),
        }),
      ),
      [],
    ],
    ["nobody looked", beside(null), [`CANNOT_CHECK ${ERP}.mobile`]],
    ["nobody looked, no legal representative", withErp({ isLegalRepresentative: false }, beside(null)), []],
  ])("%s", rowsOf("R-056"));
});

describe("R-057 emergency phones", () => {
  const phone = erp.emergencyPhone ?? null;

  it.each<Row>([
    ["a mobile", company, []],
    ["a landline", withErp({ emergencyPhone: "0755-28780808" }), []],
    ["too short", withErp({ emergencyPhone: "1390000" }), [`VIOLATED ${ERP}.emergencyPhone`]],
    ["none", withErp({ emergencyPhone: "" }), [`VIOLATED ${ERP}.emergencyPhone`]],
    [
      "the person's own mobile",
      withErp({ emergencyPhone: erp.mobile ?? "" }),
      [`VIOLATED ${ERP}.emergencyPhone`],
    ],
    [
      "another entity's",
      beside(otherEntity({ srps: [otherPerson({ emergencyPhone: phone })] })),
      [`VIOLATED ${ERP}.emergencyPhone`],
    ],
    [
      "another entity's mobile",
      beside(otherEntity({ erp: otherPerson({ mobile: phone }) })),
      [`VIOLATED ${ERP}.emergencyPhone`],
    ],
    [
      "the same legal representative's",
      beside(otherEntity({ erp: sameLegalRep({ emergencyPhone: phone }) })),
      [],
    ],
    [
      "nobody looked",
      beside(null),
      [`CANNOT_CHECK ${ERP}.emergencyPhone`, `CANNOT_CHECK ${SRP}.emergencyPhone`],
    ],
    [
      "malformed, nobody looked",
      withErp({ emergencyPhone: "1" }, beside(null)),
      [`VIOLATED ${ERP}.emergencyPhone`, `CANNOT_CHECK ${SRP}.emergencyPhone`],
    ],
  ])("%s", rowsOf("R-057"));
});
