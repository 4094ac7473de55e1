import { useMemo } from "react";
import type { InsightsInput } from "#shared/contract/staff-insights";
import { useNow } from "../../lib/use-now";
import { type DayRange, dayRangeOf } from "./day-range";
import type { InsightsSearch, RoundsSearch } from "./insights-search";

/** The part of the address that figure and list share: both ask the server with the same range and filters. */
export type Scope = Pick<RoundsSearch, "range" | "from" | "to" | "provinces" | "types">;

const NEW_DAY_WITHIN_MS = 30_000;

export function useScope(search: InsightsSearch | RoundsSearch): {
  range: DayRange;
  input: InsightsInput;
  scope: Scope;
} {
  const { range: name, from, to, provinces, types } = search;
  const nowMs = useNow(NEW_DAY_WITHIN_MS);
  const range = dayRangeOf({ range: name, from, to }, nowMs);
  const { fromMs, toMs } = range;
  const input = useMemo(
    () => ({
      fromMs,
      toMs,
      ...(provinces ? { provinces } : {}),
      ...(types ? { filingTypes: types } : {}),
    }),
    [fromMs, toMs, provinces, types],
  );
  return { range, input, scope: { range: name, from, to, provinces, types } };
}
