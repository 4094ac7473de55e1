import { RollbackOutlined, SendOutlined, SyncOutlined } from "@ant-design/icons";
import { Alert, Button, Input, Modal, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CommandType } from "#shared/domain/order/command";
import { useMay } from "../../lib/session";
import styles from "./tracking.module.css";
import { useBureauCommands } from "./use-bureau-commands";

interface Props {
  orderNo: string;
  /** What the server would let this person do now. */
  allowed: readonly CommandType[];
}

/** Push now, resubmit unchanged, recall: for leads, and only what the order allows. */
export function LeadActions({ orderNo, allowed }: Props) {
  const { t } = useTranslation("tracking");
  const mayOperate = useMay("bureau.operate");
  const mayLead = useMay("orders.lead");
  const commands = useBureauCommands(orderNo);
  const [recalling, setRecalling] = useState(false);
  const canPush = mayOperate && allowed.includes("push");
  const canRetry = mayOperate && allowed.includes("resubmitUnchanged");
  const canRecall = mayLead && allowed.includes("recall");
  // The order may move on while a reason is being typed: the dialog stays, and the answer says what happened.
  if (!canPush && !canRetry && !canRecall && !recalling && commands.trouble === null) return null;
  return (
    <section className={styles.actions} aria-label={t("action.title")}>
      {canPush ? (
        <Tooltip title={t("action.pushHelp")}>
          <Button type="primary" icon={<SendOutlined />} loading={commands.running} onClick={commands.push}>
            {t("action.push")}
          </Button>
        </Tooltip>
      ) : null}
      {canRetry ? (
        <Tooltip title={t("action.retryHelp")}>
          <Button type="primary" icon={<SyncOutlined />} loading={commands.running} onClick={commands.retry}>
            {t("action.retry")}
          </Button>
        </Tooltip>
      ) : null}
      {canRecall ? (
        <Tooltip title={t("action.recallHelp")}>
          <Button icon={<RollbackOutlined />} onClick={() => setRecalling(true)}>
            {t("action.recall")}
          </Button>
        </Tooltip>
      ) : null}
      {commands.trouble && !recalling ? (
        <Alert
          className={styles.trouble}
          type="warning"
          showIcon
          title={t("action.refused")}
          description={commands.trouble.message}
        />
      ) : null}
      {recalling ? (
        <RecallDialog orderNo={orderNo} commands={commands} onClose={() => setRecalling(false)} />
      ) : null}
    </section>
  );
}

interface DialogProps {
  orderNo: string;
  commands: ReturnType<typeof useBureauCommands>;
  onClose: () => void;
}

/** Asks for the reason; a refusal is shown here and what was typed stays. */
function RecallDialog({ orderNo, commands, onClose }: DialogProps) {
  const { t } = useTranslation("tracking");
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const send = async () => {
    const empty = reason.trim() === "";
    setMissing(empty);
    if (!empty && (await commands.recall(reason.trim()))) onClose();
  };
  return (
    <Modal
      open
      title={t("action.recallTitle", { orderNo })}
      okText={t("action.recall")}
      cancelText={t("common:action.cancel")}
      confirmLoading={commands.running}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <p>{t("action.recallText")}</p>
      <Input.TextArea
        autoFocus
        rows={3}
        maxLength={1000}
        aria-label={t("action.recallReason")}
        placeholder={t("action.recallReason")}
        value={reason}
        status={missing ? "error" : ""}
        onChange={(event) => setReason(event.target.value)}
      />
      {missing ? <p role="alert">{t("action.recallMissing")}</p> : null}
      {commands.trouble ? <Alert type="warning" showIcon title={commands.trouble.message} /> : null}
    </Modal>
  );
}
