import { describe, expect, it } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { bent, cleanInput, resultsOf, withFacts, withSwitches } from "#test/support/rule-inputs";
import { erpIn, otherEntity, otherPerson, ownSrpIn, type Row, rowsOf, srpIn } from "./persons-in-orders";

const ofCompany = (order: Application) => order.entity.nature === 4;
const company = cleanInput("FIRST_FILING", (order) => ofCompany(order) && ownSrpIn(order) !== null);
const joint = cleanInput(
  "FIRST_FILING",
  (order) =>
    ofCompany(order) &&
    order.services.length === 1 &&
    ownSrpIn(order) === null &&
    erpIn(order).isLegalRepresentative === true,
);
const ERP = "entity.responsiblePerson";
const SRP = "services[0].responsiblePerson";

function inProvince(id: string, input: RuleInput): RuleInput {
  return { ...input, province: { ...input.province, id } };
}

function delegated(input: RuleInput): RuleInput {
  return bent(input, (order) => {
    erpIn(order).isLegalRepresentative = false;
  });
}

/** The legal representative is nowhere stated. */
function untold(input: RuleInput): RuleInput {
  return bent(input, (order) => {
    erpIn(order).isLegalRepresentative = null;
    const srp = ownSrpIn(order);
    if (srp) srp.isLegalRepresentative = null;
    order.evidence = null;
  });
}

describe("R-066 a new letter for a new ERP", () => {
  const change = cleanInput("CHANGE_BOTH", (order) => ofCompany(order));
  const changed = (bend: (order: Application) => void) =>
    withSwitches(
      bent(change, (order) => {
        order.materials = order.materials.filter(({ kind }) => kind !== "SRP_AUTHORIZATION");
        const filed = order.evidence?.filedRecord;
        if (filed) filed.entity.responsiblePerson = { ...erpIn(order), idNumber: "110101199003070011" };
        bend(order);
      }),
      { changeBothOnErpChange: true },
    );

  it.each<Row>([
    ["missing", changed(() => {}), ["VIOLATED materials"]],
    [
      "there",
      changed((order) => {
        order.materials.push({ kind: "SRP_AUTHORIZATION", sha256: "a".repeat(64) });
      }),
      [],
    ],
    [
      "the same ERP as filed",
      changed((order) => {
        if (order.evidence?.filedRecord)
          order.evidence.filedRecord.entity.responsiblePerson = { ...erpIn(order), mobile: "1" };
      }),
      [],
    ],
    [
      "no filed record",
      changed((order) => {
        if (order.evidence) order.evidence.filedRecord = null;
      }),
      ["CANNOT_CHECK materials"],
    ],
    [
      "nobody asks",
      withSwitches(
        changed(() => {}),
        { changeBothOnErpChange: false },
      ),
      [],
    ],
  ])("%s", rowsOf("R-066"));
});

describe("R-067 a delegate is the SRP", () => {
  const asked = (input: RuleInput) => withSwitches(input, { erpSrpSamePersonIfDelegate: true });

  it.each<Row>([
    ["another person", asked(delegated(company)), [`VIOLATED ${SRP}.idNumber`]],
    ["the same", asked(delegated(joint)), []],
    ["no delegate", asked(company), []],
    ["nobody asks", delegated(company), []],
    ["nothing tells", asked(untold(company)), [`CANNOT_CHECK ${SRP}.idNumber`]],
  ])("%s", rowsOf("R-067"));
});

describe("R-068 Tianjin", () => {
  const asked = (input: RuleInput) => inProvince("TJ", withSwitches(input, { srpMayNotBeLegalRep: true }));

  it.each<Row>([
    ["the legal representative", asked(joint), [`VIOLATED ${SRP}.isLegalRepresentative`]],
    ["somebody else", asked(company), []],
    ["elsewhere", inProvince("GD", asked(joint)), ["n/a"]],
    ["no longer asked", withSwitches(asked(joint), { srpMayNotBeLegalRep: null }), []],
    ["nothing tells", asked(untold(joint)), [`CANNOT_CHECK ${SRP}.isLegalRepresentative`]],
  ])("%s", rowsOf("R-068"));
});

describe("R-069 Chongqing", () => {
  const idNumber = srpIn(company.application).idNumber ?? null;
  const asked = (serving: string | null) =>
    withFacts(inProvince("CQ", withSwitches(company, { srpSingleEntity: true })), {
      otherEntities: [otherEntity({ srps: [otherPerson({ idNumber: serving })] })],
    });

  it.each<Row>([
    ["serves another entity", asked(idNumber), [`VIOLATED ${SRP}.idNumber`]],
    ["another person serves it", asked("110101199003070011"), []],
    ["nobody looked", withFacts(asked(null), { otherEntities: null }), [`CANNOT_CHECK ${SRP}.idNumber`]],
    [
      "nobody looked, nobody asks",
      withSwitches(withFacts(asked(null), { otherEntities: null }), { srpSingleEntity: null }),
      [],
    ],
  ])("%s", rowsOf("R-069"));
});

describe("R-070 finance in Liaoning", () => {
  const named = (input: RuleInput, name: string) =>
    inProvince(
      "LN",
      bent(input, (order) => {
        order.entity.name = name;
      }),
    );

  it.each<Row>([
    [
      "an SRP who is not the legal representative",
      named(company, "沈阳示例担保有限公司"),
      [`VIOLATED ${SRP}.isLegalRepresentative`],
    ],
    ["the legal representative throughout", named(joint, "沈阳示例担保有限公司"), []],
    [
      "a delegate throughout",
      named(delegated(joint), "沈阳示例投资管理有限公司"),
      [`VIOLATED ${ERP}.isLegalRepresentative`],
    ],
    ["another name", named(company, "沈阳示例投资有限公司"), []],
    ["nothing tells", named(untold(joint), "沈阳示例典当行"), [`CANNOT_CHECK ${ERP}.isLegalRepresentative`]],
  ])("%s", rowsOf("R-070"));
});

describe("R-071 the phone filed elsewhere", () => {
  it("is asked for each service", () => {
    const access = cleanInput("ADD_ACCESS/OTHER");
    expect(resultsOf("R-071", access)).toMatchObject(
      access.application.services.map((_, i) => ({
        kind: "NEEDS_HUMAN",
        fieldPath: `services[${i}].filingNumber`,
      })),
    );
  });
});
