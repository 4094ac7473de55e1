import { useTranslation } from "react-i18next";
import type { Section } from "../model/section";

export function useSectionTitle(): (section: Section) => string {
  const { t } = useTranslation("workbench");
  return (section) => t(`section.${section.title}`, section.n === null ? {} : { n: section.n });
}
