import { z } from "zod";
import type { BureauBatch, DeliveryStore } from "../ports/delivery-store";
import type { Client } from "./connection";
import { query } from "./statements";
import { inTransaction } from "./transaction";

/** Submissions that the bureau has not ended; spelled as in the partial indexes. */
const LIVE = "s.stage in ('PUSHING', 'DOMAIN_CHECK', 'SMS', 'REVIEW')";
/** Pushed, and in no file yet. */
const QUEUED = `s.stage = 'PUSHING' AND s.data_sequence IS NULL AND ${LIVE}`;
/** In a file the bureau has taken, and not ended. */
const ACCEPTED = `s.data_sequence IS NOT NULL AND ${LIVE} AND NOT EXISTS (SELECT 1 FROM batches b
  WHERE b.province_code = s.province_code AND b.state = 'OPEN' AND b.data_sequence = s.data_sequence)`;

const keysText = z.array(z.string());

type Batches = Omit<DeliveryStore, "leaseOutbox" | "markDelivered" | "markFailed" | "recordNotification">;

/** The numbered files of records per province, and what is known of their answers. */
export function bureauBatches(client: Client): Batches {
  return { ...batchFiles(client), ...submissionQueues(client) };
}

type Files = Pick<
  Batches,
  "unansweredBatch" | "openBatch" | "countBatchAttempt" | "closeBatch" | "setLastSequence"
>;

function batchFiles(client: Client): Files {
  const unanswered = query<[string], BatchRow>(client, `${BATCH} WHERE province_code = ? AND state = 'OPEN'`);
  const lastSequence = query<[string], { last: number }>(
    client,
    "SELECT last_sequence AS last FROM provinces WHERE province_code = ?",
  );
  const insert = query<[string, number, string, number], never>(
    client,
    `INSERT INTO batches (province_code, data_sequence, submission_keys, state, attempts, created_at_ms)
     VALUES (?, ?, ?, 'OPEN', 0, ?)`,
  );
  const enlist = query<[number, string, string], never>(
    client,
    `UPDATE submissions AS s SET data_sequence = ? WHERE submission_key = ? AND province_code = ? AND ${QUEUED}`,
  );
  const countAttempt = query<[number, string, number], never>(
    client,
    `UPDATE batches SET attempts = attempts + 1, first_attempt_at_ms = coalesce(first_attempt_at_ms, ?)
     WHERE province_code = ? AND data_sequence = ? AND state = 'OPEN'`,
  );
  const close = query<[string, number, string, number], { submissionKeys: string }>(
    client,
    `UPDATE batches SET state = ?, msg_code = ? WHERE province_code = ? AND data_sequence = ? AND state = 'OPEN'
     RETURNING submission_keys AS submissionKeys`,
  );
  const setLast = query<[string, number], never>(
    client,
    `INSERT INTO provinces (province_code, last_sequence) VALUES (?, ?)
     ON CONFLICT (province_code) DO UPDATE SET last_sequence = excluded.last_sequence`,
  );
  const requeue = requeueStatement(client);

  return {
    async unansweredBatch(provinceCode) {
      const row = unanswered().get(provinceCode);
      return row === undefined ? null : batchOf(row);
    },
    async openBatch(provinceCode, submissionKeys, nowMs) {
      return inTransaction(client, () => {
        if (submissionKeys.length === 0) throw new Error("a batch needs at least one record");
        const dataSequence = (lastSequence().get(provinceCode)?.last ?? 0) + 1;
        insert().run(provinceCode, dataSequence, JSON.stringify(submissionKeys), nowMs);
        for (const key of submissionKeys) {
          // A key in two files could be filed twice: whoever asks for it has lost track.
          if (enlist().run(dataSequence, key, provinceCode).changes !== 1) {
            throw new Error(`submission ${key} does not wait for a batch`);
          }
        }
        return {
          provinceCode,
          dataSequence,
          submissionKeys: [...submissionKeys],
          attempts: 0,
          createdAtMs: nowMs,
        };
      });
    },
    async countBatchAttempt(provinceCode, dataSequence, nowMs) {
      countAttempt().run(nowMs, provinceCode, dataSequence);
    },
    async closeBatch(provinceCode, dataSequence, accepted, msgCode) {
      inTransaction(client, () => {
        const row = close().get(accepted ? "ACCEPTED" : "REFUSED", msgCode, provinceCode, dataSequence);
        if (row === undefined) return;
        if (accepted) setLast().run(provinceCode, dataSequence);
        else for (const key of keysText.parse(JSON.parse(row.submissionKeys))) requeue().run(key);
      });
    },
    async setLastSequence(provinceCode, last) {
      setLast().run(provinceCode, last);
    },
  };
}

type Queues = Pick<
  Batches,
  "activeProvinces" | "queuedSubmissions" | "openSubmissions" | "requeueSubmissions" | "recordBureauNote"
>;

function submissionQueues(client: Client): Queues {
  const active = query<[], { provinceCode: string; queued: number; unanswered: number; open: number }>(
    client,
    ACTIVE,
  );
  const queued = query<[string, number], { key: string }>(
    client,
    `SELECT s.submission_key AS key FROM submissions s INDEXED BY submissions_live
     WHERE s.province_code = ? AND ${QUEUED} ORDER BY s.pushed_at_ms, s.submission_key LIMIT ?`,
  );
  const open = query<[string, number], { key: string }>(
    client,
    `SELECT s.submission_key AS key FROM submissions s INDEXED BY submissions_live
     WHERE s.province_code = ? AND ${ACCEPTED} ORDER BY s.pushed_at_ms, s.submission_key LIMIT ?`,
  );
  const addNote = query<[string, number, string, string], never>(
    client,
    "INSERT INTO submission_events (submission_key, at_ms, action, data) VALUES (?, ?, ?, ?)",
  );
  const requeue = requeueStatement(client);
  return {
    async activeProvinces() {
      return active()
        .all()
        .map((row) => ({ ...row, unanswered: row.unanswered > 0 }));
    },
    async queuedSubmissions(provinceCode, limit) {
      return queued()
        .all(provinceCode, limit)
        .map((row) => row.key);
    },
    async openSubmissions(provinceCode, limit) {
      return open()
        .all(provinceCode, limit)
        .map((row) => row.key);
    },
    async requeueSubmissions(submissionKeys) {
      inTransaction(client, () => {
        for (const key of submissionKeys) requeue().run(key);
      });
    },
    async recordBureauNote(submissionKey, atMs, action, data) {
      addNote().run(submissionKey, atMs, action, JSON.stringify(data));
    },
  };
}

/** Takes a record out of its file, so that it goes out again under the next number; its key stays. */
function requeueStatement(client: Client) {
  return query<[string], never>(
    client,
    "UPDATE submissions SET data_sequence = NULL WHERE submission_key = ? AND stage = 'PUSHING'",
  );
}

const BATCH = `SELECT province_code AS provinceCode, data_sequence AS dataSequence, submission_keys AS submissionKeys,
  attempts, created_at_ms AS createdAtMs FROM batches`;

const ACTIVE = `SELECT s.province_code AS provinceCode, count(*) FILTER (WHERE ${QUEUED}) AS queued,
    (SELECT count(*) FROM batches b WHERE b.province_code = s.province_code AND b.state = 'OPEN') AS unanswered,
    count(*) FILTER (WHERE ${ACCEPTED}) AS open
  FROM submissions s INDEXED BY submissions_live WHERE ${LIVE} GROUP BY s.province_code
  UNION SELECT b.province_code, 0, 1, 0 FROM batches b WHERE b.state = 'OPEN' AND NOT EXISTS (
    SELECT 1 FROM submissions s INDEXED BY submissions_live WHERE s.province_code = b.province_code AND ${LIVE})
  ORDER BY 1`;

interface BatchRow {
  provinceCode: string;
  dataSequence: number;
  submissionKeys: string;
  attempts: number;
  createdAtMs: number;
}

function batchOf(row: BatchRow): BureauBatch {
  return { ...row, submissionKeys: keysText.parse(JSON.parse(row.submissionKeys)) };
}
