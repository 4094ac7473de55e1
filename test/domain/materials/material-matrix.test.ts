import { describe, expect, it } from "vitest";
import { FILING_KINDS, type FilingKind, kindCode } from "#shared/domain/filing/filing-type";
import { MATERIAL_KINDS } from "#shared/domain/filing/materials";
import { MATRIX_COLUMNS, matrixCell } from "#shared/domain/materials/material-matrix";
import { MATERIAL_MATRIX } from "#shared/domain/materials/matrix-rows.data";
import { ruleOf } from "#shared/domain/rules/catalogue";

function cell(material: string, code: string, side: "unit" | "individual"): string {
  const kind = FILING_KINDS.find((candidate: FilingKind) => kindCode(candidate) === code);
  const row = MATERIAL_MATRIX.find(({ kinds }) => kinds.some((one) => one === material));
  if (kind === undefined || row === undefined) throw new Error(`no cell ${material} ${code}`);
  return matrixCell(row, kind, side);
}

describe("materials matrix", () => {
  it("has one cell per column in every row", () => {
    for (const { types } of MATERIAL_MATRIX) {
      expect(types).toMatch(/^[RICPA-]+$/);
      expect(types).toHaveLength(MATRIX_COLUMNS.length);
    }
  });

  it("knows every kind once, but the one that can be anything", () => {
    const known = MATERIAL_MATRIX.flatMap(({ kinds }) => kinds);
    expect([...known].sort()).toEqual(MATERIAL_KINDS.filter((kind) => kind !== "OTHER").sort());
  });

  it("names own rules that look at the paper", () => {
    const strangers = MATERIAL_MATRIX.flatMap(({ kinds, ownRules }) =>
      ownRules.flatMap((id) => {
        const rule = ruleOf(id);
        const looks = rule?.fields.some((field) => kinds.some((kind) => field === `materials[kind=${kind}]`));
        return rule === null || looks || ["R-020", "R-125", "R-143"].includes(id) ? [] : [id];
      }),
    );
    expect(strangers).toEqual([]);
  });

  it.each([
    ["ENTITY_CERTIFICATE", "FIRST_FILING", "unit", "R"],
    ["ENTITY_CERTIFICATE", "FIRST_FILING", "individual", "-"],
    ["ENTITY_CERTIFICATE", "CHANGE_ENTITY", "unit", "I"],
    ["ERP_ID_BACK", "CLAIM", "individual", "R"],
    ["SRP_ID_FRONT", "CLAIM", "unit", "-"],
    ["LIVENESS_PHOTO", "CHANGE_SERVICE", "unit", "R"],
    ["CONSTRUCTION_PLAN", "ADD_ACCESS/OURS", "unit", "-"],
    ["NAME_CHANGE_PROOF", "ADD_ACCESS/OTHER", "unit", "C"],
    ["FORCED_CANCEL_EVIDENCE", "CANCEL_ACCESS/FORCED", "unit", "R"],
    ["FORCED_CANCEL_EVIDENCE", "CANCEL_ACCESS/VOLUNTARY", "unit", "-"],
    ["CUSTOMER_CONFIRMATION", "CANCEL_ACCESS/VOLUNTARY", "unit", "C"],
    ["CUSTOMER_CONFIRMATION", "CANCEL_ACCESS/FORCED", "unit", "-"],
    ["ERP_ID_FRONT", "TRANSFER", "unit", "-"],
  ] as const)("%s at %s of a %s: %s", (material, code, side, expected) => {
    expect(cell(material, code, side)).toBe(expected);
  });
});
