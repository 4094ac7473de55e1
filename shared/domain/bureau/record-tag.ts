import type { FilingKind, FilingType } from "#shared/domain/filing/filing-type";

/** Upload tag, kind of removal (`zxlb`, only with ZXBA) and operation code of one record (domain.md §11.1). */
export interface RecordTag {
  readonly tag: "XZBA" | "XZWZ" | "XZJR" | "BGBA" | "ZXBA";
  /** 0 entity, 1 service, 2 access. */
  readonly zxlb?: 0 | 1 | 2;
  readonly czlx: 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

type PushedType = Exclude<FilingType, "CLAIM" | "TRANSFER">;

/** How each filing type that goes to the bureau is announced there (V3.0 §3, domain.md §11.1). */
export const RECORD_TAGS: Readonly<Record<PushedType, RecordTag>> = {
  FIRST_FILING: { tag: "XZBA", czlx: 1 },
  ADD_SERVICE: { tag: "XZWZ", czlx: 2 },
  ADD_ACCESS: { tag: "XZJR", czlx: 3 },
  CHANGE_ENTITY: { tag: "BGBA", czlx: 4 },
  CHANGE_SERVICE: { tag: "BGBA", czlx: 4 },
  CHANGE_BOTH: { tag: "BGBA", czlx: 4 },
  CANCEL_ACCESS: { tag: "ZXBA", zxlb: 2, czlx: 5 },
  DEREGISTER_ENTITY: { tag: "ZXBA", zxlb: 0, czlx: 6 },
  DEREGISTER_SERVICE: { tag: "ZXBA", zxlb: 1, czlx: 7 },
};

/** The tag under which an order of this kind is uploaded; null for CLAIM and TRANSFER, which end with us. */
export function recordTagOf(kind: FilingKind): RecordTag | null {
  if (kind.type === "CLAIM" || kind.type === "TRANSFER") return null;
  return RECORD_TAGS[kind.type];
}
