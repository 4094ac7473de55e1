import { describe, expect, it } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { bent, cleanInput, resultsOf, withSwitches } from "#test/support/rule-inputs";
import { erpIn, forgetOcr, ocrIn, type Row, rowsOf } from "./persons-in-orders";

const company = cleanInput(
  "FIRST_FILING",
  (order) => order.entity.nature === 4 && erpIn(order).isLegalRepresentative === true,
);
const CLAIM = "entity.responsiblePerson.isLegalRepresentative";

type Policy = "LEGAL_REP" | "LEGAL_REP_OR_DELEGATE" | "LEGAL_REP_MAINLAND_ELSE_DELEGATE" | null;

function under(erpPolicy: Policy, bend: (order: Application) => void = () => {}): RuleInput {
  return withSwitches(bent(company, bend), { erpPolicy });
}

function registered(order: Application, name: string): void {
  if (order.evidence?.companyRegistry) order.evidence.companyRegistry.legalRepresentative = name;
  ocrIn(order, "ENTITY_CERTIFICATE").legalRepresentative = name;
}

function delegated(order: Application, legalRep = "王小二"): void {
  erpIn(order).isLegalRepresentative = false;
  registered(order, legalRep);
}

function withoutSources(order: Application): void {
  forgetOcr(order, "ENTITY_CERTIFICATE");
  if (order.evidence) order.evidence.companyRegistry = null;
}

function withLetter(order: Application): void {
  order.materials.push({ kind: "ERP_AUTHORIZATION", sha256: "a".repeat(64) });
}

describe("R-042 the legal representative as ERP", () => {
  it.each<Row>([
    ["is", under("LEGAL_REP"), []],
    ["is not", under("LEGAL_REP", (order) => delegated(order)), [`VIOLATED ${CLAIM}`]],
    [
      "says not to be",
      under(null, (order) => {
        erpIn(order).isLegalRepresentative = false;
      }),
      [`VIOLATED ${CLAIM}`],
    ],
    [
      "says to be, registry and certificate name another",
      under(null, (order) => registered(order, "王小二")),
      [`VIOLATED ${CLAIM}`],
    ],
    [
      "says nothing, and is named",
      under("LEGAL_REP", (order) => {
        erpIn(order).isLegalRepresentative = null;
      }),
      [],
    ],
    [
      "says to be, one source only",
      under("LEGAL_REP", (order) => {
        if (order.evidence) order.evidence.companyRegistry = null;
      }),
      [],
    ],
    ["says to be, no source", under("LEGAL_REP", withoutSources), [`CANNOT_CHECK ${CLAIM}`]],
    ["a delegate is allowed", under("LEGAL_REP_OR_DELEGATE", (order) => delegated(order)), []],
    [
      "for one from abroad",
      under("LEGAL_REP_MAINLAND_ELSE_DELEGATE", (order) => delegated(order, "John Smith")),
      [],
    ],
    [
      "for one of unknown document",
      under("LEGAL_REP_MAINLAND_ELSE_DELEGATE", (order) => delegated(order)),
      [`CANNOT_CHECK ${CLAIM}`],
    ],
    [
      "for a mainlander, filed as such",
      under("LEGAL_REP_MAINLAND_ELSE_DELEGATE", (order) => {
        const filed = { name: "王小二", idType: 2, isLegalRepresentative: true };
        delegated(order);
        if (order.evidence)
          order.evidence.filedRecord = {
            entity: { ...order.entity, responsiblePerson: filed },
            services: [],
          };
      }),
      [`VIOLATED ${CLAIM}`],
    ],
  ])("%s", rowsOf("R-042"));

  it("names whom the sources name, masked", () => {
    expect(
      resultsOf(
        "R-042",
        under("LEGAL_REP", (order) => delegated(order)),
      ),
    ).toMatchObject([{ params: { legalRepMasked: "王**", province: company.province.name } }]);
  });
});

describe("R-043 the ERP's letter", () => {
  it.each<Row>([
    ["is missing", under("LEGAL_REP_OR_DELEGATE", (order) => delegated(order)), ["VIOLATED materials"]],
    [
      "is there",
      under("LEGAL_REP_OR_DELEGATE", (order) => {
        delegated(order);
        withLetter(order);
      }),
      [],
    ],
    ["is not needed", under("LEGAL_REP_OR_DELEGATE"), []],
    ["would not help", under("LEGAL_REP", (order) => delegated(order)), []],
    [
      "is missing, for one from abroad",
      under("LEGAL_REP_MAINLAND_ELSE_DELEGATE", (order) => delegated(order, "John Smith")),
      ["VIOLATED materials"],
    ],
    [
      "hangs on a document nobody knows",
      under("LEGAL_REP_MAINLAND_ELSE_DELEGATE", (order) => delegated(order)),
      ["CANNOT_CHECK materials"],
    ],
    [
      "nothing tells",
      under("LEGAL_REP_OR_DELEGATE", (order) => {
        erpIn(order).isLegalRepresentative = null;
        withoutSources(order);
      }),
      ["CANNOT_CHECK materials"],
    ],
  ])("%s", rowsOf("R-043"));
});

describe("R-044 what the letter says", () => {
  const letterAt = company.application.materials.length;
  const lettered = (name: string) =>
    bent(company, (order) => {
      withLetter(order);
      order.evidence?.ocr?.push({ materialKind: "ERP_AUTHORIZATION", fields: { name } });
    });

  it.each<Row>([
    ["asked where there is one", bent(company, withLetter), [`NEEDS_HUMAN materials[${letterAt}]`]],
    [
      "not asked where there is none",
      bent(company, (order) => {
        order.materials = order.materials.filter(({ kind }) => !kind.endsWith("_AUTHORIZATION"));
      }),
      [],
    ],
  ])("%s", rowsOf("R-044"));

  it("hints at a name that is not the ERP's", () => {
    const hinted = (name: string) =>
      resultsOf("R-044", lettered(name))?.filter(({ fieldPath }) => fieldPath === `materials[${letterAt}]`);
    expect(hinted("王小二")).toMatchObject([{ hinted: true }]);
    expect(hinted(erpIn(company.application).name ?? "")).toMatchObject([{ hinted: false }]);
  });
});
