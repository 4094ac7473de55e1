import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { trpc } from "../../../lib/trpc";
import { useWorkbench } from "../workbench-context";
import { defaultSpan, type Span, unchangedSections } from "./change-groups";

/** The comparison of two revisions; not asked for while there is nothing to compare. */
export function useDiff(span: Span | null) {
  const { orderNo } = useWorkbench().order;
  const { from, to } = span ?? { from: 1, to: 1 };
  return useQuery(trpc.orders.diff.queryOptions({ orderNo, from, to }, { enabled: span !== null }));
}

const NONE: ReadonlySet<string> = new Set();

/** Ids of the sections that a second reading may pass over; empty for a first revision and until it is known. */
export function useUnchangedSections(): ReadonlySet<string> {
  const { order, sections, placed } = useWorkbench();
  const { data } = useDiff(defaultSpan(order.revision, order.previousReasons));
  return useMemo(
    () => (data === undefined ? NONE : unchangedSections(data, sections, placed)),
    [data, sections, placed],
  );
}
