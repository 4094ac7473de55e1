import type { Bureau } from "./bureau";
import { even } from "./chance";
import type { Change } from "./outcome";

/** Keeps a submission's next row and reports what happened; results are numbered within their submission. */
export function saveChange(bureau: Bureau, change: Change, atMs: number): void {
  const { row, outcomes } = change;
  const { seed, failures } = bureau.control();
  bureau.submissions.set({ ...row, results: row.results + outcomes.length });
  for (const [index, outcome] of outcomes.entries()) {
    const resultId = `${row.key}-${row.results + index + 1}`;
    const again = even(seed, resultId, "duplicate-result") < failures.duplicateResult;
    bureau.results.add(row.provinceCode, { ...outcome, resultId, submissionKey: row.key, atMs }, again);
  }
}
