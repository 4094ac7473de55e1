import { useMutation } from "@tanstack/react-query";
import { Alert, Checkbox, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRefusal } from "../../lib/refusal";
import { trpc } from "../../lib/trpc";
import { FormField, hasReason, ReasonField } from "../../ui/rule-change/change-fields";
import styles from "../../ui/rule-change/rule-change.module.css";
import { useAfterChange } from "../../ui/rule-change/use-change";

const CODE = { min: 4, max: 64 };
const ISSUER_MAX = 128;

export function AddAuthCode({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("lists");
  const refusal = useRefusal();
  const [code, setCode] = useState("");
  const [issuer, setIssuer] = useState("");
  const [issuerValid, setIssuerValid] = useState(true);
  const [reason, setReason] = useState("");
  const add = useMutation(trpc.lists.addAuthCode.mutationOptions({ onSuccess: useAfterChange(onClose) }));
  const complete = code.trim().length >= CODE.min && issuer.trim() !== "" && hasReason({ reason });
  return (
    <Modal
      open
      title={t("authCodes.add")}
      okText={t("common:action.save")}
      cancelText={t("common:action.cancel")}
      okButtonProps={{ disabled: !complete }}
      confirmLoading={add.isPending}
      onOk={() => add.mutate({ code, issuerInstanceId: issuer, issuerValid, reason })}
      onCancel={onClose}
    >
      <FormField label={t("authCodes.code")}>
        {(ids) => (
          <Input
            {...ids}
            value={code}
            maxLength={CODE.max}
            autoComplete="off"
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </FormField>
      <FormField label={t("authCodes.issuer")}>
        {(ids) => (
          <Input
            {...ids}
            value={issuer}
            maxLength={ISSUER_MAX}
            onChange={(event) => setIssuer(event.target.value)}
          />
        )}
      </FormField>
      <div className={styles.field}>
        <Checkbox checked={issuerValid} onChange={(event) => setIssuerValid(event.target.checked)}>
          {t("authCodes.issuerValidNow")}
        </Checkbox>
      </div>
      <ReasonField value={reason} onChange={setReason} />
      {add.error ? <Alert type="warning" showIcon title={refusal(add.error).message} /> : null}
    </Modal>
  );
}
