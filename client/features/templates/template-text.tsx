import type { ReactNode } from "react";
import type { Middle } from "./changed-middle";
import styles from "./templates.module.css";

interface Props {
  lang: "zh-CN" | "en";
  title: string;
  body: string;
}

/** Title and sentence in one language, its placeholders made visible. */
export function TemplateText({ lang, title, body }: Props) {
  return (
    <div className={styles.text} lang={lang}>
      <strong>{title}</strong>
      <p>{withPlaceholders(body)}</p>
    </div>
  );
}

interface ChangedProps {
  lang: "zh-CN" | "en";
  label: string;
  title: Middle;
  body: Middle;
  /** `ins`: what is new; `del`: what goes. */
  as: "ins" | "del";
}

/** The same, with what differs from the other version marked as taken out or put in. */
export function ChangedText({ lang, label, title, body, as: Mark }: ChangedProps) {
  const marked = ({ start, changed, end }: Middle) => (
    <>
      {start}
      {changed === "" ? null : <Mark>{changed}</Mark>}
      {end}
    </>
  );
  return (
    <div className={styles.text}>
      <span className={styles.label}>{label}</span>
      <div lang={lang}>
        <strong>{marked(title)}</strong>
        <p>{marked(body)}</p>
      </div>
    </div>
  );
}

function withPlaceholders(body: string): ReactNode[] {
  let at = 0;
  return body.split(/(\{[^{}]*\})/).map((part) => {
    at += part.length;
    return part.startsWith("{") ? <code key={at}>{part}</code> : part;
  });
}
