import { z } from "zod";
import { submissionKeyOf } from "#shared/contract/bureau-record";
import {
  type BureauListInput,
  STAGE_STATUSES,
  type SubmissionView,
  TRACKING_STAGES,
  type TrackingRow,
  type TrackingStage,
} from "#shared/contract/staff-bureau";
import type { FilingNumbers } from "#shared/domain/order/order";
import type { OrderStatus } from "#shared/domain/order/status";
import type { ListStore, Page } from "../ports/list-store";
import { eventData } from "./audit-list";
import type { Client } from "./connection";
import { decodeCursor, encodeCursor } from "./cursor";
import { NO_TIME_MS, orderOf } from "./order-row";
import { query, statementCache } from "./statements";

const DEFAULT_LIMIT = 50;
/** Entries of one submission's timeline. */
const MAX_TIMELINE = 500;

const place = z.tuple([z.number().int(), z.string()]);
const numbersText = z.object({ entity: z.string().nullable(), services: z.array(z.string()) });

/** Approved orders on their way, newest movement first, and the submissions of one order. */
export function trackingLists(
  client: Client,
): Pick<ListStore, "tracking" | "submissions" | "provinceStates"> {
  const statements = statementCache<Record<string, string | number>, TrackingDbRow>(client);
  const ofOrder = query<[string], SubmissionDbRow>(
    client,
    `SELECT submission_key AS submissionKey, province_code AS provinceCode, data_sequence AS dataSequence, stage,
       deadline_ms AS deadlineMs, attempts_left AS attemptsLeft, resends_left AS resendsLeft,
       filing_numbers AS filingNumbers
     FROM submissions WHERE order_no = ? ORDER BY submission_no DESC LIMIT 100`,
  );
  const timeline = query<[string, number], { atMs: number; action: string; data: string }>(
    client,
    "SELECT at_ms AS atMs, action, data FROM submission_events WHERE submission_key = ? ORDER BY id LIMIT ?",
  );
  const provinces = query<
    [],
    { provinceCode: string; lastSequence: number; open: number; unansweredSinceMs: number | null }
  >(client, PROVINCE_STATES);
  return {
    async tracking(input) {
      return trackingPage(input, statements);
    },
    async submissions(orderNo) {
      return ofOrder()
        .all(orderNo)
        .map((row) => ({
          submissionKey: row.submissionKey,
          provinceCode: row.provinceCode,
          dataSequence: row.dataSequence,
          stage: row.stage,
          sms: smsOf(row),
          filingNumbers: numbersOf(row.filingNumbers),
          timeline: timeline()
            .all(row.submissionKey, MAX_TIMELINE)
            .map(({ atMs, action, data }) => ({ atMs, action, data: eventData.parse(JSON.parse(data)) })),
        })) satisfies SubmissionView[];
    },
    async provinceStates() {
      return provinces().all();
    },
  };
}

function trackingPage(
  input: BureauListInput,
  statements: (text: string) => { all(bindings: Record<string, string | number>): TrackingDbRow[] },
): Page<TrackingRow> {
  const limit = input.limit ?? DEFAULT_LIMIT;
  const [cursorMs, cursorNo] = decodeCursor("tracking", place, input.cursor) ?? [NO_TIME_MS, "\u{10ffff}"];
  const stages = input.stages ?? TRACKING_STAGES;
  const bindings: Record<string, string | number> = { cursorMs, cursorNo, limit: limit + 1 };
  input.provinces?.forEach((province, index) => {
    bindings[`province${index}`] = province;
  });
  if (stages.length === 0) return { rows: [], nextCursor: null };
  const rows = statements(pageText(stages, input.provinces?.length ?? null)).all(bindings);
  const last = rows[limit - 1];
  return {
    rows: rows.slice(0, limit).map(trackingRowOf),
    nextCursor:
      rows.length > limit && last !== undefined
        ? encodeCursor("tracking", [last.sortKey, last.orderNo])
        : null,
  };
}

/** One index-ordered branch per status, merged: a page reads no more rows of a status than it could show. */
function pageText(stages: readonly TrackingStage[], provinces: number | null): string {
  const names = Array.from({ length: provinces ?? 0 }, (_, index) => `@province${index}`);
  const inProvinces = provinces === null ? "" : `AND o.province_code IN (${names.join(", ")})`;
  const branches = stages.flatMap((stage) =>
    STAGE_STATUSES[stage].map(
      (
        status,
      ) => `SELECT * FROM (SELECT o.order_no AS orderNo, o.status, '${stage}' AS stage, o.version, o.kind,
        o.province_code AS provinceCode, o.entity_label AS entityName, o.submission_no AS submissionNo,
        o.due_at_ms AS sortKey, o.status_since_ms AS sinceMs, o.state, l.until_ms AS untilMs, s.deadline_ms AS deadlineMs,
        s.attempts_left AS attemptsLeft, s.resends_left AS resendsLeft
      FROM orders o INDEXED BY orders_by_status_due LEFT JOIN leases l ON l.order_no = o.order_no
        LEFT JOIN submissions s ON s.order_no = o.order_no AND s.submission_no = o.submission_no
      WHERE o.status = '${status}' AND o.status <> 'UNDER_FIRST_REVIEW'
        AND (o.due_at_ms, o.order_no) < (@cursorMs, @cursorNo) ${inProvinces}
      ORDER BY o.due_at_ms DESC, o.order_no DESC LIMIT @limit)`,
    ),
  );
  return `${branches.join(" UNION ALL ")} ORDER BY sortKey DESC, orderNo DESC LIMIT @limit`;
}

/** A province stands here once it was sent to, or while something waits to be. */
const PROVINCE_STATES = `SELECT p.code AS provinceCode, coalesce(n.last_sequence, 0) AS lastSequence,
    (SELECT count(*) FROM submissions s INDEXED BY submissions_live WHERE s.province_code = p.code
       AND s.stage in ('PUSHING', 'DOMAIN_CHECK', 'SMS', 'REVIEW')) AS open,
    (SELECT b.first_attempt_at_ms FROM batches b WHERE b.province_code = p.code AND b.state = 'OPEN') AS unansweredSinceMs
  FROM (SELECT province_code AS code FROM provinces
    UNION SELECT province_code FROM submissions INDEXED BY submissions_live
    WHERE stage in ('PUSHING', 'DOMAIN_CHECK', 'SMS', 'REVIEW')) p
  LEFT JOIN provinces n ON n.province_code = p.code ORDER BY p.code`;

interface SmsColumns {
  deadlineMs: number | null;
  attemptsLeft: number | null;
  resendsLeft: number | null;
}

interface SubmissionDbRow extends SmsColumns {
  submissionKey: string;
  provinceCode: string;
  dataSequence: number | null;
  stage: string;
  filingNumbers: string | null;
}

interface TrackingDbRow extends SmsColumns {
  orderNo: string;
  status: OrderStatus;
  stage: TrackingStage;
  version: number;
  kind: string;
  provinceCode: string;
  entityName: string;
  submissionNo: number;
  sortKey: number;
  sinceMs: number;
  state: string;
  untilMs: number | null;
}

function trackingRowOf(row: TrackingDbRow): TrackingRow {
  const { orderNo, status, stage, version, kind, provinceCode, entityName, submissionNo, sinceMs } = row;
  const order = orderOf(row.state, row.untilMs);
  return {
    orderNo,
    status,
    stage,
    version,
    kind,
    provinceCode,
    entityName,
    submissionKey: submissionNo === 0 ? null : submissionKeyOf(orderNo, submissionNo),
    sinceMs,
    sms: smsOf(row),
    filingNumbers: "filingNumbers" in order ? order.filingNumbers : null,
    opinion: "opinion" in order ? order.opinion : null,
  };
}

function smsOf({ deadlineMs, attemptsLeft, resendsLeft }: SmsColumns): SubmissionView["sms"] {
  const known = deadlineMs !== null || attemptsLeft !== null || resendsLeft !== null;
  return known ? { deadlineMs, attemptsLeft, resendsLeft } : null;
}

function numbersOf(text: string | null): FilingNumbers | null {
  return text === null ? null : numbersText.parse(JSON.parse(text));
}
