import { useTranslation } from "react-i18next";

/** `services[0].domains[1]` → `services-domains`: the key of the field's name. */
export function fieldKey(path: string): string {
  return path.replace(/\[\d+\]/g, "").replaceAll(".", "-");
}

const INDEXED = /^services\[(\d+)\]/;
const LAST_INDEX = /\[(\d+)\]$/;
const NUMBERED = ["materials", "liveness"];

/**
 * The name of a field. `short` is for places that already stand under the heading of its section; otherwise the
 * name says which service or person it belongs to.
 */
export function useFieldLabel(): (path: string, length?: "short" | "full") => string {
  const { t, i18n } = useTranslation("workbench");
  return (path, length = "full") => {
    const key = `codes:field.${fieldKey(path)}`;
    const name = i18n.exists(key) ? t(key) : path;
    const base = fieldKey(path);
    const at = LAST_INDEX.exec(path)?.[1];
    const numbered = at !== undefined && NUMBERED.includes(base) ? `${name} ${Number(at) + 1}` : name;
    if (length === "short") return numbered;
    const service = INDEXED.exec(path)?.[1];
    return [
      ...(service === undefined ? [] : [t("path.service", { n: Number(service) + 1 })]),
      ...(path.startsWith("entity.responsiblePerson.") ? [t("group.erp")] : []),
      ...(service !== undefined && path.includes(".responsiblePerson.") ? [t("group.srp")] : []),
      numbered,
    ].join(" · ");
  };
}
