import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import type { TrackingSearch } from "./tracking-search";

const route = getRouteApi("/tracking");

/** View, filters and the open order: read from the address, changed through it. */
export function useTrackingFilters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback(
    (patch: Partial<TrackingSearch>) =>
      void navigate({ search: (old) => ({ ...old, ...patch }), replace: true }),
    [navigate],
  );
  const openOrder = useCallback(
    (order: string | undefined) => void navigate({ search: (old) => ({ ...old, order }) }),
    [navigate],
  );
  const clear = useCallback(
    () => void navigate({ search: (old) => ({ view: old.view, order: old.order }), replace: true }),
    [navigate],
  );
  const filtered = search.stages !== undefined || search.provinces !== undefined;
  return { search, view: search.view ?? "board", filtered, change, openOrder, clear };
}

export type TrackingFilters = ReturnType<typeof useTrackingFilters>;
