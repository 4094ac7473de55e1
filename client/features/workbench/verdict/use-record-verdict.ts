import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { App } from "antd";
import { useCallback } from "react";
import { useRefusal } from "../../../lib/refusal";
import { useIntentions } from "../../../lib/request-id";
import { queryClient, trpc } from "../../../lib/trpc";
import { undoWindow } from "../../../lib/undo-window";
import { useClaimNext } from "../../../lib/use-claim-next";
import { reservedOrderNo } from "../use-reservation";
import { useWorkbench } from "../workbench-context";
import { verdictOf } from "./draft-gap";

const INTENTION = "verdict";

/**
 * Records the verdict at the version that is on the screen, opens the ten seconds to take it back, and goes on to
 * the next order. A refusal changes nothing here: everything that was typed stays where it is.
 */
export function useRecordVerdict(onDecided: () => void) {
  const { order, draft, lead } = useWorkbench();
  const { message } = App.useApp();
  const refusal = useRefusal();
  const navigate = useNavigate();
  const intentions = useIntentions();
  const toQueue = useCallback(() => void navigate({ to: "/queue" }), [navigate]);
  const { takeNext } = useClaimNext({ onNothing: toQueue });
  const { orderNo, version, findingsVersion, findings } = order;
  const { mutate, isPending } = useMutation(
    trpc.verdicts.record.mutationOptions({
      onSuccess(answer, sent) {
        intentions.done(INTENTION);
        onDecided();
        undoWindow.set({ orderNo, outcome: sent.outcome, draft, untilMs: answer.undoUntilMs });
        void queryClient.invalidateQueries({
          ...trpc.orders.get.queryFilter({ orderNo }),
          refetchType: "none",
        });
        const reserved = reservedOrderNo.get();
        reservedOrderNo.set(null);
        if (reserved !== null) void navigate({ to: "/orders/$orderNo", params: { orderNo: reserved } });
        takeNext();
      },
      onError(error) {
        const trouble = refusal(error);
        if (trouble.refused) intentions.done(INTENTION);
        message.error(trouble.message, 8);
        void queryClient.invalidateQueries(trpc.orders.get.queryFilter({ orderNo }));
      },
    }),
  );
  const record = useCallback(() => {
    const verdict = verdictOf(draft, findings, lead);
    if (verdict === null || isPending) return;
    const requestId = intentions.of(INTENTION);
    mutate({ orderNo, version, findingsVersion, requestId, ...verdict });
  }, [draft, findings, lead, isPending, mutate, orderNo, version, findingsVersion, intentions.of]);
  return { record, recording: isPending };
}
