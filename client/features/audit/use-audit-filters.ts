import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { AuditSearchInput } from "#shared/contract/staff-insights";
import { wallMs } from "../../lib/shanghai-wall";
import type { AuditSearch } from "./audit-search";

const route = getRouteApi("/audit");

/** Filters of the audit trail: read from the address, changed through it. */
export function useAuditFilters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const input = useMemo(() => inputOf(search), [search]);
  const change = useCallback(
    (patch: Partial<AuditSearch>) =>
      void navigate({ search: (old) => ({ ...old, ...patch }), replace: true }),
    [navigate],
  );
  const clear = useCallback(() => void navigate({ search: {}, replace: true }), [navigate]);
  return { search, input, filtered: Object.keys(input).length > 0, change, clear };
}

export type AuditFilters = ReturnType<typeof useAuditFilters>;

function inputOf({ actor, action, orderNo, from, to }: AuditSearch): AuditSearchInput {
  const fromMs = from === undefined ? null : wallMs(from);
  const toMs = to === undefined ? null : wallMs(to);
  return {
    ...(actor ? { actor } : {}),
    ...(action ? { action } : {}),
    ...(orderNo ? { orderNo } : {}),
    ...(fromMs === null ? {} : { fromMs }),
    ...(toMs === null ? {} : { toMs }),
  };
}
