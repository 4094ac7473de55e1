import { useTranslation } from "react-i18next";
import { useWorkbench } from "../workbench-context";
import { useFieldLabel } from "./use-field-label";

const PAPER = /^materials\[(\d+)\]/;

/** The full name of a place of the order on the table; of a paper what it is, which says more than its number. */
export function usePlaceName(): (path: string) => string {
  const { t, i18n } = useTranslation("workbench");
  const { document } = useWorkbench();
  const label = useFieldLabel();
  return (path) => {
    const place = PAPER.exec(path)?.[1];
    const paper = place === undefined ? undefined : document.materials[Number(place)];
    if (paper === undefined || !i18n.exists(`codes:material.${paper.kind}`)) return label(path);
    const name = t(`codes:material.${paper.kind}`);
    const { serviceIndex } = paper;
    return serviceIndex == null ? name : `${name} · ${t("path.service", { n: serviceIndex + 1 })}`;
  };
}
