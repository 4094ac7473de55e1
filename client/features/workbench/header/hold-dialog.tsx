import { Input, Modal, Radio } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { HOLD_REASONS } from "#shared/domain/order/order";
import { addWorkingMinutes } from "#shared/domain/time/working-calendar";
import { useFormatTime } from "../../../lib/format-time";
import { serverNowMs } from "../../../lib/server-clock";
import styles from "./dialog.module.css";

interface Props {
  running: boolean;
  onConfirm: (input: { reason: (typeof HOLD_REASONS)[number]; untilMs: number; comment?: string }) => void;
  onCancel: () => void;
}

/** Working minutes to wait: one hour (the usual distance of two calls), half a day, one, two and five days. */
const WAITS = [60, 270, 540, 1080, 2700] as const;

/** Why to wait, and until when; times run in working hours, so that nothing wakes up at night. */
export function HoldDialog({ running, onConfirm, onCancel }: Props) {
  const { t } = useTranslation("workbench");
  const id = useId();
  const format = useFormatTime();
  const [nowMs] = useState(serverNowMs);
  const [reason, setReason] = useState<(typeof HOLD_REASONS)[number]>("CALL_BACK");
  const [minutes, setMinutes] = useState<number>(WAITS[0]);
  const [comment, setComment] = useState("");
  const untilMs = (wait: number) => addWorkingMinutes(nowMs, wait).atMs;
  const confirm = () =>
    onConfirm({
      reason,
      untilMs: untilMs(minutes),
      ...(comment.trim() === "" ? {} : { comment: comment.trim() }),
    });
  return (
    <Modal
      open
      destroyOnHidden
      title={t("command.hold")}
      okText={t("common:action.confirm")}
      okButtonProps={{ loading: running }}
      onOk={confirm}
      onCancel={onCancel}
      width={460}
    >
      <p className={styles.hint}>{t("hint.hold")}</p>
      <fieldset className={styles.choices}>
        <legend className={styles.label}>{t("hold.why")}</legend>
        <Radio.Group
          vertical
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          options={HOLD_REASONS.map((value) => ({ value, label: t(`codes:holdReason.${value}`) }))}
        />
      </fieldset>
      <fieldset className={styles.choices}>
        <legend className={styles.label}>{t("hold.untilWhen")}</legend>
        <Radio.Group
          vertical
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
          options={WAITS.map((wait) => ({
            value: wait,
            label: `${t(`hold.wait.${wait}`)} · ${format(untilMs(wait))}`,
          }))}
        />
      </fieldset>
      <label className={styles.label} htmlFor={id}>
        {t("move.comment")}
      </label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={1000}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
    </Modal>
  );
}
