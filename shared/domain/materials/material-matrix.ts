import type { CancelOrigin, FilingKind } from "../filing/filing-type";
import type { MaterialKind } from "../filing/materials";
import type { Text } from "../rules/rule";

/**
 * The materials matrix (domain.md ch. 6): which paper belongs to which filing type and nature, and on what it depends.
 * The rows are data. Employment and trademark proof are codes without a row there; theirs follow.
 */

/** Columns of filing types, in the order of `MatrixRow.types`. */
export const MATRIX_COLUMNS = [
  "FIRST_FILING",
  "ADD_ACCESS",
  "ADD_SERVICE",
  "CHANGE",
  "CANCEL",
  "DEREGISTER",
  "CLAIM",
] as const;
export type MatrixColumn = (typeof MATRIX_COLUMNS)[number];

/**
 * R required; I required if what it proves changes; C conditional; P as the province asks; A accepted without being
 * asked for (contracts.md §2 lets a claim bring the certificate); - not used.
 */
export type Cell = "R" | "I" | "C" | "P" | "A" | "-";

export interface MatrixRow {
  readonly kinds: readonly MaterialKind[];
  /** One cell per column, as in `MATRIX_COLUMNS`. */
  readonly types: string;
  /** What the nature columns say: the row speaks about units, individuals, or both. */
  readonly natures: "BOTH" | "UNIT";
  /** One paper for the order, or one for each service. */
  readonly per: "ORDER" | "SERVICE";
  readonly appOnly?: true;
  readonly cancelOrigin?: CancelOrigin;
  /** Rules that report the missing paper in place of R-081. */
  readonly ownRules: readonly string[];
  /** When the paper is needed. */
  readonly reason: Text;
  readonly source: string;
}

/** The column that speaks about a filing; null for a transfer, which takes no papers. */
export function matrixColumn({ type }: FilingKind): MatrixColumn | null {
  switch (type) {
    case "FIRST_FILING":
    case "ADD_ACCESS":
    case "ADD_SERVICE":
    case "CLAIM":
      return type;
    case "CHANGE_ENTITY":
    case "CHANGE_SERVICE":
    case "CHANGE_BOTH":
      return "CHANGE";
    case "CANCEL_ACCESS":
      return "CANCEL";
    case "DEREGISTER_ENTITY":
    case "DEREGISTER_SERVICE":
      return "DEREGISTER";
    case "TRANSFER":
      return null;
  }
}

/** What the row says about a filing of this kind by an entity of this side. */
export function matrixCell(row: MatrixRow, kind: FilingKind, side: "unit" | "individual"): Cell {
  const column = matrixColumn(kind);
  if (column === null || (row.natures === "UNIT" && side === "individual")) return "-";
  if (column === "CANCEL" && row.cancelOrigin !== undefined && row.cancelOrigin !== kind.origin) return "-";
  const letter = row.types.charAt(MATRIX_COLUMNS.indexOf(column));
  return CELLS.find((cell) => cell === letter) ?? "-";
}

const CELLS: readonly Cell[] = ["R", "I", "C", "P", "A", "-"];
