import { DatePicker, Input } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import styles from "./rule-change.module.css";
import { shanghaiToday } from "./shanghai-today";

const FORMAT = "YYYY-MM-DD";
const REASON_MAX = 1000;
const REASON_MIN = 2;

export interface Change {
  readonly effectiveFrom: string;
  readonly reason: string;
}

export function freshChange(): Change {
  return { effectiveFrom: shanghaiToday(), reason: "" };
}

/** Whether the server would take the reason; it counts without the blanks around it. */
export function hasReason({ reason }: { readonly reason: string }): boolean {
  return reason.trim().length >= REASON_MIN;
}

interface FieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  children: (ids: { id: string; "aria-describedby"?: string }) => ReactNode;
}

/** One field of a form: its label above, what is wrong with it or what helps below. */
export function FormField({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(note === undefined ? {} : { "aria-describedby": `${id}-note` }) })}
      {note === undefined ? null : (
        <span id={`${id}-note`} className={error === undefined ? styles.hint : styles.error}>
          {note}
        </span>
      )}
    </div>
  );
}

interface DayProps {
  label: string;
  value: string | null;
  /** Days before this one cannot be chosen. */
  from: string;
  optional?: true;
  onChange: (day: string | null) => void;
}

export function DayField({ label, value, from, optional, onChange }: DayProps) {
  return (
    <FormField label={label}>
      {(ids) => (
        <DatePicker
          {...ids}
          className={styles.day ?? ""}
          format={FORMAT}
          value={value === null ? null : dayjs(value, FORMAT)}
          minDate={dayjs(from, FORMAT)}
          allowClear={optional === true}
          onChange={(day) => onChange(day === null ? null : day.format(FORMAT))}
        />
      )}
    </FormField>
  );
}

interface Props {
  change: Change;
  onChange: (change: Change) => void;
}

/** From when, and why: what every change of the rules asks for. */
export function ChangeFields({ change, onChange }: Props) {
  const { t } = useTranslation("rules");
  return (
    <>
      <DayField
        label={t("change.effectiveFrom")}
        value={change.effectiveFrom}
        from={shanghaiToday()}
        onChange={(day) => onChange({ ...change, effectiveFrom: day ?? shanghaiToday() })}
      />
      <ReasonField value={change.reason} onChange={(reason) => onChange({ ...change, reason })} />
    </>
  );
}

export function ReasonField({ value, onChange }: { value: string; onChange: (reason: string) => void }) {
  const { t } = useTranslation("rules");
  return (
    <FormField label={t("change.reason")} hint={t("change.reasonHint")}>
      {(ids) => (
        <Input.TextArea
          {...ids}
          value={value}
          maxLength={REASON_MAX}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FormField>
  );
}
