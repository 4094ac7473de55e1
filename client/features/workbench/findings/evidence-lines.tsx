import { useTranslation } from "react-i18next";
import { valueAt } from "#shared/domain/review/field-path";
import type { Finding } from "#shared/domain/rules/report";
import { useSpoken } from "../../../lib/use-spoken";
import { useShownText } from "../fields/use-shown-text";
import { shownValue } from "../review/shown-value";
import { useWorkbench } from "../workbench-context";
import styles from "./findings.module.css";
import { useInputName } from "./use-input-name";

/** Places of the document with what stands there now, as masked or revealed as the fields; facts with their value. */
export function EvidenceLines({ evidence }: { evidence: Finding["evidence"] }) {
  const { t } = useTranslation("workbench");
  const { document, order } = useWorkbench();
  const name = useInputName();
  const words = useShownText();
  const spoken = useSpoken();
  const said = (path: string, value: string | undefined): string => {
    // A file is known by the paper it is, which its name says.
    if (/sha256$/i.test(path)) return "";
    const asks = order.province?.items.find(({ key }) => path.startsWith(`province.${key}`));
    if (asks !== undefined) return spoken(asks.text);
    if (value === "true" || value === "false") return t(value === "true" ? "common:yes" : "common:no");
    return value ?? words(shownValue(path, valueAt(document, path)));
  };
  return (
    <ul className={styles.evidence}>
      {evidence.map(({ path, value }) => (
        <li key={path}>
          <span className={styles.input}>{name(path)}</span> <span>{said(path, value)}</span>
        </li>
      ))}
    </ul>
  );
}
