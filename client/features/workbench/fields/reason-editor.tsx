import { DeleteOutlined, FileTextOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Dropdown, Input, Tooltip } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { TemplateRow } from "#shared/contract/staff-templates";
import { hasUnfilledPlaceholder } from "#shared/domain/review/verdict";
import { trpc } from "../../../lib/trpc";
import { useSpoken } from "../../../lib/use-spoken";
import type { DraftReason } from "../verdict/draft";
import styles from "../workbench.module.css";
import { useWorkbench } from "../workbench-context";
import { templatesFor } from "./templates-for";
import { useFieldLabel } from "./use-field-label";
import { justMarked } from "./use-marking";

/** Released texts change rarely; one that is a few minutes old is still a right one. */
const LIBRARY_STALE_MS = 5 * 60_000;

/** What is wrong with the field and what the customer should do; a template gives the sentence to start from. */
export function ReasonEditor({ reason }: { reason: DraftReason }) {
  const { t } = useTranslation("workbench");
  const { changeDraft, editable } = useWorkbench();
  const label = useFieldLabel();
  const problem = useRef<TextAreaRef>(null);
  const { fieldPath } = reason;
  useEffect(() => {
    if (justMarked.get() !== fieldPath) return;
    justMarked.set(null);
    problem.current?.focus();
  }, [fieldPath]);
  const patch = (change: Partial<DraftReason>) => changeDraft({ type: "REASON", reason, patch: change });
  const name = label(fieldPath);
  return (
    <div className={styles.reasonBox}>
      <Input.TextArea
        ref={problem}
        className={styles.problem ?? ""}
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={2000}
        disabled={!editable}
        status={hasUnfilledPlaceholder(reason.text) ? "error" : ""}
        value={reason.text}
        aria-label={t("reason.problemOf", { field: name })}
        placeholder={t("reason.problem")}
        onChange={(event) => patch({ text: event.target.value })}
        onKeyDown={leaveOnEscape}
      />
      <Input.TextArea
        className={styles.suggestion ?? ""}
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={2000}
        disabled={!editable}
        status={hasUnfilledPlaceholder(reason.suggestion) ? "error" : ""}
        value={reason.suggestion}
        aria-label={t("reason.suggestionOf", { field: name })}
        placeholder={t("reason.suggestion")}
        onChange={(event) => patch({ suggestion: event.target.value })}
        onKeyDown={leaveOnEscape}
      />
      {editable ? (
        <span className={styles.reasonTools}>
          <TemplateMenu
            fieldPath={fieldPath}
            onPick={(template) => {
              patch({ templateCode: template.code, text: template.body.zh });
              problem.current?.focus();
            }}
          />
          <Tooltip title={t("reason.remove")}>
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t("reason.removeOf", { field: name })}
              onClick={() => changeDraft({ type: "UNMARK", reason })}
            />
          </Tooltip>
        </span>
      ) : null}
      {hasUnfilledPlaceholder(`${reason.text}${reason.suggestion}`) ? (
        <p className={styles.placeholderHint}>{t("reason.placeholder")}</p>
      ) : null}
    </div>
  );
}

/** Escape gives the keys back to the page, without losing a word. */
function leaveOnEscape(event: React.KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key === "Escape" && !event.nativeEvent.isComposing) event.currentTarget.blur();
}

function TemplateMenu({ fieldPath, onPick }: { fieldPath: string; onPick: (template: TemplateRow) => void }) {
  const { t } = useTranslation("workbench");
  const spoken = useSpoken();
  const { order } = useWorkbench();
  const library = useQuery(trpc.templates.list.queryOptions({}, { staleTime: LIBRARY_STALE_MS }));
  const templates = useMemo(
    () => templatesFor(fieldPath, order.filingType, library.data?.rows ?? []),
    [fieldPath, order.filingType, library.data],
  );
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        className: styles.templates ?? "",
        items: templates.map((template) => ({
          key: template.code,
          label: <span title={template.body.zh}>{spoken(template.title)}</span>,
          onClick: () => onPick(template),
        })),
      }}
    >
      <Tooltip title={t("reason.template")}>
        <Button type="text" icon={<FileTextOutlined />} aria-label={t("reason.template")} />
      </Tooltip>
    </Dropdown>
  );
}
