import type { FilingKind } from "#shared/domain/filing/filing-type";

/** The sub-kinds in a hundred orders: 46 that bring something new, 54 that change or end what is filed (`domain.md` §12). */
export const KIND_MIX: readonly (readonly [FilingKind, number])[] = [
  [{ type: "FIRST_FILING", origin: null }, 24],
  [{ type: "ADD_ACCESS", origin: "OURS" }, 3],
  [{ type: "ADD_ACCESS", origin: "OTHER" }, 7],
  [{ type: "ADD_SERVICE", origin: "OURS" }, 8],
  [{ type: "ADD_SERVICE", origin: "OTHER" }, 4],
  [{ type: "CHANGE_ENTITY", origin: null }, 14],
  [{ type: "CHANGE_SERVICE", origin: null }, 16],
  [{ type: "CHANGE_BOTH", origin: null }, 14],
  [{ type: "CANCEL_ACCESS", origin: "VOLUNTARY" }, 3],
  [{ type: "CANCEL_ACCESS", origin: "FORCED" }, 1],
  [{ type: "DEREGISTER_ENTITY", origin: null }, 2],
  [{ type: "DEREGISTER_SERVICE", origin: null }, 2],
  [{ type: "CLAIM", origin: null }, 1],
  [{ type: "TRANSFER", origin: null }, 1],
];
