import { useMutation, useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import type { OrderStatus } from "#shared/domain/order/status";
import { useRefusal } from "../../lib/refusal";
import { queryClient, trpc } from "../../lib/trpc";
import { StatusTag } from "../../ui/order-labels";
import { Panel } from "./panel";
import styles from "./simulator.module.css";

const SHOWN = 20;

interface ReturnedOrder {
  orderNo: string;
  entityName: string;
  status: OrderStatus;
}

/** Orders that wait for their applicant, each with a button that lets the simulated one answer. */
export function ApplicantPanel() {
  const { t } = useTranslation("simulator");
  const byUs = useQuery(
    trpc.queue.list.queryOptions({
      view: "ALL",
      filter: { statuses: ["NEEDS_REVISION", "FIRST_REVIEW_REJECTED"] },
      sort: { by: "submittedAtMs", dir: "desc" },
      limit: SHOWN,
    }),
  );
  const byBureau = useQuery(trpc.bureau.list.queryOptions({ stages: ["RETURNED"], limit: SHOWN }));
  const orders: ReturnedOrder[] = [...(byBureau.data?.rows ?? []), ...(byUs.data?.rows ?? [])];
  const more = byUs.data?.nextCursor != null || byBureau.data?.nextCursor != null;
  const loaded = byUs.isSuccess && byBureau.isSuccess;
  return (
    <Panel title={t("applicant.title")} help={t("applicant.help")}>
      {loaded && orders.length === 0 ? <p className={styles.help}>{t("applicant.empty")}</p> : null}
      <ul className={styles.messages}>
        {orders.map((order) => (
          <ReturnedLine key={order.orderNo} order={order} />
        ))}
      </ul>
      {more ? <p className={styles.help}>{t("applicant.more", { count: orders.length })}</p> : null}
    </Panel>
  );
}

function ReturnedLine({ order }: { order: ReturnedOrder }) {
  const { t } = useTranslation("simulator");
  const { message } = App.useApp();
  const refusal = useRefusal();
  const fix = useMutation(
    trpc.simulator.applicantFix.mutationOptions({
      onSuccess: ({ orderNo }) => message.success(t("applicant.done", { orderNo })),
      onError: (error) => message.error(refusal(error).message),
      onSettled() {
        void queryClient.invalidateQueries(trpc.queue.pathFilter());
        void queryClient.invalidateQueries(trpc.bureau.pathFilter());
      },
    }),
  );
  return (
    <li className={styles.returned}>
      <span className={styles.returnedText}>
        <span className={styles.clip} title={order.entityName}>
          {order.entityName}
        </span>
        <span className={styles.help}>{order.orderNo}</span>
      </span>
      <StatusTag status={order.status} />
      <Button
        loading={fix.isPending}
        aria-label={t("applicant.fixOrder", { orderNo: order.orderNo })}
        onClick={() => fix.mutate({ orderNo: order.orderNo })}
      >
        {t("applicant.fix")}
      </Button>
    </li>
  );
}
