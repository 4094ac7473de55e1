import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ConnectionBanner } from "./connection-banner";
import styles from "./frame.module.css";
import { Header } from "./header";

/** The house around every page: header, banner when the line is down, and the page itself. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        {t("skipToContent")}
      </a>
      <Header />
      <ConnectionBanner />
      <main id="main" className={styles.main} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
