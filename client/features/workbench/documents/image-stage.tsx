import {
  CompressOutlined,
  RotateLeftOutlined,
  RotateRightOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import styles from "../workbench.module.css";
import type { Material } from "./document-pane";
import { useImageView } from "./use-image-view";

/** An image that can be enlarged, turned and moved; the wheel enlarges, dragging moves, a double click fits. */
export function ImageStage({ material, onBroken }: { material: Material; onBroken: () => void }) {
  const { t } = useTranslation("workbench");
  const stage = useRef<HTMLDivElement>(null);
  const { view, zoom, rotate, fit } = useImageView(stage, material.sha256);
  const { scale, turn, x, y } = view;
  return (
    <>
      <div ref={stage} className={styles.canvas}>
        <img
          src={material.url}
          alt={t(`codes:material.${material.kind}`)}
          className={styles.image}
          style={{ transform: `translate(${x}px, ${y}px) rotate(${turn}deg) scale(${scale})` }}
          draggable={false}
          onError={onBroken}
        />
      </div>
      <div className={styles.tools}>
        <Tool label={t("documents.zoomOut")} icon={<ZoomOutOutlined />} onClick={() => zoom(1 / STEP)} />
        <span className={styles.scale}>{Math.round(scale * 100)}%</span>
        <Tool label={t("documents.zoomIn")} icon={<ZoomInOutlined />} onClick={() => zoom(STEP)} />
        <Tool label={t("documents.fit")} icon={<CompressOutlined />} onClick={fit} />
        <Tool label={t("documents.rotateLeft")} icon={<RotateLeftOutlined />} onClick={() => rotate(-90)} />
        <Tool label={t("documents.rotateRight")} icon={<RotateRightOutlined />} onClick={() => rotate(90)} />
      </div>
    </>
  );
}

const STEP = 1.25;

function Tool({ label, icon, onClick }: { label: string; icon: ReactNode; onClick: () => void }) {
  return (
    <Tooltip title={label}>
      <Button type="text" icon={icon} aria-label={label} onClick={onClick} />
    </Tooltip>
  );
}
