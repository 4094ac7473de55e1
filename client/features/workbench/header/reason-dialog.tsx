import { Input, Modal } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./dialog.module.css";

interface Props {
  title: string;
  hint: string;
  label: string;
  maxLength: number;
  running: boolean;
  onConfirm: (reason: string) => void;
  onCancel: () => void;
}

/** Asks why. The reason is part of the audit trail. */
export function ReasonDialog({ title, hint, label, maxLength, running, onConfirm, onCancel }: Props) {
  const { t } = useTranslation("workbench");
  const id = useId();
  const [reason, setReason] = useState("");
  const ready = reason.trim().length >= 2;
  return (
    <Modal
      open
      destroyOnHidden
      title={title}
      okText={t("common:action.confirm")}
      okButtonProps={{ disabled: !ready, loading: running }}
      onOk={() => onConfirm(reason.trim())}
      onCancel={onCancel}
      width={460}
    >
      <p className={styles.hint}>{hint}</p>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <Input.TextArea
        id={id}
        autoFocus
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={maxLength}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
}
