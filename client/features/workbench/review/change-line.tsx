import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { valueAt } from "#shared/domain/review/field-path";
import type { Change } from "#shared/domain/review/revision-diff";
import { useFieldLabel } from "../fields/use-field-label";
import { useShownText } from "../fields/use-shown-text";
import { useWorkbench } from "../workbench-context";
import styles from "./review.module.css";
import { shownValue } from "./shown-value";

interface Props {
  change: Change;
  /** A reason of the last verdict named the place. */
  asked: boolean;
  /** The later side is the document on the table, and may have been revealed. */
  newest: boolean;
}

const TONES = { ADDED: "success", REMOVED: "error", CHANGED: "processing", MOVED: "default" } as const;
const IN_LIST = /\]$/;
const MATERIAL = /^materials\[\d+\]$/;

/** One change: where, what kind, and the value before and after. */
export function ChangeLine({ change, asked, newest }: Props) {
  const { t } = useTranslation("workbench");
  const { jump } = useWorkbench();
  const name = useChangeName();
  const { path } = change;
  const { kind } = change;
  // What was taken out of a list stands nowhere any more, and another item may stand in its place.
  const gone = kind === "REMOVED" && IN_LIST.test(path);
  const place = gone ? path.replace(/\[\d+\]$/, "") : path;
  return (
    <li className={styles.change}>
      <Tag color={TONES[kind]} className={styles.kind ?? ""}>
        {t(`changes.kind.${kind}`)}
      </Tag>
      <div className={styles.place}>
        <button type="button" className={styles.link} onClick={() => jump(place)}>
          {name(change)}
        </button>
        {asked ? null : (
          <span className={styles.unasked} title={t("changes.unaskedHint")}>
            {t("changes.unasked")}
          </span>
        )}
      </div>
      <div className={styles.values}>
        <Values change={change} newest={newest} />
      </div>
    </li>
  );
}

/** The field; of a paper its own name, which says more than its place in the list. */
function useChangeName(): (change: Change) => string {
  const { t } = useTranslation("workbench");
  const label = useFieldLabel();
  const words = useShownText();
  return ({ path, before, after }) => {
    if (!MATERIAL.test(path)) return label(path, path.startsWith("services") ? "short" : "full");
    const paper = after ?? before;
    const service = serviceOf(paper);
    const kind = words(shownValue(path, paper));
    return service === null ? kind : `${kind} · ${t("path.service", { n: service + 1 })}`;
  };
}

function serviceOf(paper: unknown): number | null {
  if (typeof paper !== "object" || paper === null || !("serviceIndex" in paper)) return null;
  return typeof paper.serviceIndex === "number" ? paper.serviceIndex : null;
}

function Values({ change, newest }: { change: Change; newest: boolean }) {
  const { t } = useTranslation("workbench");
  const words = useShownText();
  const { document } = useWorkbench();
  const { path, fromPath } = change;
  const { kind } = change;
  if (kind === "MOVED") {
    return <span>{t("changes.moved", { from: placeOf(fromPath ?? path), to: placeOf(path) })}</span>;
  }
  if (MATERIAL.test(path)) return <span>{t(`changes.file.${kind}`)}</span>;
  const now = newest && change.after !== undefined ? valueAt(document, path) : change.after;
  const before = words(shownValue(fromPath ?? path, change.before));
  const after = words(shownValue(path, now));
  if (kind === "ADDED") return <ins className={styles.after}>{after}</ins>;
  if (kind === "REMOVED") return <del className={styles.before}>{before}</del>;
  return (
    <>
      <del className={styles.before}>{before}</del>
      <span className={styles.arrow} aria-hidden="true">
        →
      </span>
      <ins className={styles.after}>{after}</ins>
      {before === after ? <span className={styles.same}>{t("changes.looksAlike")}</span> : null}
    </>
  );
}

/** Place in its list, counted from 1. */
function placeOf(path: string): number {
  return Number(/\[(\d+)\]$/.exec(path)?.[1] ?? 0) + 1;
}
