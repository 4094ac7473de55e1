import { useTranslation } from "react-i18next";
import { Brand } from "../../ui/brand";
import { LanguageSwitch } from "../../ui/language-switch";
import { ThemeSwitch } from "../../ui/theme-switch";
import styles from "./sign-in.module.css";
import { SignInForm } from "./sign-in-form";

export function SignInPage() {
  const { t } = useTranslation("session");
  return (
    <div className={styles.page}>
      <div className={styles.tools}>
        <ThemeSwitch />
        <LanguageSwitch />
      </div>
      <main className={styles.card}>
        <div className={styles.brand}>
          <Brand size={40} />
          <div>
            <h1 className={styles.title}>{t("common:product")}</h1>
            <p className={styles.subtitle}>{t("subtitle")}</p>
          </div>
        </div>
        <SignInForm />
      </main>
    </div>
  );
}
