import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useAuthInfo } from "../../lib/session";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "./demo-accounts";
import styles from "./sign-in.module.css";

interface Props {
  onPick: (username: string, password: string) => void;
}

/** In the demo, who there is to be: one press fills in the form. Elsewhere nothing. */
export function DemoHint({ onPick }: Props) {
  const { t } = useTranslation("session");
  const { data } = useAuthInfo();
  if (!data?.demo) return null;
  return (
    <section className={styles.demo} aria-label={t("demo.title")}>
      <strong>{t("demo.title")}</strong>
      <p className={styles.demoText}>
        {t("demo.password")} <span className={styles.code}>{DEMO_PASSWORD}</span>
      </p>
      <div className={styles.accounts}>
        {DEMO_ACCOUNTS.map(({ username, role }) => (
          <Button key={username} onClick={() => onPick(username, DEMO_PASSWORD)}>
            {username} · {t(`codes:role.${role}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
