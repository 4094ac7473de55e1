import { useQuery } from "@tanstack/react-query";
import { Input, Modal, Select } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../../lib/session";
import { trpc } from "../../../lib/trpc";
import styles from "./dialog.module.css";

interface Props {
  command: "escalate" | "handOver" | "assign" | "reassign";
  running: boolean;
  onConfirm: (input: { to: string; comment?: string }) => void;
  onCancel: () => void;
}

/** To whom, and a word with it. An escalation goes to a lead and must say why. */
export function MoveDialog({ command, running, onConfirm, onCancel }: Props) {
  const { t } = useTranslation("workbench");
  const id = useId();
  const { username } = useSession();
  const [to, setTo] = useState<string | null>(null);
  const [comment, setComment] = useState("");
  const reviewers = useQuery(trpc.staff.reviewers.queryOptions({}));
  const options = (reviewers.data?.rows ?? [])
    .filter((row) => row.username !== username && (command !== "escalate" || row.lead))
    .map((row) => ({ value: row.username, label: `${row.displayName} (${row.username})` }));
  const ready = to !== null && (command !== "escalate" || comment.trim() !== "");
  const confirm = () => {
    if (to !== null) onConfirm({ to, ...(comment.trim() === "" ? {} : { comment: comment.trim() }) });
  };
  return (
    <Modal
      open
      destroyOnHidden
      title={t(`command.${command}`)}
      okText={t("common:action.confirm")}
      okButtonProps={{ disabled: !ready, loading: running }}
      onOk={confirm}
      onCancel={onCancel}
      width={460}
    >
      <p className={styles.hint}>{t(`hint.${command}`)}</p>
      <label className={styles.label} htmlFor={`${id}-to`}>
        {t(command === "escalate" ? "move.lead" : "move.colleague")}
      </label>
      <Select
        id={`${id}-to`}
        className={styles.wide ?? ""}
        autoFocus
        showSearch={{ optionFilterProp: "label" }}
        loading={reviewers.isPending}
        value={to}
        options={options}
        onChange={setTo}
      />
      <label className={styles.label} htmlFor={`${id}-comment`}>
        {t(command === "escalate" ? "move.why" : "move.comment")}
      </label>
      <Input.TextArea
        id={`${id}-comment`}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={1000}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
    </Modal>
  );
}
