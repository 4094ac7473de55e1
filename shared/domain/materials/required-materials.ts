import type { MaterialKind } from "../filing/materials";
import { natureSide, servicesAt } from "../rules/document-view";
import type { RuleInput } from "../rules/rule-input";
import { type MatrixRow, matrixCell } from "./material-matrix";
import { MATERIAL_MATRIX } from "./matrix-rows.data";
import { hasPaper } from "./paper-presence";
import { proofChanged } from "./proof-changes";
import { hasOwnRule, provinceDemand, provinceDemands } from "./province-materials";

/** A paper that the matrix or the province asks of this order without a rule of its own deciding about it. */
export interface RequiredPaper {
  readonly kind: MaterialKind;
  readonly serviceIndex: number | null;
  readonly present: boolean;
  /** False: nobody can tell whether it is needed, because there is no filed record to compare with. */
  readonly certain: boolean;
  /** The row that asks for it; null = the province does. */
  readonly row: MatrixRow | null;
  readonly source: string;
}

/** The required papers of this order (domain.md ch. 6, §7.X R-081), present and missing ones. */
export function requiredPapers(input: RuleInput): RequiredPaper[] {
  return [...MATERIAL_MATRIX.flatMap((row) => papersOfRow(input, row)), ...papersOfProvince(input)];
}

/**
 * Required papers that are missing and that no other rule reports: icons are R-125, and where a change takes the five
 * images those are R-090.
 */
export function missingRequiredPapers(input: RuleInput): RequiredPaper[] {
  const fiveImages = provinceDemand(input, "VERIFICATION_SHEET") !== null && input.province.id === "QH";
  return requiredPapers(input).filter(
    ({ kind, present }) => !present && kind !== "APP_ICON" && !(fiveImages && FIVE_IMAGES.includes(kind)),
  );
}

/** The five legacy attachments of a change (domain.md ch. 6, alias `FIVE_ATTACHMENTS`). */
export const FIVE_IMAGES: readonly MaterialKind[] = [
  "VERIFICATION_SHEET",
  "ENTITY_CERTIFICATE",
  "ERP_ID_FRONT",
  "SRP_ID_FRONT",
  "LIVENESS_PHOTO",
];

function papersOfRow(input: RuleInput, row: MatrixRow): RequiredPaper[] {
  const cell = matrixCell(row, input.kind, natureSide(input));
  if (cell !== "R" && cell !== "I") return [];
  return placesOf(input, row).flatMap((serviceIndex) =>
    row.kinds.flatMap((kind) => {
      const changed = cell === "R" ? true : proofChanged(input, kind, serviceIndex);
      if (changed === false) return [];
      const present = isPresent(input, kind, serviceIndex);
      return [{ kind, serviceIndex, present, certain: changed === true, row, source: row.source }];
    }),
  );
}

/** Where a paper of this row belongs: to the order as a whole, or to each of its services. */
function placesOf({ application, ...input }: RuleInput, row: MatrixRow): (number | null)[] {
  if (row.per === "ORDER") return [null];
  // A change of the entity carries no services; it takes the photo of one SRP.
  if (application.filingType === "CHANGE_ENTITY") return row.kinds.includes("LIVENESS_PHOTO") ? [null] : [];
  const services = servicesAt({ application, ...input }, row.appOnly === true ? "APP" : undefined);
  return services.map(({ index }) => index);
}

function isPresent(input: RuleInput, kind: MaterialKind, serviceIndex: number | null): boolean {
  const icon = kind === "APP_ICON" && serviceIndex !== null && input.application.services[serviceIndex]?.icon;
  return Boolean(icon) || hasPaper(input, kind, serviceIndex);
}

function papersOfProvince(input: RuleInput): RequiredPaper[] {
  return provinceDemands(input)
    .filter(({ kind }) => !hasOwnRule(input, kind))
    .map(({ kind, source }) => ({
      kind,
      serviceIndex: null,
      present: hasPaper(input, kind, null),
      certain: true,
      row: null,
      source,
    }));
}
