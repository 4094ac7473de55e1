import type { RuleFigures, RuleStore } from "../ports/rule-store";
import type { Client } from "./connection";
import { query } from "./statements";

/** More orders than ever wait at once; a count stops here. */
const MOST_ORDERS = 100_000;

/** Orders waiting for or under first review, from the indexes that hold them: one branch each, as `w`. */
const WAITING = (columns: string) => `
  SELECT ${columns} FROM orders o INDEXED BY orders_by_status_due
  WHERE o.status = 'PENDING_FIRST_REVIEW' AND o.status <> 'UNDER_FIRST_REVIEW'
  UNION ALL
  SELECT ${columns} FROM orders o INDEXED BY orders_by_status_due
  WHERE o.status = 'REVISED_PENDING_REVIEW' AND o.status <> 'UNDER_FIRST_REVIEW'
  UNION ALL
  SELECT ${columns} FROM leases c CROSS JOIN orders o ON o.order_no = c.order_no WHERE o.waits_as IS NOT NULL`;

/** The newest revision was not checked by this rule set on this day. */
const UNCHECKED = `NOT EXISTS (SELECT 1 FROM finding_runs run WHERE run.order_no = o.order_no
  AND run.revision_no = o.revision_no AND run.rule_set = @ruleSet AND run.ran_on >= @day)`;

/** The most urgent ones of each branch: it is read in the order of its index and left as soon as enough were found. */
const FIRST_OF_EACH = `
  SELECT * FROM (SELECT o.order_no, o.due_at_ms FROM orders o INDEXED BY orders_by_status_due
    WHERE o.status = 'PENDING_FIRST_REVIEW' AND o.status <> 'UNDER_FIRST_REVIEW' AND ${UNCHECKED}
    ORDER BY o.due_at_ms, o.order_no LIMIT @limit)
  UNION ALL
  SELECT * FROM (SELECT o.order_no, o.due_at_ms FROM orders o INDEXED BY orders_by_status_due
    WHERE o.status = 'REVISED_PENDING_REVIEW' AND o.status <> 'UNDER_FIRST_REVIEW' AND ${UNCHECKED}
    ORDER BY o.due_at_ms, o.order_no LIMIT @limit)
  UNION ALL
  SELECT o.order_no, o.due_at_ms FROM leases c CROSS JOIN orders o ON o.order_no = c.order_no
    WHERE o.waits_as IS NOT NULL AND ${UNCHECKED}`;

/** Of the waiting ones, those that are unchecked. */
const TO_CHECK = `(${WAITING("o.order_no, o.revision_no, o.due_at_ms")}) w LEFT JOIN finding_runs run
  ON run.order_no = w.order_no AND run.revision_no = w.revision_no
  WHERE run.rule_set IS NOT @ruleSet OR run.ran_on < @day`;

type Now = { ruleSet: string; day: string };

/** What is still to be checked, and how often each rule hit, on a reading connection. */
export function findingLists(
  client: Client,
): Pick<RuleStore, "ordersToCheck" | "ordersToCheckCount" | "ruleFigures"> {
  const toCheck = query<Now & { limit: number }, { orderNo: string }>(
    client,
    `SELECT w.order_no AS orderNo FROM (${FIRST_OF_EACH}) w ORDER BY w.due_at_ms, w.order_no LIMIT @limit`,
  );
  const toCheckCount = query<Now, { rows: number }>(
    client,
    `SELECT count(*) AS rows FROM (SELECT 1 FROM ${TO_CHECK} LIMIT ${MOST_ORDERS})`,
  );
  const counts = query<[], Omit<RuleFigures, "openHits">>(
    client,
    "SELECT rule_id AS ruleId, hits, accepted, overridden FROM rule_counts ORDER BY rule_id",
  );
  const open = query<[], { ruleId: string; hits: number }>(
    client,
    `SELECT h.rule_id AS ruleId, count(*) AS hits FROM (${WAITING("o.order_no, o.revision_no")}) w
     CROSS JOIN findings h ON h.order_no = w.order_no AND h.revision_no = w.revision_no
     WHERE h.state = 'VIOLATED' GROUP BY h.rule_id`,
  );
  return {
    async ordersToCheck(ruleSet, day, limit) {
      return toCheck()
        .all({ ruleSet, day, limit })
        .map(({ orderNo }) => orderNo);
    },
    async ordersToCheckCount(ruleSet, day) {
      return toCheckCount().get({ ruleSet, day })?.rows ?? 0;
    },
    async ruleFigures() {
      const openHits = new Map(
        open()
          .all()
          .map(({ ruleId, hits }) => [ruleId, hits]),
      );
      return counts()
        .all()
        .map((row) => ({ ...row, openHits: openHits.get(row.ruleId) ?? 0 }));
    },
  };
}
