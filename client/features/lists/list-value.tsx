import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { ListKey } from "#shared/domain/rules/lists";
import { FactList } from "../../ui/rule-change/fact-list";
import styles from "../../ui/rule-change/rule-change.module.css";
import { useEntryWords } from "./use-entry-words";

/** What stands in a list: words as tags, tables as names with their values. */
export function ListValue({ list, value }: { list: ListKey; value: unknown }) {
  const { t } = useTranslation("lists");
  const words = useEntryWords(list);
  if (value === null) return <p className={styles.faint}>{t("notHeld")}</p>;
  if (Array.isArray(value)) return <Words words={value.map(String)} />;
  return (
    <FactList
      facts={Object.entries(value ?? {}).map(([key, part]) => [
        words.ofKey(key),
        Array.isArray(part) ? <Words key={key} words={part.map(words.ofItem)} /> : words.ofItem(part),
      ])}
    />
  );
}

function Words({ words }: { words: readonly string[] }) {
  const { t } = useTranslation("lists");
  if (words.length === 0) return <p className={styles.faint}>{t("rules:words.none")}</p>;
  return (
    <ul className={styles.words}>
      {words.map((word) => (
        <li key={word}>
          <Tag>{word}</Tag>
        </li>
      ))}
    </ul>
  );
}
