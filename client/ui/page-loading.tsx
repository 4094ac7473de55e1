import { Spin } from "antd";
import styles from "./page-loading.module.css";

/** Stands in for a page whose code or first data are on their way. */
export function PageLoading() {
  return (
    <div className={styles.loading}>
      <Spin size="large" />
    </div>
  );
}
