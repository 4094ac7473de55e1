import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { ListKey } from "#shared/domain/rules/lists";
import { NATURES } from "#shared/domain/rules/natures";
import { FactList } from "../../ui/rule-change/fact-list";
import styles from "../../ui/rule-change/rule-change.module.css";

/** What stands in a list: words as tags, tables as names with their values. */
export function ListValue({ list, value }: { list: ListKey; value: unknown }) {
  const { t } = useTranslation("lists");
  const name = useEntryName(list);
  if (value === null) return <p className={styles.faint}>{t("notHeld")}</p>;
  if (Array.isArray(value)) return <Words words={value.map(String)} />;
  return (
    <FactList
      facts={Object.entries(value ?? {}).map(([key, part]) => [
        name.of(key),
        Array.isArray(part) ? (
          <Words key={key} words={part.map((one) => name.ofItem(one))} />
        ) : (
          t(`unit.${list}`, { count: Number(part) })
        ),
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

/** Codes of a table in words; what has none stays as it is. */
function useEntryName(list: ListKey) {
  const { t, i18n } = useTranslation("lists");
  const word = (key: string, code: string) =>
    i18n.exists(`codes:${key}`) ? `${t(`codes:${key}`)} (${code})` : code;
  const natureOf = (name: string) => Object.entries(NATURES).find(([known]) => known === name)?.[1];
  return {
    of(key: string): string {
      if (list === "preApprovalWords") return word(`preApproval.${key}`, key);
      if (list === "contentByNature") return word(`nature.${natureOf(key) ?? ""}`, key);
      return word(`resourceType.${key}`, key);
    },
    ofItem(item: unknown): string {
      return list === "contentByNature" ? word(`serviceContent.${String(item)}`, String(item)) : String(item);
    },
  };
}
