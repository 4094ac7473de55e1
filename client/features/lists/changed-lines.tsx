import { useTranslation } from "react-i18next";
import styles from "../../ui/rule-change/rule-change.module.css";
import { listChange } from "./list-lines";

const MOST_SHOWN = 20;

/** What came in and what went out, in words and not by colour alone. */
export function ChangedLines({ before, after }: { before: unknown; after: unknown }) {
  const { t } = useTranslation("lists");
  const { added, removed } = listChange(before, after);
  const some = (lines: readonly string[]) =>
    lines.slice(0, MOST_SHOWN).join(t("comma")) + (lines.length > MOST_SHOWN ? "…" : "");
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
