import { z } from "zod";
import type { QueueFilter, QueueListInput, QueuePage, QueueView } from "#shared/contract/staff-queue";
import { FIRST_REVIEW_WORKING_MINUTES, RED_ABOVE_SHARE } from "#shared/domain/time/sla";
import { addWorkingMinutes } from "#shared/domain/time/working-calendar";
import type { ListStore } from "../ports/list-store";
import type { Client } from "./connection";
import { decodeCursor, encodeCursor } from "./cursor";
import { NO_TIME_MS } from "./order-row";
import { type Branch, branchesOf, type SortColumn } from "./queue-branches";
import { type QueueDbRow, queueRowOf, ROW_COLUMNS, ROW_JOINS } from "./queue-row";
import type { FindOrders } from "./search-index";
import { query, statementCache } from "./statements";

const DEFAULT_LIMIT = 50;
/** Counts stop here: the difference between ten thousand and more helps nobody and costs a scan. */
export const COUNT_CAP = 10_000;
/** Working time left below which an order counts as at risk: the red part of the light. */
const AT_RISK_MINUTES = FIRST_REVIEW_WORKING_MINUTES * (1 - RED_ABOVE_SHARE);

const place = z.tuple([z.number().int(), z.string()]);
type Bindings = Record<string, string | number>;

export type QueueLists = Pick<ListStore, "queue" | "queueCounts" | "orderRow" | "queuePlace">;

/** The queue's lists on a reading connection. */
export function queueLists(client: Client, find: FindOrders): QueueLists {
  const statements = statementCache<Bindings, QueueDbRow & { sortKey: number }>(client);
  const counters = statementCache<Bindings, { rows: number }>(client);
  const one = query<Bindings, QueueDbRow>(
    client,
    `SELECT ${ROW_COLUMNS} FROM orders o ${ROW_JOINS} WHERE o.order_no = @orderNo`,
  );
  const ahead = query<Bindings, { rows: number }>(client, AHEAD_OF_ORDER);

  return {
    async queue(input, viewer, nowMs) {
      return page(input, viewer, nowMs);
    },
    async queueCounts(viewer, nowMs) {
      const bindings = { viewer, ...clockBindings(nowMs) };
      const count = (view: QueueView) => counters(countText(view)).get(bindings)?.rows ?? 0;
      return {
        MINE: count("MINE"),
        TAKE: count("TAKE"),
        REVISED: count("REVISED"),
        AT_RISK: count("AT_RISK"),
        ON_HOLD: count("ON_HOLD"),
        ESCALATED: count("ESCALATED"),
        ALL: count("ALL"),
      };
    },
    async orderRow(orderNo, nowMs) {
      const row = one().get({ orderNo, nowMs });
      return row === undefined ? null : queueRowOf(row);
    },
    async queuePlace(orderNo, nowMs) {
      const row = one().get({ orderNo, nowMs });
      const waiting = row?.status === "PENDING_FIRST_REVIEW" || row?.status === "REVISED_PENDING_REVIEW";
      if (row === undefined || !waiting) return null;
      return ahead().get({ orderNo, dueAtMs: row.dueAtMs, nowMs })?.rows ?? 0;
    },
  };

  function page(input: QueueListInput, viewer: string, nowMs: number): QueuePage {
    const { by, dir } = input.sort ?? { by: "dueAtMs", dir: "asc" };
    const sort: SortColumn = by === "dueAtMs" ? "due_at_ms" : "submitted_at_ms";
    const list = `queue/${by}/${dir}`;
    const first: z.infer<typeof place> = dir === "asc" ? [-1, ""] : [NO_TIME_MS, "\u{10ffff}"];
    const [cursorKey, cursorNo] = decodeCursor(list, place, input.cursor) ?? first;
    const filter = input.filter ?? {};
    const limit = input.limit ?? DEFAULT_LIMIT;
    const found = filter.text === undefined || filter.text.trim() === "" ? null : find(filter.text);
    const branches = branchesOf(input.view, filter, sort, found !== null);
    if (branches.length === 0) return { rows: [], nextCursor: null };
    const rows = statements(pageText(branches, sort, dir)).all({
      ...clockBindings(nowMs),
      ...filterBindings(filter),
      viewer,
      cursorKey,
      cursorNo,
      limit: limit + 1,
      found: JSON.stringify(found ?? []),
    });
    const last = rows[limit - 1];
    const more = rows.length > limit && last !== undefined;
    return {
      rows: rows.slice(0, limit).map(queueRowOf),
      nextCursor: more ? encodeCursor(list, [last.sortKey, last.orderNo]) : null,
    };
  }
}

/** Each branch in the list's order and cut at the page size, then merged. */
function pageText(branches: readonly Branch[], sort: SortColumn, dir: "asc" | "desc"): string {
  const after = `(o.${sort}, o.order_no) ${dir === "asc" ? ">" : "<"} (@cursorKey, @cursorNo)`;
  const parts = branches.map(
    ({ from, where }) =>
      `SELECT ${ROW_COLUMNS}, o.${sort} AS sortKey FROM ${from} ${ROW_JOINS}
       WHERE ${[...where, after].join(" AND ")} ORDER BY o.${sort} ${dir}, o.order_no ${dir} LIMIT @limit`,
  );
  const [single, second] = parts;
  if (single !== undefined && second === undefined) return single;
  return `${parts.map((part) => `SELECT * FROM (${part})`).join(" UNION ALL ")}
    ORDER BY sortKey ${dir}, orderNo ${dir} LIMIT @limit`;
}

function countText(view: QueueView): string {
  const parts = branchesOf(view, {}, "due_at_ms", false).map(
    ({ from, where }) =>
      `SELECT 1 FROM ${from} LEFT JOIN leases l ON l.order_no = o.order_no
       ${where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`}`,
  );
  return `SELECT count(*) AS rows FROM (${parts.join(" UNION ALL ")} LIMIT ${COUNT_CAP})`;
}

/** Orders that are free to take and due before this one. */
const AHEAD_OF_ORDER = `SELECT count(*) AS rows FROM (
  ${branchesOf("TAKE", {}, "due_at_ms", false)
    .map(
      ({ from, where }) =>
        `SELECT 1 FROM ${from} LEFT JOIN leases l ON l.order_no = o.order_no
         WHERE ${where.join(" AND ")} AND (o.due_at_ms, o.order_no) < (@dueAtMs, @orderNo)`,
    )
    .join(" UNION ALL ")} LIMIT ${COUNT_CAP})`;

function clockBindings(nowMs: number): Bindings {
  return { nowMs, atRiskMs: addWorkingMinutes(nowMs, AT_RISK_MINUTES).atMs };
}

function filterBindings(filter: QueueFilter): Bindings {
  const bindings: Bindings = filter.claimedBy === undefined ? {} : { claimedBy: filter.claimedBy };
  filter.statuses?.forEach((status, index) => {
    bindings[`status${index}`] = status;
  });
  filter.provinces?.forEach((province, index) => {
    bindings[`province${index}`] = province;
  });
  filter.filingTypes?.forEach((type, index) => {
    bindings[`type${index}`] = type;
  });
  return bindings;
}
