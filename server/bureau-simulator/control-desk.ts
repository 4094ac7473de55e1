import type { BureauControl, ControlPatch } from "#shared/contract/bureau-control";
import { addChanges, type ControlDefaults, controlOf } from "./control";
import { nextStep, type Step } from "./next-step";
import type { ControlRow, SubmissionRow } from "./rows";
import type { Table } from "./table";

/** The settings in force and their changes at run time, which outlive the process. */
export interface ControlDesk {
  control(): BureauControl;
  /** Virtual time of the last change. */
  sinceMs(): number;
  change(patch: ControlPatch, nowMs: number): void;
  /** The next step under these settings. A change never makes something happen before the change itself. */
  nextStep(row: SubmissionRow): Step | null;
}

const KEY = "current";

export function createControlDesk(defaults: ControlDefaults, table: Table<ControlRow>): ControlDesk {
  let current = table.get(KEY) ?? { sinceMs: 0, changes: {} };
  let control = controlOf(defaults, current.changes);
  return {
    control: () => control,
    sinceMs: () => current.sinceMs,
    change(patch, nowMs) {
      current = { sinceMs: nowMs, changes: addChanges(current.changes, patch) };
      control = controlOf(defaults, current.changes);
      table.set(KEY, current);
    },
    nextStep(row) {
      const step = nextStep(row, control);
      return step === null ? null : { ...step, atMs: Math.max(step.atMs, current.sinceMs) };
    },
  };
}
