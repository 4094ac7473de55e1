import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormatTime } from "../../../lib/format-time";
import { useSession } from "../../../lib/session";
import styles from "../workbench.module.css";
import type { Material } from "./document-pane";
import { ImageStage } from "./image-stage";

/** One document, as large as the pane allows. */
export function DocumentViewer({ material }: { material: Material }) {
  const { t } = useTranslation("workbench");
  const [broken, setBroken] = useState(false);
  if (material.mediaType === "application/pdf")
    return <Download material={material} text={t("documents.pdf")} />;
  if (broken) {
    return (
      <div className={styles.stage}>
        <Alert
          type="warning"
          showIcon
          title={t("documents.broken")}
          action={<Button onClick={() => setBroken(false)}>{t("common:action.retry")}</Button>}
        />
      </div>
    );
  }
  return (
    <div className={styles.stage}>
      <ImageStage material={material} onBroken={() => setBroken(true)} />
      <Watermark />
    </div>
  );
}

function Download({ material, text }: { material: Material; text: string }) {
  const { t } = useTranslation("workbench");
  return (
    <div className={styles.closed}>
      <p>{text}</p>
      <a href={material.url} download={`${material.kind.toLowerCase()}.pdf`}>
        {t("documents.download")}
      </a>
    </div>
  );
}

/** Who looked, and when: it is on every photo taken of the screen. */
function Watermark() {
  const { username, displayName } = useSession();
  const format = useFormatTime();
  const [openedMs] = useState(Date.now);
  const text = `${displayName} ${username} ${format(openedMs)}`;
  return (
    <div className={styles.watermark} aria-hidden="true">
      {["a", "b", "c", "d", "e", "f"].map((key) => (
        <span key={key}>{text}</span>
      ))}
    </div>
  );
}
