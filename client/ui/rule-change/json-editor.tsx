import { Input } from "antd";
import { useTranslation } from "react-i18next";
import type { JsonFault } from "./json-fault";
import styles from "./rule-change.module.css";

interface Props {
  label: string;
  text: string;
  faults: readonly JsonFault[];
  onChange: (text: string) => void;
}

/** A value as JSON, with everything that is wrong with it said while it is typed. */
export function JsonEditor({ label, text, faults, onChange }: Props) {
  return (
    <div className={styles.field}>
      <Input.TextArea
        className={styles.json ?? ""}
        aria-label={label}
        value={text}
        spellCheck={false}
        status={faults.length > 0 ? "error" : ""}
        autoSize={{ minRows: 6, maxRows: 22 }}
        onChange={(event) => onChange(event.target.value)}
      />
      <Faults faults={faults} />
    </div>
  );
}

export function Faults({ faults }: { faults: readonly JsonFault[] }) {
  const { t } = useTranslation("rules");
  if (faults.length === 0) return null;
  return (
    <ul className={styles.faults} role="alert">
      {faults.map(({ kind, path, expected }) => (
        <li key={`${kind} ${path}`}>
          {path === "" ? null : <code>{path}</code>} {t(`json.${kind}`, { expected })}
        </li>
      ))}
    </ul>
  );
}

/** A value as it stands in the editor when it opens. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
