import { Button, Input, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./rule-change.module.css";

/** Whatever people put between words when they paste a list. */
const BETWEEN = /[\s,;、，；]+/u;
const WORD_MAX = 60;

interface Props {
  label: string;
  words: readonly string[];
  onChange: (words: string[]) => void;
}

/** Words as tags: type or paste several at once, take each off by its cross. What is there already is not doubled. */
export function WordEditor({ label, words, onChange }: Props) {
  const { t } = useTranslation("rules");
  const [typed, setTyped] = useState("");
  const fresh = typed.split(BETWEEN).filter((word) => word !== "" && word.length <= WORD_MAX);
  const add = () => {
    onChange([...new Set([...words, ...fresh])]);
    setTyped("");
  };
  return (
    <div className={styles.field}>
      <div className={styles.addWords}>
        <Input
          aria-label={t("words.addTo", { list: label })}
          placeholder={t("words.add")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) add();
          }}
        />
        <Button onClick={add} disabled={fresh.length === 0}>
          {t("words.addButton")}
        </Button>
      </div>
      <ul className={styles.words} aria-label={label}>
        {words.map((word) => (
          <li key={word}>
            <Tag
              closable={{ "aria-label": t("words.remove", { word }) }}
              onClose={(event) => {
                event.preventDefault();
                onChange(words.filter((one) => one !== word));
              }}
            >
              {word}
            </Tag>
          </li>
        ))}
      </ul>
      {words.length === 0 ? <p className={styles.faint}>{t("words.none")}</p> : null}
    </div>
  );
}
