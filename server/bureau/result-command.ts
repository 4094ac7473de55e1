import type { BureauResult } from "#shared/contract/bureau-result";
import { SMS_RULES } from "#shared/contract/bureau-v1";
import type { Command } from "#shared/domain/order/command";

/** What a result of the bureau means for the order it belongs to. */
export function commandOf(result: BureauResult, submissionNo: number): Command {
  switch (result.kind) {
    case "RECORD_ERROR":
      return { type: "recordRejected", submissionNo, jgdm: result.jgdm, text: result.text };
    case "DOMAIN_CHECK":
      return result.passed
        ? { type: "domainCheckPassed", submissionNo }
        : { type: "domainCheckFailed", submissionNo, reason: result.reason ?? "" };
    case "SMS":
      return smsCommand(result, submissionNo);
    case "REVIEW": {
      if (!result.approved) return { type: "bureauRejected", submissionNo, opinion: result.opinion ?? "" };
      const services = [...(result.services ?? [])].sort((a, b) => a.index - b.index);
      return {
        type: "bureauApproved",
        submissionNo,
        numbers: {
          entity: result.entityFilingNumber ?? null,
          services: services.map((service) => service.serviceFilingNumber),
        },
      };
    }
  }
}

function smsCommand(result: Extract<BureauResult, { kind: "SMS" }>, submissionNo: number): Command {
  const role = result.role ?? "";
  const attemptsLeft = result.attemptsLeft ?? null;
  switch (result.event) {
    case "SENT": {
      const resendsLeft = result.resendsLeft ?? SMS_RULES.resends;
      if (resendsLeft < SMS_RULES.resends) return { type: "resend", submissionNo, role, resendsLeft };
      return {
        type: "codeSent",
        submissionNo,
        role,
        deadlineMs: result.deadlineMs ?? result.atMs + SMS_RULES.validMs,
      };
    }
    case "WRONG_INPUT":
      return { type: "verify", submissionNo, result: "WRONG", role, attemptsLeft };
    case "VERIFIED":
      return { type: "verify", submissionNo, result: "ONE", role, attemptsLeft };
    case "ALL_VERIFIED":
      return { type: "verify", submissionNo, result: "ALL", role, attemptsLeft };
    case "LOCKED":
      return { type: "verify", submissionNo, result: "LOCKED", role, attemptsLeft: 0 };
    case "TIMED_OUT":
      return { type: "timeout", submissionNo };
  }
}
