import { QueryClient } from "@tanstack/react-query";
import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  isTRPCClientError,
  splitLink,
  type TRPCClientError,
  type TRPCLink,
} from "@trpc/client";
import type { inferRouterOutputs } from "@trpc/server";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { AppRouter } from "#server/trpc/app-router";
import { causedByInput } from "./activity";
import { learnServerClock } from "./server-clock";

/**
 * The one door to the staff API (contracts.md §3). Every call is a POST with our header, so that no personal data
 * stands in an address and no foreign page can call; only the event stream is a GET.
 */
const URL = "/trpc";
/** The server refuses longer batches. */
const MAX_BATCH = 10;

type AppError = TRPCClientError<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;
/** An order as the workbench has it. */
export type OrderView = Outputs["orders"]["get"];
/** Provinces and lists as they arrive: a value of any form may be left out by the wire. */
export type ProvinceView = Outputs["provinces"]["list"]["rows"][number];
export type SwitchView = ProvinceView["switches"][number];
export type ListView = Outputs["lists"]["list"]["rows"][number];
export type ListEditView = Outputs["lists"]["history"]["edits"][number];

/** Mark of calls that no person caused (polling, prefetch): they must not keep a session alive. */
export const BACKGROUND = { context: { background: true } } as const;

/** Infinite queries add which way they read. Our lists know one way only, and the server refuses unknown keys. */
const withoutDirection: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) => {
    const { input } = op;
    if (typeof input !== "object" || input === null || !("direction" in input)) return next(op);
    const { direction: _, ...rest } = input;
    return next({ ...op, input: rest });
  };

export const client = createTRPCClient<AppRouter>({
  links: [
    withoutDirection,
    splitLink({
      condition: (op) => op.type === "subscription",
      true: httpSubscriptionLink({ url: URL }),
      false: httpBatchLink({
        url: URL,
        maxItems: MAX_BATCH,
        methodOverride: "POST",
        headers: ({ opList }) => {
          const background = !causedByInput() || opList.every((op) => op.context.background === true);
          return { "x-icp-client": "1", ...(background ? { "x-icp-background": "1" } : {}) };
        },
        fetch: async (input, options) => {
          const response = await fetch(input, { ...options, credentials: "same-origin", cache: "no-store" });
          learnServerClock(response);
          return response;
        },
      }),
    }),
  ],
});

/** Refusals and faults of the request are answers; only a broken line is worth another try. */
function worthRetrying(failures: number, error: unknown): boolean {
  const answered = isTRPCClientError(error) && error.data !== undefined && error.data !== null;
  return !answered && failures < 2;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, gcTime: 5 * 60_000, retry: worthRetrying, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});

/** Typed query and mutation options: `useQuery(trpc.queue.counts.queryOptions({}))`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });

export function asAppError(error: unknown): AppError | null {
  return isTRPCClientError<AppRouter>(error) ? error : null;
}
