import { Link, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { RecheckStatus } from "./recheck-status";
import styles from "./rule-change.module.css";

/** The pages about the rules side by side, read from the routes, and how far the queue follows the last change. */
export function SectionTabs() {
  const { t } = useTranslation("rules");
  const router = useRouter();
  const pages = Object.values(router.routesById).flatMap(({ fullPath, options }) => {
    const { nav, within } = options.staticData ?? {};
    return nav === "rules" || within === "rules" ? [fullPath] : [];
  });
  return (
    <div className={styles.section}>
      <nav className={styles.tabs} aria-label={t("section.label")}>
        {pages.map((path) => (
          <Link key={path} to={path} className={styles.tab} activeOptions={{ includeSearch: false }}>
            {t(`section.${path.slice(1)}`)}
          </Link>
        ))}
      </nav>
      <RecheckStatus />
    </div>
  );
}
