import type { InfiniteData } from "@tanstack/react-query";
import type { OrderRow, QueuePage } from "#shared/contract/staff-queue";
import { queryClient, trpc } from "../trpc";
import type { MovedOrder } from "./moved";

/** Lists longer than this are patched only: asking for all their pages again would cost more than it tells. */
const MOST_PAGES_RENEWED = 4;

/** Shows a move in every queue list at once; where the row belongs now, the next renewal decides. */
export function patchLists(moved: MovedOrder): void {
  queryClient.setQueriesData<InfiniteData<QueuePage>>(trpc.queue.list.infiniteQueryFilter(), (list) => {
    if (!list?.pages.some((page) => page.rows.some((row) => isOlder(row, moved)))) return list;
    return {
      ...list,
      pages: list.pages.map((page) => ({ ...page, rows: page.rows.map((row) => patched(row, moved)) })),
    };
  });
}

export function renewShortLists(): void {
  void queryClient.invalidateQueries({
    ...trpc.queue.list.infiniteQueryFilter(),
    predicate: (query) => pagesOf(query.state.data) <= MOST_PAGES_RENEWED,
  });
}

function isOlder(row: OrderRow, moved: MovedOrder): boolean {
  return row.orderNo === moved.orderNo && row.version < moved.version;
}

function patched(row: OrderRow, moved: MovedOrder): OrderRow {
  if (!isOlder(row, moved)) return row;
  const { status, version, claimedBy, atMs } = moved;
  return { ...row, status, version, claim: claimedBy === null ? null : { by: claimedBy, untilMs: atMs } };
}

function pagesOf(data: unknown): number {
  return typeof data === "object" && data !== null && "pages" in data && Array.isArray(data.pages)
    ? data.pages.length
    : 0;
}
