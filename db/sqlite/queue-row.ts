import { z } from "zod";
import type { OrderRow } from "#shared/contract/staff-queue";
import { FILING_TYPES } from "#shared/domain/filing/filing-type";
import { SERVICE_KINDS } from "#shared/domain/filing/service";
import type { OrderStatus } from "#shared/domain/order/status";
import { NO_CLOCK_MS, NO_TIME_MS } from "./order-row";

/** Whether the claim of a joined lease `l` is live at `@nowMs`; suspended leases are. */
export const LEASE_LIVE = "l.order_no IS NOT NULL AND (l.until_ms IS NULL OR l.until_ms > @nowMs)";

/** Status as everybody sees it: an order whose lease ran out is back in its queue. */
export const EFFECTIVE_STATUS =
  "CASE WHEN o.status = 'UNDER_FIRST_REVIEW' AND l.until_ms <= @nowMs THEN o.waits_as ELSE o.status END";

/** What a list row is read from besides the order `o`: its lease, and the findings of its newest revision. */
export const ROW_JOINS = `LEFT JOIN leases l ON l.order_no = o.order_no
  LEFT JOIN finding_runs run ON run.order_no = o.order_no AND run.revision_no = o.revision_no`;

/** Columns of a list row; the query has `ROW_JOINS` and binds `@nowMs`. */
export const ROW_COLUMNS = `o.order_no AS orderNo, ${EFFECTIVE_STATUS} AS status, o.version, o.kind,
  o.filing_type AS filingType, o.province_code AS provinceCode, o.entity_label AS entityName, o.services, o.round,
  o.submitted_at_ms AS submittedAtMs, o.due_at_ms AS dueAtMs, o.due_estimated AS dueEstimated, o.on_hold AS onHold,
  o.escalated, CASE WHEN ${LEASE_LIVE} THEN l.holder END AS holder, coalesce(l.until_ms, l.hold_until_ms) AS untilMs,
  coalesce(run.block, 0) AS blockFindings, coalesce(run.warn, 0) AS warnFindings`;

export interface QueueDbRow {
  orderNo: string;
  status: OrderStatus;
  version: number;
  kind: string;
  filingType: string;
  provinceCode: string;
  entityName: string;
  services: string;
  round: number;
  submittedAtMs: number;
  dueAtMs: number;
  dueEstimated: number;
  onHold: number;
  escalated: number;
  holder: string | null;
  untilMs: number | null;
  blockFindings: number;
  warnFindings: number;
}

const filingType = z.enum(FILING_TYPES);
const services = z.array(
  z.object({ kind: z.enum(SERVICE_KINDS), name: z.string(), domains: z.array(z.string()) }),
);

/** A database row as a line of a list. */
export function queueRowOf(row: QueueDbRow): OrderRow {
  const live = row.holder !== null;
  return {
    orderNo: row.orderNo,
    status: row.status,
    version: row.version,
    filingType: filingType.parse(row.filingType),
    kind: row.kind,
    provinceCode: row.provinceCode,
    entityName: row.entityName,
    services: services.parse(JSON.parse(row.services)),
    round: row.round,
    submittedAtMs: row.submittedAtMs === NO_TIME_MS ? null : row.submittedAtMs,
    dueAtMs: row.dueAtMs >= NO_CLOCK_MS ? null : row.dueAtMs,
    dueEstimated: row.dueEstimated === 1,
    claim: row.holder === null ? null : { by: row.holder, untilMs: row.untilMs ?? NO_TIME_MS },
    onHold: row.onHold === 1,
    escalated: row.escalated === 1 && live,
    findings: { block: row.blockFindings, warn: row.warnFindings },
  };
}
