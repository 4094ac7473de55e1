import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useMay } from "../../lib/session";
import styles from "../../ui/rule-change/rule-change.module.css";

interface Props {
  register: "blacklist" | "authCodes";
  onAdd: () => void;
}

/** What the register is for, and the way to a new entry for whoever may make one. */
export function RegisterHead({ register, onAdd }: Props) {
  const { t } = useTranslation("lists");
  const mayChange = useMay("rules.manage");
  return (
    <div className={styles.paneHead}>
      <div className={styles.historyHead}>
        <h2>{t(`list.${register}`)}</h2>
        {mayChange ? (
          <span className={styles.end}>
            <Button type="primary" onClick={onAdd}>
              {t(`${register}.add`)}
            </Button>
          </span>
        ) : null}
      </div>
      <p className={styles.faint}>{t(`about.${register}`)}</p>
    </div>
  );
}
