import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";

interface ListPage<Row> {
  rows: Row[];
  nextCursor: string | null;
}

/** What a table needs of a keyset list: all rows loaded so far, and the way to the next ones. */
export interface LoadedList<Row> {
  rows: Row[];
  loadMore: () => void;
  /** First page under way. */
  loading: boolean;
  loadingMore: boolean;
  /** The last page is here: `rows` is the whole list. */
  complete: boolean;
  error: unknown;
  /** The rows belong to the filters before, while those of the new ones are under way. */
  stale: boolean;
  retry: () => void;
}

/** `const list = useLoadedList(useInfiniteQuery(trpc.audit.search.infiniteQueryOptions(…)))` */
export function useLoadedList<Row>(
  query: UseInfiniteQueryResult<InfiniteData<ListPage<Row>>, unknown>,
): LoadedList<Row> {
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, refetch } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  // A page that failed is asked for again by the person, not by every scroll.
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  const retry = useCallback(() => {
    void (isFetchNextPageError ? fetchNextPage() : refetch());
  }, [isFetchNextPageError, fetchNextPage, refetch]);
  return {
    rows,
    loadMore,
    loading: query.isPending,
    loadingMore: isFetchingNextPage,
    complete: !hasNextPage,
    error: query.error,
    stale: query.isPlaceholderData,
    retry,
  };
}

export function nextCursorOf(page: { nextCursor: string | null }): string | null {
  return page.nextCursor;
}
