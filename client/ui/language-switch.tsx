import { GlobalOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import type { Locale } from "#shared/contract/staff-session";
import { useLocale } from "../lib/i18n";
import { localePreference } from "../lib/preferences";
import { currentSession } from "../lib/session";
import { trpc } from "../lib/trpc";

/** One press changes the language of everything on the screen, and of the account when somebody is signed in. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const locale = useLocale();
  const remember = useMutation(trpc.session.setLocale.mutationOptions());
  const other: Locale = locale === "zh-CN" ? "en-US" : "zh-CN";
  const change = () => {
    localePreference.set(other);
    if (currentSession()) remember.mutate({ locale: other });
  };
  return (
    <Tooltip title={t("language.switch")}>
      <Button type="text" icon={<GlobalOutlined />} lang={other} onClick={change}>
        {t(`language.${other}`)}
      </Button>
    </Tooltip>
  );
}
