import type { VerdictOutcome } from "#shared/domain/review/verdict";
import { createStore } from "./store";
import type { OrderView } from "./trpc";

/** The last verdict, while nothing of it has left the house and it can be taken back (T53). */
export interface UndoWindow {
  orderNo: string;
  outcome: VerdictOutcome;
  /** What was typed: it comes back with the order. */
  draft: OrderView["draft"];
  /** Server time. */
  untilMs: number;
}

export const undoWindow = createStore<UndoWindow | null>(null);
