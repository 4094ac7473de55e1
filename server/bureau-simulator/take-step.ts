import {
  describeJgdm,
  JGDM_APPROVED,
  JGDM_DOMAIN_FILED,
  JGDM_REFUSED,
  JGDM_SPONSOR_CONFLICT,
} from "#shared/contract/bureau-codes";
import { approve } from "./approve";
import type { Bureau } from "./bureau";
import { even, wholeBelow } from "./chance";
import { fateOf } from "./control";
import type { Step } from "./next-step";
import { type Change, enter, type Outcome } from "./outcome";
import type { SubmissionRow } from "./rows";
import { saveChange } from "./save-change";
import { inputRight, inputWrong, sendCodes } from "./sms-input";

/**
 * Lets everything happen that was due by now, in the order of the due times, whatever the time since the last
 * call: the outcome is the same as if the bureau had never slept. Returns the bureau's time.
 */
export function catchUp(bureau: Bureau): number {
  const nowMs = bureau.clock.now();
  const anchor = bureau.clock.anchorToKeep();
  if (anchor !== null) bureau.state.clocks.set("current", anchor);
  for (;;) {
    const row = bureau.submissions.popDue(nowMs);
    const step = row === null ? null : bureau.nextStep(row);
    if (row === null || step === null) return nowMs;
    saveChange(bureau, takeStep(bureau, row, step), step.atMs);
  }
}

function takeStep(bureau: Bureau, row: SubmissionRow, step: Step): Change {
  switch (step.what) {
    case "CHECK_RECORD":
      return checkRecord(bureau, row, step.atMs);
    case "CHECK_DOMAINS":
      return checkDomains(bureau, row, step.atMs);
    case "SEND_CODES":
      return sendCodes(row, bureau.control().seed, step.atMs);
    case "ANSWER_RIGHT":
      return inputRight(row, step.recipient, step.atMs);
    case "ANSWER_WRONG":
      return inputWrong(row, step.recipient, step.atMs);
    case "TIME_OUT": {
      const outcome: Outcome = { kind: "SMS", event: "TIMED_OUT" };
      return { row: enter(row, "SMS_FAILED", step.atMs), outcomes: [outcome] };
    }
    case "DECIDE":
      return decide(bureau, row, step.atMs);
  }
}

const ACCIDENTAL_RECORD_ERRORS = [1003, 1005, 1008, 1015, 1063, 5001];

function checkRecord(bureau: Bureau, row: SubmissionRow, atMs: number): Change {
  const { seed, failures } = bureau.control();
  const fate = fateOf(bureau.control(), row.key);
  const accident = !fate.forced && even(seed, row.key, "record-error") < failures.recordError;
  const which = wholeBelow(ACCIDENTAL_RECORD_ERRORS.length, seed, row.key, "record-error-code");
  const jgdm =
    fate.recordError ?? registryConflict(bureau, row) ?? (accident ? ACCIDENTAL_RECORD_ERRORS[which] : null);
  if (jgdm !== null && jgdm !== undefined) return recordError(row, jgdm, atMs);
  if (row.czlx === 5) return { row: enter(row, "IN_REVIEW", atMs), outcomes: [] };
  if (row.czlx >= 6) return { row: enter(row, afterDomainCheck(row), atMs), outcomes: [] };
  return { row: enter(row, "DOMAIN_CHECK", atMs), outcomes: [] };
}

/** An end in RECORD_ERROR with its code and the code's meaning. */
export function recordError(row: SubmissionRow, jgdm: number, atMs: number): Change {
  const outcome: Outcome = { kind: "RECORD_ERROR", jgdm, text: describeJgdm(jgdm).zh };
  return { row: enter(row, "RECORD_ERROR", atMs), outcomes: [outcome] };
}

/** What is filed cannot be filed again; an APP may use a domain that a website has filed. */
function registryConflict(bureau: Bureau, row: SubmissionRow): number | null {
  if (!bureau.control().registryChecks || row.czlx > 2) return null;
  if (row.czlx === 1 && bureau.registry.find(row.certDigest)?.filed) return JGDM_SPONSOR_CONFLICT;
  const websites = row.services.filter((service) => service.kind === "WEBSITE");
  const filed = websites.some((site) => site.domains.some((domain) => bureau.registry.holderOf(domain)));
  return filed ? JGDM_DOMAIN_FILED : null;
}

const DOMAIN_FAULTS = ["域名不存在", "域名已过期", "域名无真实有效的实名信息"];

function checkDomains(bureau: Bureau, row: SubmissionRow, atMs: number): Change {
  const { seed, failures } = bureau.control();
  const fate = fateOf(bureau.control(), row.key);
  const accident = !fate.forced && even(seed, row.key, "domain-fail") < failures.domainFail;
  if (!fate.domainFails && !accident) {
    const passed: Outcome = { kind: "DOMAIN_CHECK", passed: true };
    return { row: enter(row, afterDomainCheck(row), atMs), outcomes: [passed] };
  }
  const reason = DOMAIN_FAULTS[wholeBelow(DOMAIN_FAULTS.length, seed, row.key, "domain-fault")] ?? "";
  const failed: Outcome = { kind: "DOMAIN_CHECK", passed: false, reason };
  return { row: enter(row, "DOMAIN_FAILED", atMs), outcomes: [failed] };
}

function afterDomainCheck(row: SubmissionRow): "SMS_PENDING" | "IN_REVIEW" {
  return row.recipients.length > 0 ? "SMS_PENDING" : "IN_REVIEW";
}

const REFUSALS = [
  "网站名称与主办单位无关联，请修改后重新提交。",
  "网站内容与备案信息不一致，请核实后重新提交。",
  "负责人联系方式无法接通，请核实后重新提交。",
];

function decide(bureau: Bureau, row: SubmissionRow, atMs: number): Change {
  const { seed, failures } = bureau.control();
  const fate = fateOf(bureau.control(), row.key);
  const accident = !fate.forced && even(seed, row.key, "refuse") < failures.refuse;
  if (fate.refused || accident) {
    const opinion = REFUSALS[wholeBelow(REFUSALS.length, seed, row.key, "refusal")] ?? "";
    const refused: Outcome = { kind: "REVIEW", approved: false, jgdm: JGDM_REFUSED, opinion };
    return { row: enter(row, "REFUSED", atMs), outcomes: [refused] };
  }
  const numbers = approve(bureau.registry, row, bureau.provider, seed, atMs);
  const approved: Outcome = { kind: "REVIEW", approved: true, jgdm: JGDM_APPROVED, ...numbers };
  return { row: enter(row, "APPROVED", atMs), outcomes: [approved] };
}
