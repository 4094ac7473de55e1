import { useMutation, useQuery } from "@tanstack/react-query";
import { App } from "antd";
import { useRefusal } from "../../lib/refusal";
import { BACKGROUND, queryClient, trpc } from "../../lib/trpc";

const STATUS_EVERY_MS = 5_000;
const CODES_EVERY_MS = 2_000;

export function useSimulatorStatus() {
  return useQuery(
    trpc.simulator.status.queryOptions(
      {},
      { refetchInterval: STATUS_EVERY_MS, retry: false, trpc: BACKGROUND },
    ),
  );
}

/** Codes that the simulated ministry sent; they follow the bureau's fast clock, so they are asked for often. */
export function useSimulatorCodes() {
  return useQuery(
    trpc.simulator.sms.queryOptions({}, { refetchInterval: CODES_EVERY_MS, retry: false, trpc: BACKGROUND }),
  );
}

/** Changes the simulator's behaviour; the answer is its new state. */
export function useControl() {
  const { message } = App.useApp();
  const refusal = useRefusal();
  return useMutation(
    trpc.simulator.control.mutationOptions({
      onSuccess: (status) => queryClient.setQueryData(trpc.simulator.status.queryKey({}), status),
      onError: (error) => message.error(refusal(error).message),
    }),
  );
}

/** After something was done in the simulated world: look at all of it again. */
export function renewSimulator(): void {
  void queryClient.invalidateQueries(trpc.simulator.pathFilter());
  void queryClient.invalidateQueries(trpc.bureau.pathFilter());
}
