import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { App } from "antd";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useRefusal } from "./refusal";
import { useIntentions } from "./request-id";
import { type OrderView, queryClient, trpc } from "./trpc";

/** Puts a detail that a command answered where `orders.get` would have put it. */
export function rememberDetail(detail: OrderView): void {
  queryClient.setQueryData(trpc.orders.get.queryKey({ orderNo: detail.orderNo }), detail);
}

interface Options {
  /** Nothing left to take; by default only a message says so. */
  onNothing?: () => void;
}

/** "Take next": claims the next order of the queue and opens it. */
export function useClaimNext({ onNothing }: Options = {}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const refusal = useRefusal();
  const navigate = useNavigate();
  const intentions = useIntentions();
  const { mutate, isPending } = useMutation(
    trpc.queue.claimNext.mutationOptions({
      async onSuccess(detail) {
        intentions.done("next");
        void queryClient.invalidateQueries(trpc.queue.pathFilter());
        if (!detail) {
          message.info(t("takeNext.nothing"));
          onNothing?.();
          return;
        }
        rememberDetail(detail);
        await navigate({ to: "/orders/$orderNo", params: { orderNo: detail.orderNo } });
      },
      onError(error) {
        const trouble = refusal(error);
        if (trouble.refused) intentions.done("next");
        message.error(trouble.message);
      },
    }),
  );
  const takeNext = useCallback(() => {
    if (!isPending) mutate({ requestId: intentions.of("next") });
  }, [mutate, isPending, intentions.of]);
  return { takeNext, taking: isPending };
}
