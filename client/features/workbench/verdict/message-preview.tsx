import { useQuery } from "@tanstack/react-query";
import { Alert, Modal, Segmented, Spin } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MessagePreview as Message } from "#shared/contract/staff-review";
import { useRefusal } from "../../../lib/refusal";
import { trpc } from "../../../lib/trpc";
import { useFieldLabel } from "../fields/use-field-label";
import styles from "../workbench.module.css";
import { useWorkbench } from "../workbench-context";

type Language = "zh" | "en";

/**
 * The message as the customer will read it, put together by the server that would send it, in either language.
 * Holes are shown, not hidden: with one in it the message cannot be sent. The note for colleagues is no part of it.
 */
export function MessagePreview({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("workbench");
  const refusal = useRefusal();
  const { draft, order } = useWorkbench();
  const [language, setLanguage] = useState<Language>("zh");
  const outcome = draft.outcome ?? "REVISE";
  const reasons = outcome === "APPROVE" ? [] : draft.reasons;
  const { orderNo } = order;
  const preview = useQuery(
    trpc.verdicts.preview.queryOptions(
      { orderNo, outcome, comment: draft.comment, reasons },
      { staleTime: 0, gcTime: 0 },
    ),
  );
  return (
    <Modal open destroyOnHidden footer={null} title={t("preview.title")} onCancel={onClose} width={600}>
      <Segmented<Language>
        size="small"
        value={language}
        onChange={setLanguage}
        options={[
          { value: "zh", label: t("common:language.zh-CN") },
          { value: "en", label: t("common:language.en-US") },
        ]}
      />
      {preview.isPending ? <Spin className={styles.previewBusy ?? ""} /> : null}
      {preview.isError ? <Alert type="error" showIcon title={refusal(preview.error).message} /> : null}
      {preview.data ? <Letter message={preview.data} language={language} /> : null}
    </Modal>
  );
}

function Letter({ message, language }: { message: Message; language: Language }) {
  const { t } = useTranslation("workbench");
  const { draft, order } = useWorkbench();
  const label = useFieldLabel();
  return (
    <article className={styles.preview} lang={language === "zh" ? "zh-CN" : "en"}>
      {message.complete || draft.outcome === null ? null : (
        <Alert type="warning" showIcon title={t("preview.incomplete")} />
      )}
      <p>{t("preview.order", { orderNo: order.orderNo })}</p>
      <p>
        {t("preview.result")}
        <strong>{draft.outcome === null ? t("preview.noOutcome") : message.subject[language]}</strong>
      </p>
      {message.comment.trim() === "" ? null : <p className={styles.previewText}>{message.comment}</p>}
      {message.reasons.length > 0 ? (
        <ol>
          {message.reasons.map((reason) => (
            <li key={`${reason.ruleId ?? ""} ${reason.fieldPath}`}>
              <strong>{label(reason.fieldPath)}</strong>
              <p className={styles.previewText}>{reason.problem[language] || "—"}</p>
              {reason.holes.length > 0 ? (
                <p className={styles.hole}>{t("preview.holes", { names: reason.holes.join(", ") })}</p>
              ) : null}
              {reason.suggestion.trim() === "" ? null : (
                <p className={styles.previewText}>{t("preview.suggestion", { text: reason.suggestion })}</p>
              )}
            </li>
          ))}
        </ol>
      ) : null}
    </article>
  );
}
