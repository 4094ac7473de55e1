import { useState } from "react";
import { useTranslation } from "react-i18next";
import { signIn } from "../../lib/auth";
import { useLocale } from "../../lib/i18n";
import { afterSignIn, announceSessionChange } from "../../lib/session";

/** One attempt to sign in: running or not, and what went wrong in the reader's language. */
export function useSignIn() {
  const { t } = useTranslation("session");
  const locale = useLocale();
  const [running, setRunning] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const attempt = async (username: string, password: string): Promise<boolean> => {
    if (running) return false;
    setRunning(true);
    setTrouble(null);
    const answer = await signIn(username, password);
    if (answer.kind === "SIGNED_IN") {
      announceSessionChange();
      await afterSignIn();
      setRunning(false);
      return true;
    }
    setRunning(false);
    setTrouble(
      answer.kind === "OFFLINE"
        ? t("common:trouble.OFFLINE")
        : ((locale === "zh-CN" ? answer.zh : answer.en) ?? t("refused")),
    );
    return false;
  };
  return { attempt, running, trouble };
}
