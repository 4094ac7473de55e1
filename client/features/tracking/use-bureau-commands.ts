import { useMutation } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { useRefusal } from "../../lib/refusal";
import { useIntentions } from "../../lib/request-id";
import { queryClient, trpc } from "../../lib/trpc";

type BureauCommand = "push" | "retry" | "recall";

/** The lead's commands on an order that is on its way. `trouble`: why the last one was not carried out. */
export function useBureauCommands(orderNo: string) {
  const { t } = useTranslation("tracking");
  const { message } = App.useApp();
  const refusal = useRefusal();
  const intentions = useIntentions();
  const handlers = (command: BureauCommand) => ({
    onSuccess() {
      intentions.done(command);
      message.success(t(`action.done.${command}`));
    },
    onError(error: unknown) {
      if (refusal(error).refused) intentions.done(command);
    },
    /** Refused or not: the order may have moved on under our eyes. */
    onSettled() {
      void queryClient.invalidateQueries(trpc.bureau.pathFilter());
      void queryClient.invalidateQueries(trpc.orders.pathFilter());
    },
  });
  const push = useMutation(trpc.bureau.pushNow.mutationOptions(handlers("push")));
  const retry = useMutation(trpc.bureau.retry.mutationOptions(handlers("retry")));
  const recall = useMutation(trpc.orders.recall.mutationOptions(handlers("recall")));
  const error = push.error ?? retry.error ?? recall.error;
  const forget = () => {
    for (const command of [push, retry, recall]) command.reset();
  };
  return {
    running: push.isPending || retry.isPending || recall.isPending,
    trouble: error ? refusal(error) : null,
    push() {
      forget();
      push.mutate({ orderNo, requestId: intentions.of("push") });
    },
    retry() {
      forget();
      retry.mutate({ orderNo, requestId: intentions.of("retry") });
    },
    async recall(reason: string): Promise<boolean> {
      forget();
      const answer = await recall
        .mutateAsync({ orderNo, reason, requestId: intentions.of("recall") })
        .catch(() => null);
      return answer !== null;
    },
  };
}
