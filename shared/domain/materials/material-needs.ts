import type { MaterialKind } from "../filing/materials";
import { hasMaterial, natureSide } from "../rules/document-view";
import type { Text } from "../rules/rule";
import type { RuleInput } from "../rules/rule-input";
import { type MatrixRow, matrixCell } from "./material-matrix";
import { MATERIAL_MATRIX } from "./matrix-rows.data";
import { demandOf } from "./paper-demand";
import { FIVE_IMAGES, type RequiredPaper, requiredPapers } from "./required-materials";

/** A paper that this order needs (domain.md ch. 6). */
export interface MaterialNeed {
  readonly kind: MaterialKind;
  /** The service it belongs to; null = the order as a whole. */
  readonly serviceIndex: number | null;
  /** CONDITIONAL: needed because of something this order says or changes. */
  readonly need: "REQUIRED" | "CONDITIONAL";
  readonly state: "PRESENT" | "MISSING";
  readonly reason: Text;
  readonly source: string;
}

/** A paper that nobody asked this order for. */
export interface SuperfluousMaterial {
  readonly kind: MaterialKind;
  /** `materials[3]` */
  readonly path: string;
  readonly serviceIndex: number | null;
  readonly reason: Text;
}

const IF_CHANGED: Text = { zh: "相关信息有变更", en: "What it proves changes" };
const BY_PROVINCE: Text = { zh: "省份要求", en: "The province asks for it" };
const NOT_FOR_TYPE: Text = { zh: "该备案类型不需要", en: "Not used for this filing type" };
const NOT_FOR_NATURE: Text = { zh: "该主办单位性质不需要", en: "Not used for this nature of entity" };
const NO_SUCH_SERVICE: Text = { zh: "没有对应的服务", en: "Belongs to no service of the order" };

/**
 * What this order needs by filing type, nature, kinds of services and province, present or missing: the papers that
 * are always asked for, and those that a rule asks for on account of what the order says.
 */
export function materialNeeds(input: RuleInput): MaterialNeed[] {
  return [...requiredPapers(input).map((paper) => needOf(input, paper)), ...conditionalNeeds(input)];
}

function needOf(input: RuleInput, { kind, serviceIndex, present, row, source }: RequiredPaper): MaterialNeed {
  const state = present ? "PRESENT" : "MISSING";
  if (row === null) return { kind, serviceIndex, need: "REQUIRED", state, reason: BY_PROVINCE, source };
  const always = matrixCell(row, input.kind, natureSide(input)) === "R";
  return {
    kind,
    serviceIndex,
    need: always ? "REQUIRED" : "CONDITIONAL",
    state,
    reason: always ? row.reason : IF_CHANGED,
    source,
  };
}

function conditionalNeeds(input: RuleInput): MaterialNeed[] {
  return MATERIAL_MATRIX.flatMap((row) => {
    if (!isConditional(input, row)) return [];
    return row.kinds.flatMap((kind): MaterialNeed[] => {
      const { needed, met } = demandOf(input, row, kind);
      if (needed !== true) return [];
      const state = met ? "PRESENT" : "MISSING";
      return [
        { kind, serviceIndex: null, need: "CONDITIONAL", state, reason: row.reason, source: row.source },
      ];
    });
  });
}

function isConditional(input: RuleInput, row: MatrixRow): boolean {
  const cell = matrixCell(row, input.kind, natureSide(input));
  return cell === "C" || cell === "P";
}

/** The papers that nobody asked for. One whose need only a person can judge is never among them. */
export function superfluousMaterials(input: RuleInput): SuperfluousMaterial[] {
  const asked = new Set(materialNeeds(input).map(({ kind }) => kind));
  return input.application.materials.flatMap((material, place) => {
    const { kind } = material;
    const serviceIndex = material.serviceIndex ?? null;
    const reason = superfluousBecause(input, kind, serviceIndex, asked);
    return reason === null ? [] : [{ kind, path: `materials[${place}]`, serviceIndex, reason }];
  });
}

function superfluousBecause(
  input: RuleInput,
  kind: MaterialKind,
  serviceIndex: number | null,
  asked: ReadonlySet<MaterialKind>,
): Text | null {
  const { services, filingType } = input.application;
  const rows = MATERIAL_MATRIX.filter((row) => row.kinds.includes(kind));
  if (rows.length === 0) return null;
  // One of the five images of a change, an individual's ID as the certificate among them.
  if (asked.has("VERIFICATION_SHEET") && FIVE_IMAGES.includes(kind)) return null;
  if (!asked.has(kind)) {
    const unused = (side: "unit" | "individual") =>
      rows.every((row) => matrixCell(row, input.kind, side) === "-");
    if (unused("unit")) return NOT_FOR_TYPE;
    if (unused(natureSide(input))) return NOT_FOR_NATURE;
    const [row] = rows.filter((one) => isConditional(input, one));
    if (row !== undefined && hasMaterial(input, kind) && demandOf(input, row, kind).needed === false)
      return { zh: `本单未涉及：${row.reason.zh}`, en: `Not the case here: ${row.reason.en}` };
  }
  const perService = rows.some((row) => row.per === "SERVICE") && filingType !== "CHANGE_ENTITY";
  return perService && serviceIndex !== null && serviceIndex >= services.length ? NO_SUCH_SERVICE : null;
}
