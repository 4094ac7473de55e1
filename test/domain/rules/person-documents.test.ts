import { describe, expect, it } from "vitest";
import { materialsOf } from "#shared/domain/rules/document-view";
import { bent, cleanInput, resultsOf, withSwitches } from "#test/support/rule-inputs";
import { erpIn, ownSrpIn, type Row, rowsOf } from "./persons-in-orders";

const company = cleanInput("FIRST_FILING", (order) => order.entity.nature === 4 && ownSrpIn(order) !== null);
const individual = cleanInput("FIRST_FILING", (order) => order.entity.nature === 5);
const ERP = "entity.responsiblePerson";

describe("R-050 temporary ID cards", () => {
  const shown = (documentKind: string | null, refused: boolean | null) =>
    withSwitches(
      bent(company, (order) => {
        const front = order.materials.find(({ kind }) => kind === "ERP_ID_FRONT");
        const hashes = materialsOf(company, "ERP_ID_BACK").map(({ material }) => material.sha256);
        for (const image of order.evidence?.images ?? []) {
          if (image.sha256 === front?.sha256) image.documentKind = documentKind;
          else if (hashes.includes(image.sha256)) image.documentKind = null;
        }
      }),
      { temporaryIdRefused: refused },
    );

  it.each<Row>([
    ["refused", shown("TEMPORARY_ID_CARD", true), [`VIOLATED ${ERP}.idType`]],
    ["a proper card", shown("ID_CARD", true), []],
    ["accepted", shown("TEMPORARY_ID_CARD", false), []],
    ["nobody looked", shown(null, true), [`CANNOT_CHECK ${ERP}.idType`]],
    ["nobody looked, nobody asks", shown(null, null), []],
  ])("%s", rowsOf("R-050"));

  it("is a hint where no source speaks", () => {
    expect(resultsOf("R-050", shown("TEMPORARY_ID_CARD", null))).toMatchObject([
      { kind: "VIOLATED", severity: "warn", outcome: null },
    ]);
  });
});

describe("R-051 persons without a mainland ID", () => {
  const foreigner = (
    idType: number,
    nonMainlandErp: "PASSPORT" | "TRAVEL_PERMIT" | "DELEGATE" | "PERMIT" | "REFUSED" | null,
  ) =>
    withSwitches(
      bent(company, (order) => {
        erpIn(order).idType = idType;
      }),
      { nonMainlandErp },
    );
  const proof = { kind: "RESIDENCE_PROOF" as const, sha256: "a".repeat(64) };

  it.each<Row>([
    ["a passport where it is accepted", foreigner(7, "PASSPORT"), []],
    ["a passport where a travel permit is asked", foreigner(7, "TRAVEL_PERMIT"), [`VIOLATED ${ERP}.idType`]],
    ["a travel permit there", foreigner(14, "TRAVEL_PERMIT"), []],
    ["anything where a delegate is asked", foreigner(41, "DELEGATE"), [`VIOLATED ${ERP}.idType`]],
    ["refused", foreigner(7, "REFUSED"), [`VIOLATED ${ERP}.idType`]],
    ["a passport without proof of residence", foreigner(7, "PERMIT"), [`VIOLATED ${ERP}.idType`]],
    [
      "a passport with it",
      bent(foreigner(7, "PERMIT"), (order) => {
        order.materials.push(proof);
      }),
      [],
    ],
    ["no source speaks", foreigner(7, null), [`CANNOT_CHECK ${ERP}.idType`]],
    ["a mainland ID", foreigner(2, "REFUSED"), []],
  ])("%s", rowsOf("R-051"));
});

describe("R-052 the filer", () => {
  it.each<Row>([
    ["is the ERP", individual, []],
    [
      "has another name",
      bent(individual, (order) => {
        order.entity.name = "王小二";
      }),
      [`VIOLATED ${ERP}.name`],
    ],
    [
      "has another number",
      bent(individual, (order) => {
        erpIn(order).idNumber = "110101199003070011";
      }),
      [`VIOLATED ${ERP}.idNumber`],
    ],
    [
      "is another person altogether",
      bent(individual, (order) => {
        Object.assign(order.entity, { name: "王小二", certNumber: "110101199003070011" });
      }),
      [`VIOLATED ${ERP}.name`],
    ],
    ["is a company", company, ["n/a"]],
  ])("%s", rowsOf("R-052"));
});
