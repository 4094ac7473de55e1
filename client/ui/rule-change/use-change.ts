import { App } from "antd";
import { useTranslation } from "react-i18next";
import { readRulesAnew } from "./use-rule-list";

/** What follows every accepted change: it is said, and everything that shows rules is read anew. */
export function useAfterChange(onDone: () => void): () => Promise<void> {
  const { t } = useTranslation("rules");
  const { message } = App.useApp();
  return async () => {
    message.success(t("change.saved"));
    await readRulesAnew();
    onDone();
  };
}
