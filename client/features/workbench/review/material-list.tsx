import { CheckOutlined, CloseCircleFilled, MinusCircleOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { MaterialNeed, SuperfluousMaterial } from "#shared/domain/materials/material-needs";
import { useSpoken } from "../../../lib/use-spoken";
import { useWorkbench } from "../workbench-context";
import styles from "./review.module.css";

/** Which papers this order needs: what is missing first, what came in vain, and, folded, what is there. */
export function MaterialList() {
  const { t } = useTranslation("workbench");
  const { needs, superfluous } = useWorkbench().order.materialNeeds;
  const missing = needs.filter(({ state }) => state === "MISSING");
  const present = needs.filter(({ state }) => state === "PRESENT");
  if (needs.length === 0 && superfluous.length === 0) return null;
  return (
    <div className={styles.materials}>
      {missing.length === 0 ? null : (
        <ul className={styles.papers} aria-label={t("materialNeeds.missing")}>
          {missing.map((need) => (
            <Need key={`${need.kind} ${need.serviceIndex} ${need.source}`} need={need} />
          ))}
        </ul>
      )}
      {superfluous.length === 0 ? null : (
        <ul className={styles.papers} aria-label={t("materialNeeds.superfluous")}>
          {superfluous.map((paper) => (
            <Superfluous key={paper.path} paper={paper} />
          ))}
        </ul>
      )}
      {present.length === 0 ? null : (
        <details>
          <summary className={styles.papersHead}>
            <CheckOutlined className={styles.good ?? ""} aria-hidden="true" />{" "}
            {t(missing.length === 0 ? "materialNeeds.complete" : "materialNeeds.present", {
              count: present.length,
            })}
          </summary>
          <ul className={styles.papers}>
            {present.map((need) => (
              <Need key={`${need.kind} ${need.serviceIndex} ${need.source}`} need={need} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function usePaperName(): (kind: string, serviceIndex: number | null) => string {
  const { t } = useTranslation("workbench");
  return (kind, serviceIndex) => {
    const name = t(`codes:material.${kind}`);
    return serviceIndex === null ? name : `${name} · ${t("path.service", { n: serviceIndex + 1 })}`;
  };
}

function Need({ need }: { need: MaterialNeed }) {
  const { t } = useTranslation("workbench");
  const spoken = useSpoken();
  const name = usePaperName();
  const missing = need.state === "MISSING";
  return (
    <li className={missing ? styles.paperMissing : styles.paper}>
      {missing ? (
        <CloseCircleFilled className={styles.alarming ?? ""} aria-hidden="true" />
      ) : (
        <CheckOutlined className={styles.good ?? ""} aria-hidden="true" />
      )}
      <span className={styles.paperName}>
        {name(need.kind, need.serviceIndex)}
        {missing ? <strong className={styles.lacking}>{t("materialNeeds.lacking")}</strong> : null}
      </span>
      <span className={styles.secondary}>
        {t(`materialNeeds.need.${need.need}`)} · {spoken(need.reason)}
        {need.source === "" ? "" : ` · ${need.source}`}
      </span>
    </li>
  );
}

function Superfluous({ paper }: { paper: SuperfluousMaterial }) {
  const { t } = useTranslation("workbench");
  const spoken = useSpoken();
  const name = usePaperName();
  const { jump } = useWorkbench();
  return (
    <li className={styles.paper}>
      <MinusCircleOutlined className={styles.faint ?? ""} aria-hidden="true" />
      <button type="button" className={styles.link} onClick={() => jump(paper.path)}>
        {name(paper.kind, paper.serviceIndex)}
      </button>
      <span className={styles.secondary}>
        {t("materialNeeds.notNeeded")} · {spoken(paper.reason)}
      </span>
    </li>
  );
}
