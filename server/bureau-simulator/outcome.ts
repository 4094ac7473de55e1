import type { BureauResult } from "#shared/contract/bureau-result";
import type { Recipient, SubmissionRow } from "./rows";

type Unnumbered<T> = T extends BureauResult ? Omit<T, "resultId" | "submissionKey" | "atMs"> : never;

/** A result before it has a number and a time. */
export type Outcome = Unnumbered<BureauResult>;

/** A submission's next row and what is reported about the change. */
export interface Change {
  readonly row: SubmissionRow;
  readonly outcomes: readonly Outcome[];
}

/** Moves a submission on. Phones and codes are forgotten with the step that needed them. */
export function enter(row: SubmissionRow, state: SubmissionRow["state"], atMs: number): SubmissionRow {
  const recipients: Recipient[] = state === "SMS_PENDING" || state === "DOMAIN_CHECK" ? row.recipients : [];
  return { ...row, state, stepAtMs: atMs, recipients };
}
