import type { BureauControl } from "#shared/contract/bureau-control";
import type { Step } from "./next-step";
import type { Registry } from "./registry";
import type { ResultBox } from "./result-box";
import type { SubmissionRow } from "./rows";
import type { State } from "./state";
import type { Submissions } from "./submissions";
import type { VirtualClock } from "./virtual-clock";

/** The simulated bureau as its parts see it. All parts work synchronously between two reads of the clock. */
export interface Bureau {
  readonly state: State;
  readonly clock: VirtualClock;
  readonly submissions: Submissions;
  readonly results: ResultBox;
  readonly registry: Registry;
  readonly control: () => BureauControl;
  /** What comes next for a submission under the settings in force. */
  readonly nextStep: (row: SubmissionRow) => Step | null;
  /** Our name in the registry. */
  readonly provider: string;
}
