import { HourglassOutlined, PauseCircleOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Tooltip } from "antd";
import { useCallback, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useThrottledInput } from "../../../lib/activity";
import { classes } from "../../../lib/classes";
import { formatCountdown, useFormatTime } from "../../../lib/format-time";
import { queryClient, trpc } from "../../../lib/trpc";
import { useNow } from "../../../lib/use-now";
import styles from "../workbench.module.css";
import { useWorkbench } from "../workbench-context";

/** The lease is extended at most this often, and only by somebody at work. */
const HEARTBEAT_EVERY_MS = 60_000;
const SOON_MS = 5 * 60_000;

/** How long the claim still protects the order; on hold it cannot run out. */
export function LeaseClock() {
  const { t } = useTranslation("workbench");
  const format = useFormatTime();
  const { order, mine } = useWorkbench();
  if (order.hold) {
    return (
      <Tooltip title={t(`codes:holdReason.${order.hold.reason}`)}>
        <span className={styles.lease}>
          <PauseCircleOutlined /> {t("hold.until", { at: format(order.hold.untilMs, "short") })}
        </span>
      </Tooltip>
    );
  }
  return mine && order.claim ? <Countdown untilMs={order.claim.untilMs} /> : null;
}

function Countdown({ untilMs }: { untilMs: number }) {
  const { t } = useTranslation("workbench");
  const { order } = useWorkbench();
  const { orderNo } = order;
  const leftMs = untilMs - useNow(1_000);
  const over = leftMs <= 0;
  const look = useCallback(
    () => void queryClient.invalidateQueries(trpc.orders.get.queryFilter({ orderNo })),
    [orderNo],
  );
  const { mutate } = useMutation(
    trpc.queue.heartbeat.mutationOptions({
      onSuccess: (answer) =>
        queryClient.setQueryData(trpc.orders.get.queryKey({ orderNo }), (old) =>
          old?.claim ? { ...old, claim: { ...old.claim, untilMs: answer.untilMs } } : old,
        ),
      onError: look,
    }),
  );
  const beat = useCallback(() => mutate({ orderNo }), [mutate, orderNo]);
  useThrottledInput(beat, HEARTBEAT_EVERY_MS, !over);
  useEffect(() => {
    if (over) look();
  }, [over, look]);
  return (
    <Tooltip title={t("lease.hint")}>
      <span className={classes(styles.lease, leftMs < SOON_MS && styles.leaseSoon)}>
        <HourglassOutlined /> {t("lease.left", { time: formatCountdown(leftMs) })}
      </span>
    </Tooltip>
  );
}
