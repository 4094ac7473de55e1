import { CopyOutlined, EyeInvisibleOutlined, EyeOutlined, LeftOutlined } from "@ant-design/icons";
import { Link, useNavigate } from "@tanstack/react-router";
import { App, Button, Tag, Tooltip } from "antd";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../lib/session";
import { useShortcut } from "../../../lib/shortcuts";
import { useClaimNext } from "../../../lib/use-claim-next";
import { KeyCap } from "../../../ui/key-cap";
import { StatusTag, useKindLabel, useProvinceLabel } from "../../../ui/order-labels";
import { SlaClock } from "../../../ui/sla-clock";
import styles from "../workbench.module.css";
import { useWorkbench } from "../workbench-context";
import { LeaseClock } from "./lease-clock";
import { OrderActions } from "./order-actions";
import { ReasonDialog } from "./reason-dialog";
import type { Reveal } from "./use-reveal";

const CLOCK_RUNS = ["PENDING_FIRST_REVIEW", "UNDER_FIRST_REVIEW", "REVISED_PENDING_REVIEW"];

/** Who and what the order is, its clocks, and everything that can be done with it besides a verdict. */
export function WorkbenchHeader({ reveal }: { reveal: Reveal }) {
  const { t } = useTranslation("workbench");
  const { order, mine } = useWorkbench();
  const reviews = useMay("orders.review");
  const navigate = useNavigate();
  const { takeNext } = useClaimNext();
  const toQueue = useCallback(() => void navigate({ to: "/queue" }), [navigate]);
  useShortcut({ keys: "q", label: "common:shortcuts.queue", group: "general" }, toQueue);
  useShortcut({ keys: "n", label: "workbench:keys.next", group: "order" }, takeNext, reviews && !mine);
  const kindLabel = useKindLabel();
  const provinceLabel = useProvinceLabel();
  return (
    <header className={styles.header}>
      <Link to="/queue" className={styles.back} aria-label={t("toQueue")} title={t("toQueue")}>
        <LeftOutlined />
      </Link>
      <div className={styles.who}>
        <h1 className={styles.entity} title={order.entityName}>
          {order.entityName}
        </h1>
        <div className={styles.facts}>
          <OrderNo />
          <StatusTag status={order.status} />
          {order.escalated ? <Tag color="warning">{t("flag.escalated")}</Tag> : null}
          <span>{kindLabel(order.kind)}</span>
          <span>{provinceLabel(order.provinceCode)}</span>
          <span>{t("round", { n: order.round })}</span>
        </div>
      </div>
      <div className={styles.clocks}>
        {CLOCK_RUNS.includes(order.status) ? (
          <SlaClock
            submittedAtMs={order.submittedAtMs}
            dueAtMs={order.dueAtMs}
            estimated={order.dueEstimated}
          />
        ) : null}
        <LeaseClock />
      </div>
      <div className={styles.actions}>
        {reveal.possible ? <RevealButton reveal={reveal} /> : null}
        <OrderActions />
      </div>
      {reveal.asking ? (
        <ReasonDialog
          title={t("reveal.title")}
          hint={t("reveal.hint")}
          label={t("reveal.reason")}
          maxLength={200}
          running={reveal.running}
          onConfirm={reveal.reveal}
          onCancel={reveal.cancel}
        />
      ) : null}
    </header>
  );
}

function OrderNo() {
  const { t } = useTranslation("workbench");
  const { message } = App.useApp();
  const { order } = useWorkbench();
  const copy = () => {
    navigator.clipboard.writeText(order.orderNo).then(
      () => message.success(t("common:action.copied")),
      () => message.error(t("copyFailed")),
    );
  };
  return (
    <span className={styles.orderNo}>
      {order.orderNo}
      <Tooltip title={t("copyOrderNo")}>
        <Button type="text" icon={<CopyOutlined />} aria-label={t("copyOrderNo")} onClick={copy} />
      </Tooltip>
    </span>
  );
}

function RevealButton({ reveal }: { reveal: Reveal }) {
  const { t } = useTranslation("workbench");
  const shown = reveal.document !== null;
  return (
    <Tooltip title={t(shown ? "reveal.hideHint" : "reveal.showHint")}>
      <Button
        icon={shown ? <EyeInvisibleOutlined /> : <EyeOutlined />}
        loading={reveal.running}
        onClick={reveal.toggle}
      >
        {t(shown ? "reveal.hide" : "reveal.show")} <KeyCap keys="r" />
      </Button>
    </Tooltip>
  );
}
