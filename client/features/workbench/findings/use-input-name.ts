import { useTranslation } from "react-i18next";
import type { Application } from "#shared/domain/filing/application";
import { useFieldLabel } from "../fields/use-field-label";
import { usePlaceName } from "../fields/use-place-name";
import { useWorkbench } from "../workbench-context";

const FILED = "evidence.filedRecord.";
const OWN = /^(evidence|context|province|list|threshold|diff)(\.|\[|$)/;
const OCR_KIND = /^evidence\.ocr\[materialKind=([A-Z_]+)\]/;
const OCR_PLACE = /^evidence\.ocr\[(\d+)\]/;
const OF_DOMAIN = /^evidence\.(domains|sites)\[(\d+)\]/;

/**
 * What a rule read or missed, in words: a field of the form by its name, anything else by where it comes from, which
 * paper or domain it is about, and which part of it.
 */
export function useInputName(): (path: string) => string {
  const { t, i18n } = useTranslation("workbench");
  const label = useFieldLabel();
  const place = usePlaceName();
  const { document } = useWorkbench();
  const known = (key: string): string | null =>
    i18n.exists(`workbench:input.${key}`) ? t(`input.${key}`) : null;
  return (path) => {
    const root = OWN.exec(path)?.[1];
    if (root === undefined) return place(path);
    const [, branch = ""] = path.replace(/\[[^\]]*\]/g, "").split(".");
    const source = known(`${root}.${branch}`) ?? known(root) ?? path;
    if (root !== "evidence") return source;
    const rest = path.startsWith(FILED) ? path.slice(FILED.length) : null;
    const part = rest === null ? known(`part.${lastPart(path)}`) : label(rest);
    const kind = paperOf(path, document);
    const about = kind === null ? domainOf(path, document) : t(`codes:material.${kind}`);
    return [about === null ? source : t("input.about", { source, about }), part].filter(Boolean).join(" · ");
  };
}

function lastPart(path: string): string {
  return /([A-Za-z]+)(\[[^\]]*\])?$/.exec(path)?.[1] ?? "";
}

function paperOf(path: string, { evidence }: Application): string | null {
  const at = OCR_PLACE.exec(path)?.[1];
  const read = at === undefined ? undefined : evidence?.ocr?.[Number(at)]?.materialKind;
  return OCR_KIND.exec(path)?.[1] ?? read ?? null;
}

function domainOf(path: string, { evidence }: Application): string | null {
  const [, list, place] = OF_DOMAIN.exec(path) ?? [];
  if (place === undefined) return null;
  const found = list === "sites" ? evidence?.sites : evidence?.domains;
  return found?.[Number(place)]?.domain ?? null;
}
