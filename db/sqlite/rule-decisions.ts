import type { SealedWrite } from "#shared/domain/order/decision";
import { ruleDecisions } from "../schema/findings";
import type { Client } from "./connection";
import { ruleCounter } from "./rule-counts";
import { insertInto, query } from "./statements";

type VerdictWrite = Extract<SealedWrite, { type: "VERDICT" }>;

/** What verdicts do with findings, in clear and counted; call it with the verdict, in its transaction. */
export interface RuleDecisions {
  /** Each override, and each reason that came from a finding. A place named twice counts once. */
  record(orderNo: string, write: VerdictWrite): void;
  /** The verdict was taken back: its decisions count no more. */
  undo(orderNo: string, verdictId: string): void;
}

export function ruleDecisionTable(client: Client): RuleDecisions {
  const insert = insertInto(client, ruleDecisions, "ON CONFLICT DO NOTHING");
  const ofVerdict = query<[string, string], { ruleId: string; decision: Decision }>(
    client,
    "SELECT rule_id AS ruleId, decision FROM rule_decisions WHERE order_no = ? AND verdict_id = ?",
  );
  const count = ruleCounter(client);
  return {
    record(orderNo, { verdict, decidedAtMs }) {
      const { verdictId, reasons, overrides } = verdict;
      const decide = (decision: Decision, ruleId: string, fieldPath: string) => {
        const row = { orderNo, verdictId, ruleId, fieldPath, decision, atMs: decidedAtMs };
        count(ruleId, COUNTED[decision], insert(row).changes);
      };
      for (const { ruleId, fieldPath } of overrides) decide("OVERRIDDEN", ruleId, fieldPath ?? "");
      for (const { ruleId, fieldPath } of reasons) {
        if (ruleId) decide("ACCEPTED", ruleId, fieldPath);
      }
    },
    undo(orderNo, verdictId) {
      for (const { ruleId, decision } of ofVerdict().all(orderNo, verdictId))
        count(ruleId, COUNTED[decision], -1);
    },
  };
}

type Decision = (typeof ruleDecisions.$inferSelect)["decision"];

const COUNTED = { ACCEPTED: "accepted", OVERRIDDEN: "overridden" } as const;
