import { createContext, useContext } from "react";
import type { Application } from "#shared/domain/filing/application";
import type { OrderView } from "../../lib/trpc";
import type { PlacedFindings } from "./findings/place-findings";
import type { Field, Section } from "./model/section";
import type { Draft, DraftAction } from "./verdict/draft";

/** What the middle of the workbench shows. */
export const VIEWS = ["CHANGES", "FIELDS", "CHECKLIST", "VERDICTS", "NOTES", "HISTORY"] as const;
export type View = (typeof VIEWS)[number];

/** What the parts of the workbench share about the order on the table. */
export interface Workbench {
  order: OrderView;
  /** The document as it may be shown now: masked, or in clear after a reveal. */
  document: Application;
  sections: readonly Section[];
  /** What the machine found wrong, at the fields and sections where the reader meets it. */
  placed: PlacedFindings;
  /** May set aside what only a lead may. */
  lead: boolean;
  /** The claim is live and ours. */
  mine: boolean;
  /** Marks and texts may be typed: ours now, or ours a moment ago. */
  editable: boolean;
  draft: Draft;
  changeDraft: (action: DraftAction) => void;
  /** The field the keyboard is at; null before the first choice. */
  current: Field | null;
  choose: (field: Field | null) => void;
  openView: (view: View) => void;
  /** Shows the fields and brings the place on the screen: its field, else its section. */
  jump: (path: string) => void;
  /** Ids of the sections whose end has been on the screen. */
  read: ReadonlySet<string>;
  markRead: (id: string) => void;
}

const WorkbenchContext = createContext<Workbench | null>(null);
export const WorkbenchProvider = WorkbenchContext.Provider;

export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (!workbench) throw new Error("useWorkbench outside the workbench");
  return workbench;
}
