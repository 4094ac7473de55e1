import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { OrderRow, QueueListInput } from "#shared/contract/staff-queue";
import { trpc } from "../../lib/trpc";

/** Rows of the queue, page by page as the table scrolls. */
export function useQueueRows(input: QueueListInput) {
  const query = useInfiniteQuery(
    trpc.queue.list.infiniteQueryOptions(input, {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const rows = useMemo(() => unique(data?.pages.flatMap((page) => page.rows) ?? []), [data]);
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return {
    rows,
    loadMore,
    loading: query.isPending,
    loadingMore: isFetchingNextPage,
    complete: !hasNextPage,
    error: query.error,
    stale: query.isPlaceholderData,
    retry: () => void query.refetch(),
  };
}

/** An order that moved down while we read on stands in two pages; it is shown where it was met first. */
function unique(rows: readonly OrderRow[]): OrderRow[] {
  const seen = new Set<string>();
  return rows.filter((row) => !seen.has(row.orderNo) && seen.add(row.orderNo));
}
