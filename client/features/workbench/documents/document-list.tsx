import { FileOutlined, FilePdfOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { classes } from "../../../lib/classes";
import styles from "../workbench.module.css";
import type { Material } from "./document-pane";

interface Props {
  materials: readonly Material[];
  shown: Material | null;
  open: boolean;
  onShow: (material: Material) => void;
}

/** All documents at a glance. */
export function DocumentList({ materials, shown, open, onShow }: Props) {
  const { t } = useTranslation("workbench");
  return (
    <ul className={styles.thumbs} aria-label={t("documents.list")}>
      {materials.map((material) => (
        <li key={`${material.sha256}/${material.kind}/${material.serviceIndex}/${material.domain}`}>
          <button
            type="button"
            className={classes(styles.thumb, material === shown && styles.thumbShown)}
            aria-pressed={material === shown}
            title={[t(`codes:material.${material.kind}`), material.fileName].filter(Boolean).join("\n")}
            onClick={() => onShow(material)}
          >
            <span className={styles.thumbImage}>
              <Thumbnail material={material} open={open} />
            </span>
            <span className={styles.thumbName}>{t(`codes:material.${material.kind}`)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Thumbnail({ material, open }: { material: Material; open: boolean }) {
  if (material.mediaType === "application/pdf") return <FilePdfOutlined />;
  if (!open || !material.mediaType.startsWith("image/")) return <FileOutlined />;
  return <img src={material.url} alt="" loading="lazy" decoding="async" draggable={false} />;
}
