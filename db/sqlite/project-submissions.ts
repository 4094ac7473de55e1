import { submissionKeyOf } from "#shared/contract/bureau-record";
import type { Decision } from "#shared/domain/order/decision";
import type { EventData, OrderEvent } from "#shared/domain/order/event";
import type { Order } from "#shared/domain/order/order";
import type { OrderStatus } from "#shared/domain/order/status";
import { type SubmissionStage, submissions } from "../schema/bureau";
import type { Client } from "./connection";
import { insertInto, query } from "./statements";

/** Where a submission is once its order has that status; other statuses leave it where it was. */
const STAGES: Partial<Record<OrderStatus, SubmissionStage>> = {
  SUBMITTING_TO_BUREAU: "PUSHING",
  MIIT_DOMAIN_CHECK: "DOMAIN_CHECK",
  SMS_PENDING: "SMS",
  UNDER_BUREAU_REVIEW: "REVIEW",
  MIIT_RETURNED: "RETURNED",
  SMS_RETURNED: "RETURNED",
  BUREAU_REJECTED: "RETURNED",
  FILED: "DONE",
  CANCELLED_ACCESS: "DONE",
  DEREGISTERED: "DONE",
  // T28: the transport said no for certain; the next push takes a number of its own.
  PENDING_BUREAU_SUBMISSION: "FAILED",
};

/** Statuses of an order that the bureau has, or is being given. */
const AT_BUREAU: readonly OrderStatus[] = [
  "SUBMITTING_TO_BUREAU",
  "MIIT_DOMAIN_CHECK",
  "SMS_PENDING",
  "UNDER_BUREAU_REVIEW",
];

/** Keeps `submissions` and their timelines in step with the order's events. */
export type ProjectSubmissions = (decision: Decision, nowMs: number) => void;

export function submissionProjector(client: Client): ProjectSubmissions {
  const insert = insertInto(client, submissions);
  const move = query<{ key: string; stage: string; nowMs: number; numbers: string | null }, never>(
    client,
    `UPDATE submissions SET stage = @stage, since_ms = CASE WHEN stage = @stage THEN since_ms ELSE @nowMs END,
       filing_numbers = coalesce(@numbers, filing_numbers)
     WHERE submission_key = @key`,
  );
  const setSms = query<Sms & { key: string }, never>(
    client,
    `UPDATE submissions SET deadline_ms = coalesce(deadline_ms, @deadlineMs),
       attempts_left = coalesce(@attemptsLeft, attempts_left), resends_left = coalesce(@resendsLeft, resends_left)
     WHERE submission_key = @key`,
  );
  const addEvent = query<[string, number, string, string], never>(
    client,
    "INSERT INTO submission_events (submission_key, at_ms, action, data) VALUES (?, ?, ?, ?)",
  );

  return ({ next, events }, nowMs) => {
    for (const event of events) {
      if (!concernsBureau(event)) continue;
      const key = submissionKeyOf(next.orderNo, next.submissionNo);
      const stage = STAGES[event.to];
      if (event.command === "push") insert(newSubmission(key, next, nowMs));
      else if (stage !== undefined) move().run({ key, stage, nowMs, numbers: numbersOf(next) });
      const sms = smsOf(event.data);
      if (sms !== null) setSms().run({ key, ...sms });
      addEvent().run(key, nowMs, event.command, timelineData(event));
    }
  };
}

function concernsBureau(event: OrderEvent): boolean {
  return AT_BUREAU.includes(event.to) || (event.from !== null && AT_BUREAU.includes(event.from));
}

function newSubmission(submissionKey: string, order: Order, nowMs: number): typeof submissions.$inferSelect {
  return {
    submissionKey,
    orderNo: order.orderNo,
    submissionNo: order.submissionNo,
    provinceCode: order.provinceCode,
    stage: "PUSHING",
    pushedAtMs: nowMs,
    sinceMs: nowMs,
    dataSequence: null,
    deadlineMs: null,
    attemptsLeft: null,
    resendsLeft: null,
    filingNumbers: null,
  };
}

function numbersOf(order: Order): string | null {
  return "filingNumbers" in order ? JSON.stringify(order.filingNumbers) : null;
}

type Sms = { deadlineMs: number | null; attemptsLeft: number | null; resendsLeft: number | null };

/** What an event says about the SMS verification; null when it says nothing. */
function smsOf(data: EventData): Sms | null {
  const number = (value: EventData[string] | undefined) => (typeof value === "number" ? value : null);
  const sms = {
    deadlineMs: number(data.deadlineMs),
    attemptsLeft: number(data.attemptsLeft),
    resendsLeft: number(data.resendsLeft),
  };
  return Object.values(sms).every((value) => value === null) ? null : sms;
}

/** The event's own data, and the row of the transition table it is. */
export function timelineData(event: OrderEvent): string {
  return JSON.stringify({ ...event.data, transition: event.transition, from: event.from, to: event.to });
}
