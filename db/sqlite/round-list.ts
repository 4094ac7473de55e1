import { z } from "zod";
import type { RoundListInput, RoundRow } from "#shared/contract/staff-insights";
import { isCalendarDay, shanghaiDayStartMs } from "#shared/domain/time/working-calendar";
import type { ListStore } from "../ports/list-store";
import type { Client } from "./connection";
import { decodeCursor, encodeCursor } from "./cursor";
import { NO_TIME_MS } from "./order-row";
import { figureConditions, figureOrder, filterBindings, filterConditions } from "./round-figures";
import { statementCache } from "./statements";

const DEFAULT_LIMIT = 50;
const DAY_MS = 86_400_000;
const place = z.tuple([z.number().int(), z.string(), z.number().int()]);

/** The rounds behind a figure, newest first. */
export function roundLists(client: Client): Pick<ListStore, "rounds"> {
  const statements = statementCache<Record<string, string | number>, RoundRow & { sortKey: number }>(client);
  return {
    async rounds(input, nowMs) {
      const limit = input.limit ?? DEFAULT_LIMIT;
      const list = `rounds/${input.figure}`;
      const after = decodeCursor(list, place, input.cursor) ?? [NO_TIME_MS, "\u{10ffff}", NO_TIME_MS];
      const [cursorMs, cursorNo, cursorRound] = after;
      const range = narrowed(input);
      const reviewer: Record<string, string> =
        input.reviewer === undefined ? {} : { reviewer: input.reviewer };
      const rows = statements(pageText(input)).all({
        ...filterBindings({ ...input, ...range }),
        ...reviewer,
        nowMs,
        cursorMs,
        cursorNo,
        cursorRound,
        limit: limit + 1,
      });
      const last = rows[limit - 1];
      const more = rows.length > limit && last !== undefined;
      return {
        rows: rows.slice(0, limit).map(({ sortKey: _, ...row }) => row),
        nextCursor: more ? encodeCursor(list, [last.sortKey, last.orderNo, last.round]) : null,
      };
    },
  };
}

function pageText(input: RoundListInput): string {
  const { column, index } = figureOrder(input.figure);
  const where = [
    ...figureConditions(input.figure),
    ...filterConditions(input),
    ...(input.reviewer === undefined ? [] : ["reviewer = @reviewer"]),
    `(${column}, order_no, round) < (@cursorMs, @cursorNo, @cursorRound)`,
  ];
  return `SELECT p.*, o.entity_label AS entityName FROM (
      SELECT order_no AS orderNo, round, kind, province_code AS provinceCode, submitted_at_ms AS submittedAtMs,
        due_at_ms AS dueAtMs, decided_at_ms AS decidedAtMs, outcome, reviewer, ${column} AS sortKey
      FROM review_rounds INDEXED BY ${index} WHERE ${where.join(" AND ")}
      ORDER BY ${column} DESC, order_no DESC, round DESC LIMIT @limit) p
    JOIN orders o ON o.order_no = p.orderNo ORDER BY p.sortKey DESC, p.orderNo DESC, p.round DESC`;
}

/** The range of the list: one day of the chart, where a bar of it was opened. */
function narrowed({ day, fromMs, toMs }: RoundListInput): { fromMs: number; toMs: number } {
  if (day === undefined || !isCalendarDay(day)) return { fromMs, toMs };
  const startMs = shanghaiDayStartMs(day);
  return { fromMs: Math.max(fromMs, startMs), toMs: Math.min(toMs, startMs + DAY_MS) };
}
