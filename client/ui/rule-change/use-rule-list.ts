import { useQuery } from "@tanstack/react-query";
import { BACKGROUND, queryClient, trpc } from "../../lib/trpc";

const ASK_AGAIN_MS = 2_000;

/** The catalogue in force; asked again while orders of the queue wait for their re-check. */
export function useRuleList() {
  return useQuery(
    trpc.rules.list.queryOptions(
      {},
      {
        refetchInterval: ({ state }) => ((state.data?.recheckLeft ?? 0) > 0 ? ASK_AGAIN_MS : false),
        trpc: BACKGROUND,
      },
    ),
  );
}

/** After any change of rules, provinces or lists: what is in force, its history and the re-check are read anew. */
export async function readRulesAnew(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries(trpc.rules.pathFilter()),
    queryClient.invalidateQueries(trpc.provinces.pathFilter()),
    queryClient.invalidateQueries(trpc.lists.pathFilter()),
  ]);
}
