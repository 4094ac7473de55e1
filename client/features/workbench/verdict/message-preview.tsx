import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import { useFieldLabel } from "../fields/use-field-label";
import styles from "../workbench.module.css";
import { useWorkbench } from "../workbench-context";

/** What the customer will read, in the order he will read it. The note for colleagues is not part of it. */
export function MessagePreview({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("workbench");
  const { draft, order } = useWorkbench();
  const label = useFieldLabel();
  const { outcome } = draft;
  return (
    <Modal open destroyOnHidden footer={null} title={t("preview.title")} onCancel={onClose} width={560}>
      <article className={styles.preview}>
        <p>{t("preview.order", { orderNo: order.orderNo })}</p>
        <p>
          {t("preview.result")}
          <strong>{outcome === null ? t("preview.noOutcome") : t(`codes:customerStatus.${outcome}`)}</strong>
        </p>
        {draft.comment.trim() === "" ? null : <p className={styles.previewText}>{draft.comment}</p>}
        {draft.reasons.length > 0 && outcome !== "APPROVE" ? (
          <ol>
            {draft.reasons.map((reason) => (
              <li key={reason.fieldPath}>
                <strong>{label(reason.fieldPath)}</strong>
                <p className={styles.previewText}>{reason.text || "—"}</p>
                {reason.suggestion.trim() === "" ? null : (
                  <p className={styles.previewText}>{t("preview.suggestion", { text: reason.suggestion })}</p>
                )}
              </li>
            ))}
          </ol>
        ) : null}
      </article>
    </Modal>
  );
}
