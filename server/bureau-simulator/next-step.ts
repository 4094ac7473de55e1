import type { BureauControl } from "#shared/contract/bureau-control";
import { SMS_RULES } from "#shared/contract/bureau-v1";
import { even, evenBetween, lognormal } from "./chance";
import { fateOf } from "./control";
import type { SubmissionRow } from "./rows";

/** What happens to a submission next by itself, and when on the bureau's clock. */
export type Step =
  | {
      readonly atMs: number;
      readonly what: "CHECK_RECORD" | "CHECK_DOMAINS" | "SEND_CODES" | "TIME_OUT" | "DECIDE";
    }
  | { readonly atMs: number; readonly what: "ANSWER_RIGHT" | "ANSWER_WRONG"; readonly recipient: number };

const BETWEEN_WRONG_INPUTS_MS = 60_000;
/** Applicants who answer at all do so before the deadline. */
const LATEST_ANSWER_MS = SMS_RULES.validMs - 3_600_000;

/** Derived from the row and the settings alone, so that changed delays also hold for what is under way. */
export function nextStep(row: SubmissionRow, control: BureauControl): Step | null {
  const { seed, delays } = control;
  switch (row.state) {
    case "RECEIVED": {
      const delay = evenBetween(
        delays.recordCheckMinMs,
        delays.recordCheckMaxMs,
        seed,
        row.key,
        "record-delay",
      );
      return { atMs: row.stepAtMs + delay, what: "CHECK_RECORD" };
    }
    case "DOMAIN_CHECK": {
      const delay = evenBetween(
        delays.domainCheckMinMs,
        delays.domainCheckMaxMs,
        seed,
        row.key,
        "domain-delay",
      );
      return { atMs: row.stepAtMs + delay, what: "CHECK_DOMAINS" };
    }
    case "SMS_PENDING":
      if (row.sentAtMs === null) return { atMs: row.stepAtMs + delays.smsSentAfterMs, what: "SEND_CODES" };
      return earliest(answers(row, row.sentAtMs, control), {
        atMs: row.sentAtMs + SMS_RULES.validMs,
        what: "TIME_OUT",
      });
    case "IN_REVIEW": {
      const delay = lognormal(delays.reviewMedianMs, seed, row.key, "review-delay");
      return { atMs: row.stepAtMs + delay, what: "DECIDE" };
    }
    default:
      return null;
  }
}

/** The inputs that the simulated applicants will make; where somebody gets locked, it is the first still asked. */
function answers(row: SubmissionRow, sentAtMs: number, control: BureauControl): Step[] {
  const behaviour = behaviourOf(row.key, control);
  if (behaviour === "SILENT") return [];
  const first = row.recipients.findIndex((recipient) => !recipient.verified);
  const steps: Step[] = [];
  for (const [index, recipient] of row.recipients.entries()) {
    if (recipient.verified) continue;
    const delay = lognormal(control.delays.smsAnswerMedianMs, control.seed, row.key, "answer-delay", index);
    const atMs = sentAtMs + Math.min(delay, LATEST_ANSWER_MS);
    if (behaviour === "ANSWERS") steps.push({ atMs, what: "ANSWER_RIGHT", recipient: index });
    else if (index === first) {
      const again = recipient.wrong * BETWEEN_WRONG_INPUTS_MS;
      steps.push({ atMs: atMs + again, what: "ANSWER_WRONG", recipient: index });
    }
  }
  return steps;
}

function behaviourOf(key: string, control: BureauControl): "SILENT" | "LOCKED" | "ANSWERS" {
  const fate = fateOf(control, key);
  if (fate.applicants !== null) return fate.applicants;
  if (!control.autoVerifySms) return "SILENT";
  if (fate.forced) return "ANSWERS";
  const drawn = even(control.seed, key, "applicants");
  if (drawn < control.failures.smsTimeout) return "SILENT";
  return drawn < control.failures.smsTimeout + control.failures.smsLocked ? "LOCKED" : "ANSWERS";
}

function earliest(steps: readonly Step[], fallback: Step): Step {
  return steps.reduce((first, step) => (step.atMs < first.atMs ? step : first), fallback);
}
