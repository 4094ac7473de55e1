import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { readAuthInfo } from "../../lib/auth";
import styles from "./sign-in.module.css";

/** In the demo, who there is to be; elsewhere nothing. */
export function DemoHint() {
  const { t } = useTranslation("session");
  const { data } = useQuery({
    queryKey: ["auth-info"],
    queryFn: readAuthInfo,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!data?.demo) return null;
  return (
    <section className={styles.demo} aria-label={t("demo.title")}>
      <strong>{t("demo.title")}</strong>
    </section>
  );
}
