import { company } from "../base-orders";
import { without } from "../bends";
import { type Bend, type CorpusCase, cannotTell } from "../case";

const NO_RECORD = without("filedRecord");
const KEEPS_NAME = {
  where: ({ materials }: Parameters<Bend>[0]) => materials.every(({ kind }) => kind !== "NAME_CHANGE_PROOF"),
};
const ACCESS = [
  "R-005? entity.certNumber",
  "R-010? entity.name",
  "R-011? services[0].domains",
  "R-040? entity.name",
];

/** Nobody knows what is filed, or what the ministry's registry says: whatever compares with it cannot tell. */
export const NO_RECORD_CASES: readonly CorpusCase[] = [
  cannotTell("R-005", "no filed record", company("ADD_ACCESS/OTHER"), NO_RECORD, ACCESS),
  cannotTell("R-011", "no filed record", company("ADD_ACCESS/OURS"), NO_RECORD, ACCESS),
  cannotTell("R-010", "no filed record", company("ADD_SERVICE/OURS"), NO_RECORD, ["R-010? entity.name"]),
  cannotTell("R-013", "no filed record", company("CHANGE_BOTH", KEEPS_NAME), NO_RECORD, [
    "R-013? services[0].domains",
    "R-015? entity.region.provinceCode",
    "R-040? entity.name",
    "R-041? entity.certNumber",
  ]),
  cannotTell("R-014", "no filed record", company("CHANGE_ENTITY", KEEPS_NAME), NO_RECORD, [
    "R-014? filingType",
    "R-015? entity.region.provinceCode",
    "R-040? entity.name",
    "R-041? entity.certNumber",
  ]),
  cannotTell("R-015", "no filed record", company("CHANGE_SERVICE"), NO_RECORD, [
    "R-013? services[0].domains",
    "R-014? filingType",
    "R-015? entity.region.provinceCode",
  ]),
  cannotTell("R-004", "the ministry was not asked", company("ADD_SERVICE/OURS"), without("miitRegistry"), [
    "R-004? filingType",
    "R-006? entity.certNumber",
    "R-010? entity.name",
    "R-101? services[0].domains[0]",
  ]),
  cannotTell("R-003", "the ministry was not asked", company("FIRST_FILING"), without("miitRegistry"), [
    "R-003? filingType",
    "R-006? entity.certNumber",
    "R-007? entity.certNumber",
    "R-009? entity.certNumber",
    "R-101? services[0].domains[0]",
  ]),
];
