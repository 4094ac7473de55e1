import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import type { RulesSearch } from "./rules-search";

const route = getRouteApi("/rules");

/** The filters of the rules: read from the address, changed through it. */
export function useRuleFilters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback(
    (patch: Partial<RulesSearch>) =>
      void navigate({ search: (old) => ({ ...old, ...patch }), replace: true }),
    [navigate],
  );
  const clear = useCallback(
    () => void navigate({ search: ({ sort, dir }) => ({ sort, dir }), replace: true }),
    [navigate],
  );
  const { text, groups, checks, severities, states } = search;
  const filtered = [text, groups, checks, severities, states].some((one) => one !== undefined);
  return { search, filtered, change, clear };
}

export type RuleFilters = ReturnType<typeof useRuleFilters>;
