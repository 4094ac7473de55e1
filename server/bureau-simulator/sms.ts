import type { ControlSmsCode } from "#shared/contract/bureau-control";
import type { Bureau } from "./bureau";
import type { Recipient, SubmissionRow } from "./rows";
import { saveChange } from "./save-change";
import {
  attemptsLeft,
  deadlineOf,
  inputRight,
  inputWrong,
  isExhausted,
  resendCode,
  resendsLeft,
} from "./sms-input";

/** A code that was sent to a phone and has not been answered. */
interface OpenCode {
  readonly row: SubmissionRow;
  readonly index: number;
  readonly recipient: Recipient;
}

/**
 * What a person types on the ministry's page. A right triple verifies that one code; a wrong one counts for every
 * open code of the phone; whatever comes after five wrong ones in a row returns the submission (seed §14).
 */
export function verifySms(
  bureau: Bureau,
  input: { phone: string; code: string; idTail: string },
  nowMs: number,
): { verified: boolean; attemptsLeft: number } {
  const open = openCodes(bureau, input.phone);
  const match = open.find(
    ({ recipient }) => fits(recipient, input.idTail) && recipient.code === input.code.trim(),
  );
  if (match !== undefined && !isExhausted(match.recipient)) {
    saveChange(bureau, inputRight(match.row, match.index, nowMs), nowMs);
    return { verified: true, attemptsLeft: attemptsLeft({ ...match.recipient, wrong: 0 }) };
  }
  const counted = match === undefined ? open : [match];
  for (const { row, index } of counted) saveChange(bureau, inputWrong(row, index, nowMs), nowMs);
  const left = counted.map(({ recipient }) => attemptsLeft({ ...recipient, wrong: recipient.wrong + 1 }));
  return { verified: false, attemptsLeft: left.length === 0 ? 0 : Math.min(...left) };
}

/** New codes for a phone, at most two for each submission; the third asking sends nothing. The deadline stays. */
export function resendSms(
  bureau: Bureau,
  input: { phone: string; idTail: string },
  nowMs: number,
): { sent: boolean; resendsLeft: number } {
  const open = openCodes(bureau, input.phone).filter(
    ({ recipient }) => fits(recipient, input.idTail) && resendsLeft(recipient) > 0,
  );
  const { seed } = bureau.control();
  for (const { row, index } of open) saveChange(bureau, resendCode(row, index, seed), nowMs);
  const left = open.map(({ recipient }) => resendsLeft(recipient) - 1);
  return { sent: open.length > 0, resendsLeft: left.length === 0 ? 0 : Math.min(...left) };
}

const MOST_LISTED = 500;

/** The codes of all submissions that wait for them, newest first: what would be on people's phones. */
export function listSms(bureau: Bureau): ControlSmsCode[] {
  const codes = bureau.submissions.withCodes().flatMap((row) =>
    row.recipients.map((recipient) => ({
      submissionKey: row.key,
      role: recipient.role,
      phone: recipient.phone,
      idTail: recipient.idTail,
      code: recipient.code,
      sentAtMs: row.sentAtMs ?? row.stepAtMs,
      deadlineMs: deadlineOf(row),
      verified: recipient.verified,
      attemptsLeft: attemptsLeft(recipient),
      resendsLeft: resendsLeft(recipient),
    })),
  );
  return codes.sort((a, b) => b.sentAtMs - a.sentAtMs).slice(0, MOST_LISTED);
}

function openCodes(bureau: Bureau, phone: string): OpenCode[] {
  const wanted = phone.trim();
  return bureau.submissions.waitingFor(wanted).flatMap((row) => {
    const index = row.recipients.findIndex((recipient) => recipient.phone === wanted && !recipient.verified);
    const recipient = row.recipients[index];
    return recipient === undefined ? [] : [{ row, index, recipient }];
  });
}

function fits(recipient: Recipient, idTail: string): boolean {
  return recipient.idTail.toUpperCase() === idTail.trim().toUpperCase();
}
