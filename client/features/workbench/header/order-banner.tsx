import { useMutation } from "@tanstack/react-query";
import { Alert, App, Button } from "antd";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useRefusal } from "../../../lib/refusal";
import { useIntentions } from "../../../lib/request-id";
import { useShortcut } from "../../../lib/shortcuts";
import { type OrderView, queryClient, trpc } from "../../../lib/trpc";
import { rememberDetail } from "../../../lib/use-claim-next";
import { KeyCap } from "../../../ui/key-cap";
import { useWorkbench } from "../workbench-context";

type Situation =
  | "FREE"
  | "OTHERS"
  | "LOST"
  | "LOST_TO_OTHER"
  | "WITHDRAWN"
  | "ABANDONED"
  | "DECIDED"
  | "ON_HOLD";

/** Says why the order cannot be decided here and now, and what to do about it. Nothing when it can. */
export function OrderBanner({ everMine }: { everMine: boolean }) {
  const { t } = useTranslation("workbench");
  const { order, mine } = useWorkbench();
  const situation = situationOf(order, mine, everMine);
  if (situation === null) return null;
  const lost = situation.startsWith("LOST") || situation === "WITHDRAWN" || situation === "ABANDONED";
  return (
    <Alert
      banner
      type={lost ? "warning" : "info"}
      title={t(`banner.${situation}`, {
        holder: order.claim?.by ?? "",
        status: t(`codes:status.${order.status}`),
      })}
      action={order.allowedCommands.includes("claim") ? <ClaimButton /> : undefined}
    />
  );
}

function situationOf(order: OrderView, mine: boolean, everMine: boolean): Situation | null {
  if (mine) return order.onHold ? "ON_HOLD" : null;
  if (order.claim) return everMine ? "LOST_TO_OTHER" : "OTHERS";
  switch (order.status) {
    case "PENDING_FIRST_REVIEW":
    case "REVISED_PENDING_REVIEW":
      return everMine ? "LOST" : "FREE";
    case "DRAFT":
      return everMine ? "WITHDRAWN" : null;
    case "ABANDONED":
      return everMine ? "ABANDONED" : null;
    default:
      return everMine ? "DECIDED" : null;
  }
}

function ClaimButton() {
  const { t } = useTranslation("workbench");
  const { message } = App.useApp();
  const refusal = useRefusal();
  const intentions = useIntentions();
  const { orderNo, version } = useWorkbench().order;
  const { mutate, isPending } = useMutation(
    trpc.queue.claim.mutationOptions({
      onSuccess(detail) {
        intentions.done("claim");
        rememberDetail(detail);
        void queryClient.invalidateQueries(trpc.queue.pathFilter());
      },
      onError(error) {
        const trouble = refusal(error);
        if (trouble.refused) intentions.done("claim");
        message.error(trouble.message);
        void queryClient.invalidateQueries(trpc.orders.get.queryFilter({ orderNo }));
      },
    }),
  );
  const claim = useCallback(
    () => mutate({ orderNo, version, requestId: intentions.of("claim") }),
    [mutate, orderNo, version, intentions.of],
  );
  useShortcut({ keys: "c", label: "workbench:keys.claim", group: "order" }, claim, !isPending);
  return (
    <Button type="primary" loading={isPending} onClick={claim}>
      {t("claim")} <KeyCap keys="c" />
    </Button>
  );
}
