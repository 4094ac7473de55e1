import { useMemo } from "react";
import { useWorkbench } from "../workbench-context";
import { type ChecklistItem, checklistOf, openItems } from "./checklist";

/** The points of the order on the table that only a person can tell, and how many wait for an answer. */
export function useChecklist(): { items: readonly ChecklistItem[]; open: number } {
  const { order, draft } = useWorkbench();
  const { questions, findings } = order;
  const items = useMemo(() => checklistOf(questions, findings), [questions, findings]);
  return { items, open: openItems(items, draft.checked).length };
}
