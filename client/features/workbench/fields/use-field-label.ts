import { useTranslation } from "react-i18next";

/** `services[0].domains[1]` → `services-domains`: the key of the field's name. */
export function fieldKey(path: string): string {
  return path.replace(/\[\d+\]/g, "").replaceAll(".", "-");
}

const INDEXED = /^services\[(\d+)\]/;
const LAST_INDEX = /\[(\d+)\]$/;
const LAST_PART = /(\.[^.[\]]+|\[[^\]]*\])$/;
const MATERIAL_OF_KIND = /^materials(?:\.|\[(?:kind=)?)([A-Z_]+)\]?$/;
const NUMBERED = ["materials", "liveness"];

/**
 * The name of a field. `short` is for places that already stand under the heading of its section; otherwise the
 * name says which service or person it belongs to. A part of a field without a name of its own has the field's.
 */
export function useFieldLabel(): (path: string, length?: "short" | "full") => string {
  const { t, i18n } = useTranslation("workbench");
  const named = (path: string): boolean => i18n.exists(`codes:field.${fieldKey(path)}`);
  return (path, length = "full") => {
    const material = MATERIAL_OF_KIND.exec(path)?.[1];
    if (material !== undefined && i18n.exists(`codes:material.${material}`)) {
      return t(`codes:material.${material}`);
    }
    const known = nearestNamed(path, named);
    const name = known === null ? path : t(`codes:field.${fieldKey(known)}`);
    const base = fieldKey(known ?? path);
    const at = LAST_INDEX.exec(known ?? path)?.[1];
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

/** The path, or what of it is left when parts without a name are taken off its end; null when nothing is. */
export function nearestNamed(path: string, named: (path: string) => boolean): string | null {
  for (let rest = path; rest !== ""; ) {
    if (named(rest)) return rest;
    const shorter = rest.replace(LAST_PART, "");
    if (shorter === rest) return null;
    rest = shorter;
  }
  return null;
}
