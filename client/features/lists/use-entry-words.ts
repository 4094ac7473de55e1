import { useTranslation } from "react-i18next";
import type { ListKey } from "#shared/domain/rules/lists";
import { NATURES } from "#shared/domain/rules/natures";
import type { ListEntry } from "./list-lines";

/** The entries of a list's table in words: codes by their names, numbers with their unit; what has none stays as it is. */
export function useEntryWords(list: ListKey) {
  const { t, i18n } = useTranslation("lists");
  const word = (key: string, code: string) =>
    i18n.exists(`codes:${key}`) ? `${t(`codes:${key}`)} (${code})` : code;
  const natureOf = (name: string) => Object.entries(NATURES).find(([known]) => known === name)?.[1];
  const ofKey = (key: string): string => {
    if (list === "flags") return t(`flag.${key}`);
    if (list === "preApprovalWords") return word(`preApproval.${key}`, key);
    if (list === "contentByNature") return word(`nature.${natureOf(key) ?? ""}`, key);
    return word(`resourceType.${key}`, key);
  };
  const ofItem = (item: unknown): string => {
    if (list === "contentByNature") return word(`serviceContent.${String(item)}`, String(item));
    if (typeof item === "boolean") return t(item ? "common:yes" : "common:no");
    return typeof item === "number" ? t(`unit.${list}`, { count: item }) : String(item);
  };
  const ofEntry = ({ key, item }: ListEntry): string =>
    key === null ? ofItem(item) : t("entry", { key: ofKey(key), item: ofItem(item) });
  return { ofKey, ofItem, ofEntry };
}
