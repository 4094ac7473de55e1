import { useMutation } from "@tanstack/react-query";
import { Alert, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BlacklistRow } from "#shared/contract/staff-rules";
import { useRefusal } from "../../lib/refusal";
import { trpc } from "../../lib/trpc";
import { FormField, hasReason, ReasonField } from "../../ui/rule-change/change-fields";
import { useAfterChange } from "../../ui/rule-change/use-change";

type Kind = BlacklistRow["kind"];
const KINDS = ["ENTITY", "DOMAIN", "PERSON"] as const satisfies readonly Kind[];
const VALUE = { min: 3, max: 255 };
const BUREAU_MAX = 100;

export function AddToBlacklist({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("lists");
  const refusal = useRefusal();
  const [kind, setKind] = useState<Kind>("ENTITY");
  const [value, setValue] = useState("");
  const [bureau, setBureau] = useState("");
  const [reason, setReason] = useState("");
  const add = useMutation(trpc.lists.addToBlacklist.mutationOptions({ onSuccess: useAfterChange(onClose) }));
  const complete = value.trim().length >= VALUE.min && bureau.trim() !== "" && hasReason({ reason });
  return (
    <Modal
      open
      title={t("blacklist.add")}
      okText={t("common:action.save")}
      cancelText={t("common:action.cancel")}
      okButtonProps={{ disabled: !complete }}
      confirmLoading={add.isPending}
      onOk={() => add.mutate({ kind, value, bureau, reason })}
      onCancel={onClose}
    >
      <FormField label={t("blacklist.kind")}>
        {(ids) => (
          <Select<Kind>
            {...ids}
            value={kind}
            options={KINDS.map((one) => ({ value: one, label: t(`blacklist.kinds.${one}`) }))}
            onChange={setKind}
          />
        )}
      </FormField>
      <FormField
        label={t(`blacklist.valueOf.${kind}`)}
        hint={kind === "DOMAIN" ? undefined : t("blacklist.hashed")}
      >
        {(ids) => (
          <Input
            {...ids}
            value={value}
            maxLength={VALUE.max}
            autoComplete="off"
            onChange={(event) => setValue(event.target.value)}
          />
        )}
      </FormField>
      <FormField label={t("blacklist.bureau")}>
        {(ids) => (
          <Input
            {...ids}
            value={bureau}
            maxLength={BUREAU_MAX}
            onChange={(event) => setBureau(event.target.value)}
          />
        )}
      </FormField>
      <ReasonField value={reason} onChange={setReason} />
      {add.error ? <Alert type="warning" showIcon title={refusal(add.error).message} /> : null}
    </Modal>
  );
}

export function RemoveFromBlacklist({ row, onClose }: { row: BlacklistRow; onClose: () => void }) {
  const { t } = useTranslation("lists");
  const refusal = useRefusal();
  const [reason, setReason] = useState("");
  const remove = useMutation(
    trpc.lists.removeFromBlacklist.mutationOptions({ onSuccess: useAfterChange(onClose) }),
  );
  return (
    <Modal
      open
      title={t("blacklist.removeOf", { label: row.label })}
      okText={t("blacklist.remove")}
      cancelText={t("common:action.cancel")}
      okButtonProps={{ danger: true, disabled: !hasReason({ reason }) }}
      confirmLoading={remove.isPending}
      onOk={() => remove.mutate({ id: row.id, reason })}
      onCancel={onClose}
    >
      <ReasonField value={reason} onChange={setReason} />
      {remove.error ? <Alert type="warning" showIcon title={refusal(remove.error).message} /> : null}
    </Modal>
  );
}
