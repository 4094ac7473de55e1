import { Input } from "antd";
import styles from "./rule-change.module.css";

const MOST = 100;

interface Props {
  label: string;
  value: string | undefined;
  onChange: (text: string | undefined) => void;
}

/** Looks through what is on the page while it is typed. */
export function SearchText({ label, value = "", onChange }: Props) {
  return (
    <Input.Search
      className={styles.search ?? ""}
      aria-label={label}
      placeholder={label}
      value={value}
      maxLength={MOST}
      allowClear
      onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)}
    />
  );
}
