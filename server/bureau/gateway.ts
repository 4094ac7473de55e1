import type { BureauRecord } from "#shared/contract/bureau-record";
import type { BureauResultFile } from "#shared/contract/bureau-result";
import type { BureauSubmissionState } from "#shared/contract/bureau-v1";

/** Why nobody knows whether the bureau processed a request. */
export type UnknownCause = "UNREACHABLE" | "TIMEOUT" | "BAD_STATUS" | "BAD_BODY" | "TOO_LARGE";

/**
 * What came of one call. ANSWERED: HTTP 200 with a `msgCode`. DENIED: HTTP 401, definitely not processed. UNKNOWN:
 * anything else; the call may or may not have been processed, or may still arrive (contracts.md §4).
 */
export type CallOutcome<T> =
  | {
      readonly kind: "ANSWERED";
      readonly msgCode: number;
      readonly msg: string;
      readonly bureauTimeMs: number;
      readonly missing: number | null;
      readonly value: T | null;
    }
  | { readonly kind: "DENIED" }
  | { readonly kind: "UNKNOWN"; readonly cause: UnknownCause; readonly retryAfterMs: number | null };

export interface Batch {
  readonly provinceCode: string;
  readonly dataSequence: number;
  readonly records: readonly BureauRecord[];
}

/** The bureau as the product sees it. One HTTP adapter exists; a real bureau would be one more file beside it. */
export interface BureauGateway {
  submit(batch: Batch): Promise<CallOutcome<{ accepted: number }>>;
  lastSequence(provinceCode: string): Promise<CallOutcome<{ lastDataSequence: number }>>;
  /** At most 1,000 keys. */
  states(
    submissionKeys: readonly string[],
  ): Promise<CallOutcome<{ states: Record<string, BureauSubmissionState> }>>;
  /** At most `limit` files, and never more than `BUREAU_LIMITS.filesPerPoll`. */
  /** `unreadable` names the files that hold a result we cannot read; the readable ones are in `files` all the same. */
  results(
    provinceCode: string,
    limit: number,
  ): Promise<CallOutcome<{ files: BureauResultFile[]; unreadable: string[] }>>;
  acknowledge(fileName: string): Promise<CallOutcome<unknown>>;
  verifySms(
    phone: string,
    code: string,
    idTail: string,
  ): Promise<CallOutcome<{ verified: boolean; attemptsLeft: number }>>;
  resendSms(phone: string, idTail: string): Promise<CallOutcome<{ sent: boolean; resendsLeft: number }>>;
}
