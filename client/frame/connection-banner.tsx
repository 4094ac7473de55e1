import { Alert } from "antd";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import styles from "./frame.module.css";

function follow(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

export function ConnectionBanner() {
  const { t } = useTranslation();
  const online = useSyncExternalStore(follow, () => navigator.onLine);
  if (online) return null;
  return <Alert className={styles.banner ?? ""} banner type="warning" title={t("offline")} />;
}
