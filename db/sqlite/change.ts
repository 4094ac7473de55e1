import { actorName } from "#shared/domain/order/actor";
import type { Decision, Facts, Outcome } from "#shared/domain/order/decision";
import type { Order } from "#shared/domain/order/order";
import { isRefusal } from "#shared/domain/order/refusal";
import type { ChangeAnswer, ChangeRequest, ChangeResult, OrderStore } from "../ports/order-store";
import { type AppendAudit, plainEntry } from "./audit-log";
import type { Documents } from "./documents";
import type { ReadFacts } from "./facts";
import type { NextOrder } from "./next-order";
import type { OnceKeys } from "./once-keys";
import type { OrderTable } from "./order-table";
import type { OutboxTable } from "./outbox-table";
import type { ProjectFilings } from "./project-filings";
import type { ProjectRounds } from "./project-rounds";
import type { ProjectSubmissions } from "./project-submissions";
import type { RuleDecisions } from "./rule-decisions";
import type { SealedTexts } from "./sealed-texts";
import type { SearchIndex } from "./search-index";
import type { ReviewTexts } from "./verdict-texts";

/** Everything a change reads and writes; all of it on the one writing connection. */
export interface ChangeParts {
  readonly orders: OrderTable;
  readonly once: OnceKeys;
  readonly facts: ReadFacts;
  readonly next: NextOrder;
  readonly audit: AppendAudit;
  readonly outbox: OutboxTable;
  readonly texts: SealedTexts;
  readonly documents: Documents;
  readonly reviews: ReviewTexts;
  readonly decisions: RuleDecisions;
  readonly search: SearchIndex;
  readonly rounds: ProjectRounds;
  readonly submissions: ProjectSubmissions;
  readonly filings: ProjectFilings;
}

export type DecideOrder = (order: Order | null, facts: Facts) => Outcome;

/**
 * Load, decide and write of one change, without a turn of the event loop in between. The caller wraps it into
 * `BEGIN IMMEDIATE`; whatever is thrown here rolls everything back.
 */
export function applyChange(parts: ChangeParts, request: ChangeRequest, decide: DecideOrder): ChangeResult {
  const answered = parts.once.find(request.once);
  if (answered !== null) return { kind: "REPEATED", answer: answered };
  const { target, nowMs } = request;
  const orderNo = "next" in target ? parts.next.select(target.next.reviewer, nowMs) : orderNoOf(target);
  if (orderNo === null) return { kind: "NOTHING" };
  const before = parts.orders.load(orderNo);
  const outcome = decide(before, parts.facts(request.lookup, orderNo, nowMs));
  if (isRefusal(outcome)) return { kind: "REFUSED", refusal: outcome, order: before };
  writeDecision(parts, request, before, outcome);
  const answer = answerOf(outcome.next);
  parts.once.keep(request.once, answer, nowMs);
  return { kind: "CHANGED", order: outcome.next, events: outcome.events, answer };
}

/** A colleague's note: no decision, so neither version nor state move, but sealed, audited and written once. */
export function addNote(parts: ChangeParts, note: Parameters<OrderStore["addNote"]>[0]): ChangeAnswer | null {
  const { orderNo, author, text, nowMs, once } = note;
  const answered = parts.once.find(once);
  if (answered !== null) return answered;
  const order = parts.orders.load(orderNo);
  if (order === null) return null;
  parts.reviews.writeNote(orderNo, { type: "NOTE", author, atMs: nowMs, text });
  parts.audit(plainEntry(nowMs, author, "addNote", orderNo, {}));
  const answer = answerOf(order);
  parts.once.keep(once, answer, nowMs);
  return answer;
}

function orderNoOf(target: { readonly orderNo: string } | { readonly create: string }): string {
  return "create" in target ? target.create : target.orderNo;
}

function writeDecision(
  parts: ChangeParts,
  request: ChangeRequest,
  before: Order | null,
  decision: Decision,
): void {
  const { next } = decision;
  const { nowMs } = request;
  if (decision.events.length === 0) throw new Error(`a change of order ${next.orderNo} without an event`);
  if (before === null) {
    parts.orders.insert(next, request.actor.kind === "CUSTOMER" ? request.actor.intakeKey : null, nowMs);
    parts.texts.createKey(next.orderNo);
  } else {
    parts.orders.update(before, next, nowMs);
  }
  if (!("clock" in next) || next.status === "UNDER_FIRST_REVIEW") parts.next.taken(next.orderNo);
  writeTexts(parts, request, decision);
  writeAudit(parts, request, decision);
  for (const group of new Set(decision.cancelGroups)) parts.outbox.cancel(next.orderNo, group, nowMs);
  for (const message of decision.outbox) parts.outbox.add(next.orderNo, message, nowMs);
  parts.rounds(before, decision, nowMs);
  parts.submissions(decision, nowMs);
  parts.filings(decision, nowMs);
  if ("filingNumbers" in next) {
    const { entity, services } = next.filingNumbers;
    parts.search.add(next.orderNo, [entity ?? "", ...services]);
  }
}

function writeTexts(parts: ChangeParts, request: ChangeRequest, { next, writes, events }: Decision): void {
  for (const write of writes) {
    switch (write.type) {
      case "REVISION":
        parts.documents.write(next.orderNo, write.revisionNo, write.application, request.nowMs);
        break;
      case "VERDICT":
        parts.reviews.writeVerdict(next.orderNo, write);
        parts.decisions.record(next.orderNo, write);
        break;
      case "NOTE":
        parts.reviews.writeNote(next.orderNo, write);
        break;
    }
  }
  for (const event of events) {
    if (event.command !== "undoVerdict" || typeof event.data.verdictId !== "string") continue;
    parts.reviews.undoVerdict(next.orderNo, event.data.verdictId, actorName(request.actor), request.nowMs);
    parts.decisions.undo(next.orderNo, event.data.verdictId);
  }
}

function writeAudit(parts: ChangeParts, request: ChangeRequest, { next, events }: Decision): void {
  for (const event of events) {
    parts.audit({
      atMs: request.nowMs,
      actor: actorName(request.actor),
      action: event.command,
      orderNo: next.orderNo,
      transition: event.transition,
      from: event.from,
      to: event.to,
      data: event.data,
    });
  }
}

function answerOf(order: Order): ChangeAnswer {
  const undo = "undo" in order ? order.undo : null;
  return {
    orderNo: order.orderNo,
    status: order.status,
    version: order.version,
    undoUntilMs: undo?.untilMs ?? null,
  };
}
