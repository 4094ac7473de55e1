import type { Draft } from "../draft";
import type { Paper } from "../papers";
import type { OrderShape } from "../shape";

/** A finding that a planted defect must cause, no more and no less. */
export interface DemoFinding {
  readonly ruleId: string;
  readonly fieldPath: string;
}

/** As `DemoFinding`; places among the materials are known only when all defects are planted. */
export interface Planted {
  readonly ruleId: string;
  readonly fieldPath: string | (() => string);
}

/**
 * One fault that applicants commit. It works on a clean draft and answers everything that follows from it; where
 * the draft turns out not to suit, it changes nothing and answers nothing.
 */
export interface Defect {
  readonly id: string;
  /** Parts it changes or relies on; two defects that share one are never planted together. */
  readonly touches: readonly string[];
  /** Wanted more often than chance gives it, because few orders suit. */
  readonly rare?: true;
  readonly suits: (shape: OrderShape) => boolean;
  /** Bends what the order is about before it is built. */
  readonly bend?: (shape: OrderShape) => void;
  /** The bent order is a good one once the fault is mended: mending does not bend it back. */
  readonly bendStays?: true;
  readonly plant: (draft: Draft) => readonly Planted[];
}

export function found(ruleId: string, fieldPath: Planted["fieldPath"]): Planted {
  return { ruleId, fieldPath };
}

/** Takes a paper away; the finding names the materials as a whole. */
export function withoutPaper(
  draft: Draft,
  ruleId: string,
  kind: Paper["kind"],
  index: number | null = null,
): Planted[] {
  const at = draft.papers.findIndex((paper) => paper.kind === kind && paper.serviceIndex === index);
  if (at < 0) return [];
  draft.papers.splice(at, 1);
  return [found(ruleId, "materials")];
}

/** Path of a paper's file among the materials, whatever is added or taken away later. */
export function pathOfPaper(draft: Draft, paper: Paper): () => string {
  return () => `materials[${draft.papers.indexOf(paper)}].sha256`;
}

export function paperOf(draft: Draft, kind: Paper["kind"]): Paper | undefined {
  return draft.papers.find((paper) => paper.kind === kind);
}

type Type = OrderShape["kind"]["type"];

export function typeIn(...types: readonly Type[]): (shape: OrderShape) => boolean {
  return (shape) => types.includes(shape.kind.type);
}

export function both(...tests: readonly ((shape: OrderShape) => boolean)[]): (shape: OrderShape) => boolean {
  return (shape) => tests.every((test) => test(shape));
}

export const isUnit = (shape: OrderShape): boolean => shape.nature !== "INDIVIDUAL";
export const isPerson = (shape: OrderShape): boolean => shape.nature === "INDIVIDUAL";
export const isCompany = (shape: OrderShape): boolean =>
  shape.nature === "ENTERPRISE" || shape.nature === "SOLE_TRADER";
export const isPublicBody = (shape: OrderShape): boolean =>
  shape.nature === "GOVERNMENT" || shape.nature === "INSTITUTION";
export const startsWithWebsite = (shape: OrderShape): boolean => shape.serviceKinds[0] === "WEBSITE";
export const startsWithApp = (shape: OrderShape): boolean => shape.serviceKinds[0] === "APP";
export const hasOneService = (shape: OrderShape): boolean => shape.serviceKinds.length === 1;
export const hasOwnSrp = (shape: OrderShape): boolean => !shape.sameAsEntity;
export const isMainlander = (shape: OrderShape): boolean => shape.foreignDocument === null;

export function inProvince(...ids: readonly string[]): (shape: OrderShape) => boolean {
  return ({ province }) => ids.includes(province.id);
}

export function outside(...ids: readonly string[]): (shape: OrderShape) => boolean {
  return ({ province }) => !ids.includes(province.id);
}

/** Types with the full form: services or entity, liveness, papers. */
export const isFull = typeIn(
  "FIRST_FILING",
  "ADD_ACCESS",
  "ADD_SERVICE",
  "CHANGE_ENTITY",
  "CHANGE_SERVICE",
  "CHANGE_BOTH",
);
/** Types whose entity data are judged. */
export const filesEntity = typeIn(
  "FIRST_FILING",
  "ADD_ACCESS",
  "ADD_SERVICE",
  "CHANGE_ENTITY",
  "CHANGE_BOTH",
);
/** Of those, the ones in which entity data may differ from the filed record. */
export const editsEntity = typeIn("FIRST_FILING", "CHANGE_ENTITY", "CHANGE_BOTH");
/** Types whose ERP contacts may differ from the filed record. */
export const editsContacts = typeIn("FIRST_FILING", "CHANGE_BOTH");
/** Types whose services are judged. */
export const filesServices = typeIn(
  "FIRST_FILING",
  "ADD_ACCESS",
  "ADD_SERVICE",
  "CHANGE_SERVICE",
  "CHANGE_BOTH",
);
/** Types that bring services nobody has filed. */
export const opensServices = typeIn("FIRST_FILING", "ADD_SERVICE");
/** Types whose service data may differ from any filed record. */
export const editsServices = typeIn("FIRST_FILING", "ADD_SERVICE", "CHANGE_SERVICE", "CHANGE_BOTH");
