import type { Client } from "./connection";
import { query } from "./statements";

type Counted = "hits" | "accepted" | "overridden";

/** Adds to (or, below zero, takes from) the sums of a rule; call it with the write that it counts. */
export type CountRule = (ruleId: string, counted: Counted, difference: number) => void;

export function ruleCounter(client: Client): CountRule {
  const add = query<Record<Counted, number> & { ruleId: string }, never>(
    client,
    `INSERT INTO rule_counts (rule_id, hits, accepted, overridden)
     VALUES (@ruleId, @hits, @accepted, @overridden)
     ON CONFLICT (rule_id) DO UPDATE SET hits = hits + excluded.hits, accepted = accepted + excluded.accepted,
       overridden = overridden + excluded.overridden`,
  );
  return (ruleId, counted, difference) => {
    if (difference === 0) return;
    add().run({ ruleId, hits: 0, accepted: 0, overridden: 0, [counted]: difference });
  };
}
