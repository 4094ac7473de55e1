import { useTranslation } from "react-i18next";
import type { ListKey } from "#shared/domain/rules/lists";
import styles from "../../ui/rule-change/rule-change.module.css";
import { type ListEntry, listChange } from "./list-lines";
import { useEntryWords } from "./use-entry-words";

const MOST_SHOWN = 20;

interface Props {
  list: ListKey;
  before: unknown;
  after: unknown;
}

/** What came in and what went out, in words and not by colour alone. */
export function ChangedLines({ list, before, after }: Props) {
  const { t } = useTranslation("lists");
  const { added, removed } = listChange(before, after);
  const { ofEntry } = useEntryWords(list);
  const some = (entries: readonly ListEntry[]) =>
    entries.slice(0, MOST_SHOWN).map(ofEntry).join(t("comma")) + (entries.length > MOST_SHOWN ? "…" : "");
  if (added.length + removed.length === 0) return <div className={styles.faint}>{t("same")}</div>;
  return (
    <>
      {added.length === 0 ? null : <div>{t("added", { count: added.length, words: some(added) })}</div>}
      {removed.length === 0 ? null : (
        <div>{t("removed", { count: removed.length, words: some(removed) })}</div>
      )}
    </>
  );
}
