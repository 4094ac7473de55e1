import { getRouteApi, useLocation } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { QueueListInput, QueueView } from "#shared/contract/staff-queue";
import { mayStandInAddress } from "../../lib/private-text";
import type { QueueSearch } from "./queue-search";

const route = getRouteApi("/queue");

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** A search text that must not stand in the address. */
    queueText?: string;
  }
}

export const DEFAULT_VIEW: QueueView = "TAKE";

/** The filters of the queue: read from the address, changed through it, so that a view can be shared and gone back to. */
export function useQueueFilters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const hiddenText = useLocation({ select: (location) => location.state.queueText });
  const text = search.text ?? hiddenText ?? "";
  const input = useMemo(() => inputOf(search, text), [search, text]);
  const change = useCallback(
    (patch: Partial<QueueSearch>) =>
      void navigate({ search: (old) => ({ ...old, ...patch }), state: (old) => old, replace: true }),
    [navigate],
  );
  const setText = useCallback(
    (next: string) => {
      const trimmed = next.trim();
      const open = trimmed === "" || mayStandInAddress(trimmed);
      void navigate({
        search: (old) => ({ ...old, text: open && trimmed !== "" ? trimmed : undefined }),
        state: (old) => (open ? { ...old, queueText: "" } : { ...old, queueText: trimmed }),
        replace: true,
      });
    },
    [navigate],
  );
  const filtered = input.filter !== undefined;
  const clear = useCallback(
    () =>
      void navigate({
        search: (old) => ({ view: old.view, sort: old.sort, dir: old.dir }),
        state: (old) => ({ ...old, queueText: "" }),
        replace: true,
      }),
    [navigate],
  );
  return { search, view: search.view ?? DEFAULT_VIEW, text, input, filtered, change, setText, clear };
}

function inputOf(search: QueueSearch, text: string): QueueListInput {
  const filter = {
    ...(search.statuses?.length ? { statuses: search.statuses } : {}),
    ...(search.provinces?.length ? { provinces: search.provinces } : {}),
    ...(search.types?.length ? { filingTypes: search.types } : {}),
    ...(text ? { text } : {}),
    ...(search.claimedBy ? { claimedBy: search.claimedBy } : {}),
  };
  return {
    view: search.view ?? DEFAULT_VIEW,
    ...(Object.keys(filter).length > 0 ? { filter } : {}),
    ...(search.sort ? { sort: { by: search.sort, dir: search.dir ?? "asc" } } : {}),
    limit: PAGE_ROWS,
  };
}

const PAGE_ROWS = 50;
