import { ruleReportSchema } from "#shared/domain/rules/report";
import type { Severity } from "#shared/domain/rules/rule";
import type { FindingsRecord, RuleStore } from "../ports/rule-store";
import { findingRuns, findings } from "../schema/findings";
import type { Client } from "./connection";
import { ruleCounter } from "./rule-counts";
import type { SealedTexts } from "./sealed-texts";
import { insertInto, query } from "./statements";
import { inTransaction } from "./transaction";

/** The findings of orders: rules and places in clear, the report sealed with its order. */
export function findingStore(
  client: Client,
  texts: SealedTexts,
): Pick<RuleStore, "saveFindings" | "findings"> {
  const save = findingWriter(client, texts);
  const newest = query<[string], RunRow>(
    client,
    `SELECT ${RUN_COLUMNS} FROM finding_runs WHERE order_no = ? ORDER BY revision_no DESC LIMIT 1`,
  );
  const numbered = query<[string, number], RunRow>(
    client,
    `SELECT ${RUN_COLUMNS} FROM finding_runs WHERE order_no = ? AND revision_no = ?`,
  );
  return {
    async saveFindings(record) {
      inTransaction(client, () => save(record));
    },
    async findings(orderNo, revisionNo) {
      const row = revisionNo === undefined ? newest().get(orderNo) : numbered().get(orderNo, revisionNo);
      if (row === undefined) return null;
      const { sealed, ...run } = row;
      const key = rowKey(run);
      return { ...run, report: texts.open(orderNo, "finding_runs", key, sealed, ruleReportSchema) };
    },
  };
}

type RunRow = Omit<FindingsRecord, "report"> & { sealed: Buffer };

const RUN_COLUMNS = `order_no AS orderNo, revision_no AS revisionNo, version, rule_set AS ruleSet, ran_on AS ranOn,
  ran_at_ms AS ranAtMs, sealed`;

function rowKey({ orderNo, revisionNo }: { orderNo: string; revisionNo: number }): string {
  return `${orderNo}/${revisionNo}`;
}

function findingWriter(client: Client, texts: SealedTexts): (record: FindingsRecord) => void {
  const putRun = insertInto(
    client,
    findingRuns,
    `ON CONFLICT (order_no, revision_no) DO UPDATE SET version = excluded.version, rule_set = excluded.rule_set,
       ran_on = excluded.ran_on, ran_at_ms = excluded.ran_at_ms, block = excluded.block, warn = excluded.warn,
       sealed = excluded.sealed`,
  );
  const drop = query<[string, number], { ruleId: string; state: string }>(
    client,
    "DELETE FROM findings WHERE order_no = ? AND revision_no = ? RETURNING rule_id AS ruleId, state",
  );
  const insert = insertInto(client, findings, "ON CONFLICT DO NOTHING");
  const count = ruleCounter(client);

  return (record) => {
    const { orderNo, revisionNo, version, ruleSet, ranOn, ranAtMs, report } = record;
    const sealed = texts.seal(orderNo, "finding_runs", rowKey(record), report);
    const counts = { block: violations(record, "block"), warn: violations(record, "warn") };
    putRun({ orderNo, revisionNo, version, ruleSet, ranOn, ranAtMs, ...counts, sealed });
    const difference = new Map<string, number>();
    const add = (ruleId: string, by: number) => difference.set(ruleId, (difference.get(ruleId) ?? 0) + by);
    for (const { ruleId, state } of drop().all(orderNo, revisionNo)) {
      if (state === "VIOLATED") add(ruleId, -1);
    }
    for (const { ruleId, fieldPath, state, severity, override } of report.findings) {
      const row = { orderNo, revisionNo, ruleId, fieldPath, state, severity, override };
      if (insert(row).changes === 1 && state === "VIOLATED") add(ruleId, 1);
    }
    for (const [ruleId, by] of difference) count(ruleId, "hits", by);
  };
}

function violations({ report }: FindingsRecord, severity: Severity): number {
  return report.findings.filter((found) => found.state === "VIOLATED" && found.severity === severity).length;
}
