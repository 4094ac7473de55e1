import { WarningFilled } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../../lib/i18n";
import { usePlaceName } from "../fields/use-place-name";
import { useWorkbench } from "../workbench-context";
import type { UntouchedRequest } from "./change-groups";
import styles from "./review.module.css";

/** What the last verdict asked for and the customer left as it was, in the words he was asked with. */
export function UntouchedRequests({ requests }: { requests: readonly UntouchedRequest[] }) {
  const { t } = useTranslation("workbench");
  const { jump } = useWorkbench();
  const name = usePlaceName();
  const locale = useLocale();
  if (requests.length === 0) return null;
  return (
    <section className={styles.boxWarning}>
      <h2 className={styles.boxTitle}>
        <WarningFilled className={styles.alarming ?? ""} aria-hidden="true" /> {t("changes.untouched")}
      </h2>
      <ul className={styles.lines}>
        {requests.map(({ path, reasons }) => (
          <li key={path} className={styles.request}>
            <button type="button" className={styles.link} onClick={() => jump(path)}>
              {name(path)}
            </button>
            <div>
              {reasons.map((reason) => (
                <p key={`${reason.ruleId ?? ""} ${reason.problem}`} className={styles.asked}>
                  {locale === "zh-CN" ? reason.problem : (reason.problemEn ?? reason.problem)}
                  {reason.suggestion === "" ? null : (
                    <span className={styles.secondary}>{reason.suggestion}</span>
                  )}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
