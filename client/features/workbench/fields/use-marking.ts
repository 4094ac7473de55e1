import { useCallback } from "react";
import { createStore } from "../../../lib/store";
import type { Field } from "../model/section";
import { useWorkbench } from "../workbench-context";

/** Path of a field that was marked just now: its reason takes the cursor when it appears. */
export const justMarked = createStore<string | null>(null);

/** Marks a field as wrong, or takes an empty mark away again. */
export function useMarking() {
  const { changeDraft, choose } = useWorkbench();
  const toggle = useCallback(
    (field: Field) => {
      choose(field);
      justMarked.set(field.path);
      changeDraft({ type: "TOGGLE", fieldPath: field.path });
    },
    [changeDraft, choose],
  );
  return { toggle };
}
