import { useCallback } from "react";
import { useShortcut } from "../../../lib/shortcuts";
import { fieldsOf } from "../model/sections-of";
import { useWorkbench } from "../workbench-context";
import { fieldElement, sectionElement } from "./field-elements";
import { useMarking } from "./use-marking";

const SECTION_KEYS = "1,2,3,4,5,6,7,8,9";

/** The keys of the field list: walk with the arrows, mark with F, jump to a section by its number. */
export function useFieldKeys(onMove: () => void): void {
  const { sections, current, choose, editable } = useWorkbench();
  const { toggle } = useMarking();
  const step = useCallback(
    (by: 1 | -1) => {
      const fields = sections.flatMap(fieldsOf);
      const at = current ? fields.findIndex((field) => field.path === current.path) : -1;
      const next = fields[Math.max(0, Math.min(fields.length - 1, at + by))];
      if (!next) return;
      onMove();
      choose(next);
      fieldElement(next.path)?.scrollIntoView({ block: "nearest" });
    },
    [sections, current, choose, onMove],
  );
  useShortcut(
    { keys: "down", label: "workbench:keys.nextField", group: "order" },
    useCallback(() => step(1), [step]),
  );
  useShortcut(
    { keys: "up", label: "workbench:keys.previousField", group: "order" },
    useCallback(() => step(-1), [step]),
  );
  useShortcut(
    { keys: "f", label: "workbench:keys.mark", group: "verdict" },
    useCallback(() => current && toggle(current), [current, toggle]),
    editable && current?.flaggable === true,
  );
  useShortcut(
    { keys: SECTION_KEYS, label: "workbench:keys.section", group: "order" },
    useCallback(
      (event: KeyboardEvent) => {
        const section = sections[Number(event.key) - 1];
        if (!section) return;
        onMove();
        sectionElement(section.id)?.scrollIntoView({ block: "start" });
        choose(fieldsOf(section)[0] ?? null);
      },
      [sections, choose, onMove],
    ),
  );
}
