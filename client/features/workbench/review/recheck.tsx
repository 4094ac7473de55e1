import { ReloadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRefusal } from "../../../lib/refusal";
import { useMay } from "../../../lib/session";
import { queryClient, trpc } from "../../../lib/trpc";
import { rememberDetail } from "../../../lib/use-claim-next";
import { useWorkbench } from "../workbench-context";
import { isUndecided } from "./change-groups";
import styles from "./review.module.css";

/**
 * Runs the rules again now. A version that differs from the one the order was opened with means that something was
 * found or has gone since; the reader is told, since what he read before may no longer hold.
 */
export function Recheck() {
  const { t } = useTranslation("workbench");
  const { message } = App.useApp();
  const refusal = useRefusal();
  const reviews = useMay("orders.review");
  const { order } = useWorkbench();
  const { orderNo, findingsVersion } = order;
  const [opened] = useState(findingsVersion);
  const { mutate, isPending } = useMutation(
    trpc.orders.recheck.mutationOptions({
      onSuccess(detail) {
        const changed = detail.findingsVersion !== findingsVersion;
        rememberDetail(detail);
        void queryClient.invalidateQueries(trpc.orders.diff.queryFilter());
        message.success(t(changed ? "recheck.changed" : "recheck.same"));
      },
      onError: (error) => message.error(refusal(error).message),
    }),
  );
  if (!reviews || !isUndecided(order)) return null;
  return (
    <div className={styles.recheck}>
      {findingsVersion === opened ? null : (
        <p className={styles.moved} role="status">
          {t("recheck.moved")}
        </p>
      )}
      <Button
        size="small"
        icon={<ReloadOutlined />}
        loading={isPending}
        title={t("recheck.hint", { version: findingsVersion ?? "—" })}
        onClick={() => mutate({ orderNo })}
      >
        {t("recheck.run")}
      </Button>
    </div>
  );
}
