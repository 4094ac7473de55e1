import { SMS_RULES } from "#shared/contract/bureau-v1";
import { wholeBelow } from "./chance";
import { type Change, enter, type Outcome } from "./outcome";
import type { Recipient, SubmissionRow } from "./rows";

/** The end of the 24 hours; a resend does not move it. Only asked once the codes are out. */
export function deadlineOf(row: SubmissionRow): number {
  return (row.sentAtMs ?? row.stepAtMs) + SMS_RULES.validMs;
}

export function attemptsLeft(recipient: Recipient): number {
  return Math.max(0, SMS_RULES.wrongInputs - recipient.wrong);
}

export function resendsLeft(recipient: Recipient): number {
  return Math.max(0, SMS_RULES.resends - recipient.resends);
}

/** The first codes of a submission, one for each recipient. */
export function sendCodes(row: SubmissionRow, seed: string, atMs: number): Change {
  const recipients = row.recipients.map((recipient) => ({
    ...recipient,
    code: codeFor(seed, row.key, recipient),
  }));
  const sent = { ...row, recipients, sentAtMs: atMs };
  return { row: sent, outcomes: recipients.map((recipient) => report(sent, recipient, "SENT")) };
}

/** A new code for one recipient; the caller has seen that a resend is left. */
export function resendCode(row: SubmissionRow, index: number, seed: string): Change {
  return change(row, index, "SENT", (before) => {
    const recipient = { ...before, resends: before.resends + 1 };
    return { ...recipient, code: codeFor(seed, row.key, recipient) };
  });
}

/** A right input: verifies this recipient and, with the last one, sends the submission into review. */
export function inputRight(row: SubmissionRow, index: number, atMs: number): Change {
  const verified = change(row, index, "VERIFIED", (before) => ({ ...before, wrong: 0, verified: true }));
  if (verified.row.recipients.some((recipient) => !recipient.verified)) return verified;
  const all: Outcome = { kind: "SMS", event: "ALL_VERIFIED" };
  return { row: enter(verified.row, "IN_REVIEW", atMs), outcomes: [...verified.outcomes, all] };
}

/** A wrong input, or any input after five wrong ones in a row, which returns the submission (seed §14). */
export function inputWrong(row: SubmissionRow, index: number, atMs: number): Change {
  const recipient = row.recipients[index];
  if (recipient !== undefined && isExhausted(recipient)) {
    return { row: enter(row, "SMS_FAILED", atMs), outcomes: [report(row, recipient, "LOCKED")] };
  }
  return change(row, index, "WRONG_INPUT", (before) => ({ ...before, wrong: before.wrong + 1 }));
}

/** Whether the next input is the sixth, which fails whatever it is. */
export function isExhausted(recipient: Recipient): boolean {
  return recipient.wrong >= SMS_RULES.wrongInputs;
}

function change(
  row: SubmissionRow,
  index: number,
  event: "SENT" | "WRONG_INPUT" | "VERIFIED",
  edit: (recipient: Recipient) => Recipient,
): Change {
  const recipients = row.recipients.map((recipient, at) => (at === index ? edit(recipient) : recipient));
  const changed = recipients[index];
  const next = { ...row, recipients };
  return { row: next, outcomes: changed === undefined ? [] : [report(next, changed, event)] };
}

function report(
  row: SubmissionRow,
  recipient: Recipient,
  event: "SENT" | "WRONG_INPUT" | "VERIFIED" | "LOCKED",
): Outcome {
  return {
    kind: "SMS",
    event,
    role: recipient.role,
    deadlineMs: deadlineOf(row),
    attemptsLeft: attemptsLeft(recipient),
    resendsLeft: resendsLeft(recipient),
  };
}

function codeFor(seed: string, key: string, recipient: Recipient): string {
  const number = wholeBelow(10 ** SMS_RULES.codeDigits, seed, key, recipient.phone, recipient.resends);
  return String(number).padStart(SMS_RULES.codeDigits, "0");
}
