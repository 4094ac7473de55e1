import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import type { OrderRow } from "#shared/contract/staff-queue";
import { useRefusal } from "../../lib/refusal";
import { useIntentions } from "../../lib/request-id";
import { useMay, useSession } from "../../lib/session";
import { queryClient, trpc } from "../../lib/trpc";
import { rememberDetail } from "../../lib/use-claim-next";
import styles from "./queue.module.css";

/** Takes this very order, or goes on with it when it is ours already. */
export function ClaimRowButton({ row }: { row: OrderRow }) {
  const { t } = useTranslation("queue");
  const { username } = useSession();
  const mayReview = useMay("orders.review");
  if (row.claim?.by === username) {
    return (
      <Link to="/orders/$orderNo" params={{ orderNo: row.orderNo }}>
        {t("row.continue")}
      </Link>
    );
  }
  const free = row.status === "PENDING_FIRST_REVIEW" || row.status === "REVISED_PENDING_REVIEW";
  return free && mayReview ? <Claim row={row} /> : null;
}

function Claim({ row }: { row: OrderRow }) {
  const { t } = useTranslation("queue");
  const { message } = App.useApp();
  const refusal = useRefusal();
  const navigate = useNavigate();
  const intentions = useIntentions();
  const claim = useMutation(
    trpc.queue.claim.mutationOptions({
      async onSuccess(detail) {
        rememberDetail(detail);
        void queryClient.invalidateQueries(trpc.queue.pathFilter());
        await navigate({ to: "/orders/$orderNo", params: { orderNo: detail.orderNo } });
      },
      onError(error) {
        const trouble = refusal(error);
        if (trouble.refused) intentions.done("claim");
        message.error(trouble.message);
        void queryClient.invalidateQueries(trpc.queue.pathFilter());
      },
    }),
  );
  const run = () =>
    claim.mutate({ orderNo: row.orderNo, version: row.version, requestId: intentions.of("claim") });
  return (
    <Button
      type="link"
      className={styles.rowButton ?? ""}
      loading={claim.isPending}
      onClick={run}
      aria-label={t("row.claimOrder", { orderNo: row.orderNo })}
    >
      {t("row.claim")}
    </Button>
  );
}
