import { useMutation } from "@tanstack/react-query";
import { Alert, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TemplateRow } from "#shared/contract/staff-templates";
import { useRefusal } from "../../lib/refusal";
import { trpc } from "../../lib/trpc";
import { FormField } from "../../ui/rule-change/change-fields";
import styles from "../../ui/rule-change/rule-change.module.css";
import { isFaultless, type PlaceholderFaults, placeholderFaults } from "./placeholder-faults";
import own from "./templates.module.css";
import { useAfterStep } from "./use-templates";

const WIDTH = 900;
const TITLE = { min: 2, max: 60 };
const BODY = { min: 4, max: 1000 };
const SIDES = ["Zh", "En"] as const;

/** Writes a new version; it begins with the open draft, or with what is in force. */
export function EditDialog({ template, onClose }: { template: TemplateRow; onClose: () => void }) {
  const { t } = useTranslation("templates");
  const refusal = useRefusal();
  const after = useAfterStep();
  const [texts, setTexts] = useState(() => textsOf(template));
  const save = useMutation(
    trpc.templates.draft.mutationOptions({
      onSuccess: async () => {
        await after("drafted");
        onClose();
      },
    }),
  );
  const faults = placeholderFaults(template.params, texts);
  const begun = textsOf(template);
  const changed = SIDES.some(
    (side) =>
      texts[`title${side}`] !== begun[`title${side}`] || texts[`body${side}`] !== begun[`body${side}`],
  );
  const longEnough = SIDES.every(
    (side) =>
      texts[`title${side}`].trim().length >= TITLE.min && texts[`body${side}`].trim().length >= BODY.min,
  );
  return (
    <Modal
      open
      width={WIDTH}
      title={t("dialog.title", { code: template.code })}
      okText={t("dialog.save")}
      cancelText={t("common:action.cancel")}
      okButtonProps={{ disabled: !changed || !longEnough || !isFaultless(faults) }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate({ code: template.code, ...texts })}
      onCancel={onClose}
    >
      <p className={own.params}>
        {template.params.length === 0
          ? t("dialog.noParams")
          : t("dialog.params", { names: template.params.map((name) => `{${name}}`).join(" ") })}
      </p>
      <div className={own.pair}>
        {SIDES.map((side) => (
          <div key={side} lang={side === "Zh" ? "zh-CN" : "en"}>
            <FormField label={t(`dialog.title${side}`)}>
              {(ids) => (
                <Input
                  {...ids}
                  value={texts[`title${side}`]}
                  maxLength={TITLE.max}
                  onChange={(event) => setTexts({ ...texts, [`title${side}`]: event.target.value })}
                />
              )}
            </FormField>
            <FormField label={t(`dialog.body${side}`)}>
              {(ids) => (
                <Input.TextArea
                  {...ids}
                  value={texts[`body${side}`]}
                  maxLength={BODY.max}
                  autoSize={{ minRows: 5, maxRows: 14 }}
                  onChange={(event) => setTexts({ ...texts, [`body${side}`]: event.target.value })}
                />
              )}
            </FormField>
          </div>
        ))}
      </div>
      <FaultLines faults={faults} />
      {save.error ? <Alert type="warning" showIcon title={refusal(save.error).message} /> : null}
    </Modal>
  );
}

function textsOf({ draft, ...inForce }: TemplateRow) {
  const { title, body } = draft ?? inForce;
  return { titleZh: title.zh, titleEn: title.en, bodyZh: body.zh, bodyEn: body.en };
}

function FaultLines({ faults }: { faults: PlaceholderFaults }) {
  const { t } = useTranslation("templates");
  const braced = (names: readonly string[]) => names.map((name) => `{${name}}`).join(" ");
  if (isFaultless(faults)) return <p className={styles.faint}>{t("dialog.complete")}</p>;
  return (
    <ul className={styles.faults} role="alert">
      {(["missingZh", "missingEn", "unknown"] as const).map((kind) =>
        faults[kind].length === 0 ? null : (
          <li key={kind}>{t(`dialog.${kind}`, { names: braced(faults[kind]) })}</li>
        ),
      )}
    </ul>
  );
}
