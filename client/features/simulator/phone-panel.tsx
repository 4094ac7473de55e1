import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Input, Space } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SimulatorCode } from "#shared/contract/staff-simulator";
import { useRefusal } from "../../lib/refusal";
import { trpc } from "../../lib/trpc";
import { codeKey } from "./outbox-panel";
import { Panel } from "./panel";
import styles from "./simulator.module.css";
import { renewSimulator } from "./use-simulator";

/** The ministry's page in the hands of the responsible person: code, phone and the end of the ID. */
export function PhonePanel({ code }: { code: SimulatorCode | null }) {
  const { t } = useTranslation("simulator");
  return (
    <Panel title={t("phone.title")}>
      {code === null ? (
        <p className={styles.help}>{t("phone.pick")}</p>
      ) : (
        <Phone key={codeKey(code)} code={code} />
      )}
    </Panel>
  );
}

interface Note {
  type: "success" | "warning" | "error";
  text: string;
}

function Phone({ code }: { code: SimulatorCode }) {
  const { t } = useTranslation("simulator");
  const [typed, setTyped] = useState("");
  const [phone, setPhone] = useState(code.phone);
  const [idTail, setIdTail] = useState(code.idTail);
  const [note, setNote] = useState<Note | null>(null);
  const verify = useVerify(setNote);
  const resend = useResend(setNote);
  const incomplete = typed.trim() === "" || phone.trim() === "" || idTail.trim() === "";
  return (
    <form
      className={styles.phone}
      onSubmit={(event) => {
        event.preventDefault();
        if (!incomplete) verify.mutate({ phone: phone.trim(), code: typed.trim(), idTail: idTail.trim() });
      }}
    >
      <p className={styles.bubble}>{t("phone.message", { code: code.code })}</p>
      <PhoneField label={t("phone.code")} value={typed} onChange={setTyped} maxLength={12} />
      <PhoneField label={t("phone.phone")} value={phone} onChange={setPhone} maxLength={32} />
      <PhoneField label={t("phone.idTail")} value={idTail} onChange={setIdTail} maxLength={12} />
      <Space wrap>
        <Button onClick={() => setTyped(code.code)}>{t("phone.fillRight")}</Button>
        <Button onClick={() => setTyped(wrongCode(code.code))}>{t("phone.fillWrong")}</Button>
      </Space>
      <Space wrap>
        <Button type="primary" htmlType="submit" disabled={incomplete} loading={verify.isPending}>
          {t("phone.submit")}
        </Button>
        <Button
          loading={resend.isPending}
          onClick={() => resend.mutate({ phone: phone.trim(), idTail: idTail.trim() })}
        >
          {t("phone.resend")}
        </Button>
      </Space>
      {note ? <Alert type={note.type} showIcon title={note.text} /> : null}
    </form>
  );
}

interface FieldProps {
  label: string;
  value: string;
  maxLength: number;
  onChange: (value: string) => void;
}

function PhoneField({ label, value, maxLength, onChange }: FieldProps) {
  return (
    <div className={styles.field}>
      <span>{label}</span>
      <Input
        className={styles.grow}
        aria-label={label}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** A code of the same length that is certainly another one. */
function wrongCode(code: string): string {
  return [...code].map((digit) => String((Number(digit) + 1) % 10)).join("");
}

function useVerify(say: (note: Note) => void) {
  const { t } = useTranslation("simulator");
  const refusal = useRefusal();
  return useMutation(
    trpc.simulator.verify.mutationOptions({
      onSuccess({ verified, attemptsLeft }) {
        if (verified) say({ type: "success", text: t("phone.verified") });
        else if (attemptsLeft === 0) say({ type: "error", text: t("phone.locked") });
        else say({ type: "warning", text: t("phone.wrong", { count: attemptsLeft }) });
        renewSimulator();
      },
      onError: (error) => say({ type: "error", text: refusal(error).message }),
    }),
  );
}

function useResend(say: (note: Note) => void) {
  const { t } = useTranslation("simulator");
  const refusal = useRefusal();
  return useMutation(
    trpc.simulator.resend.mutationOptions({
      onSuccess({ sent, resendsLeft }) {
        say(
          sent
            ? { type: "success", text: t("phone.resent", { count: resendsLeft }) }
            : { type: "warning", text: t("phone.notResent") },
        );
        renewSimulator();
      },
      onError: (error) => say({ type: "error", text: refusal(error).message }),
    }),
  );
}
