import { kindCode } from "#shared/domain/filing/filing-type";
import type { Decision } from "#shared/domain/order/decision";
import type { Order } from "#shared/domain/order/order";
import { FIRST_REVIEW_WORKING_MINUTES } from "#shared/domain/time/sla";
import { addWorkingMinutes } from "#shared/domain/time/working-calendar";
import { reviewRounds } from "../schema/reviews";
import type { Client } from "./connection";
import { insertInto, query } from "./statements";

/** Keeps `review_rounds` equal to the fold of the events; call it with every decision, in its transaction. */
export type ProjectRounds = (before: Order | null, decision: Decision, nowMs: number) => void;

export function roundProjector(client: Client): ProjectRounds {
  const insert = insertInto(client, reviewRounds);
  const decide = query<[number, string, string, number, string, number], never>(
    client,
    `UPDATE review_rounds SET decided_at_ms = ?, outcome = ?, reviewer = ?, claimed_at_ms = ?
     WHERE order_no = ? AND round = ?`,
  );
  const undecide = query<[string, number], never>(
    client,
    `UPDATE review_rounds SET decided_at_ms = NULL, outcome = NULL, reviewer = NULL, claimed_at_ms = NULL
     WHERE order_no = ? AND round = ?`,
  );
  const cancel = query<[string, number], never>(
    client,
    "UPDATE review_rounds SET cancelled = 1 WHERE order_no = ? AND round = ? AND decided_at_ms IS NULL",
  );

  return (before, decision, nowMs) => {
    const { next, events, writes } = decision;
    for (const event of events) {
      switch (event.command) {
        case "undoVerdict":
          undecide().run(next.orderNo, next.round);
          break;
        case "withdraw":
        case "abandon":
          cancel().run(next.orderNo, next.round);
          break;
      }
    }
    for (const write of writes) {
      if (write.type !== "VERDICT") continue;
      const { verdict, decidedBy, decidedAtMs, claimedAtMs, round } = write;
      decide().run(decidedAtMs, verdict.outcome, decidedBy, claimedAtMs, next.orderNo, round);
    }
    // A submission, a recall or a reopening starts a clock of its own (domain.md §3.4).
    if ("clock" in next && next.round > (before?.round ?? 0)) {
      const { startedAtMs, dueAtMs } = next.clock;
      insert({
        orderNo: next.orderNo,
        round: next.round,
        kind: kindCode(next.kind),
        filingType: next.kind.type,
        provinceCode: next.provinceCode,
        submittedAtMs: nowMs,
        halfAtMs: addWorkingMinutes(startedAtMs, FIRST_REVIEW_WORKING_MINUTES / 2).atMs,
        dueAtMs,
        decidedAtMs: null,
        outcome: null,
        reviewer: null,
        claimedAtMs: null,
        cancelled: false,
      });
    }
  };
}
