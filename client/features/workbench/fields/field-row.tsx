import { CheckOutlined, CloseOutlined, FlagFilled, FlagOutlined, MinusOutlined } from "@ant-design/icons";
import { lazy, memo, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { FindingView } from "#shared/contract/staff-review";
import { classes } from "../../../lib/classes";
import { FindingCard } from "../findings/finding-card";
import type { EvidenceLine, Field, Shown } from "../model/section";
import { type DraftReason, reasonFor } from "../verdict/draft";
import styles from "../workbench.module.css";
import { useWorkbench } from "../workbench-context";
import { useFieldLabel } from "./use-field-label";
import { useMarking } from "./use-marking";
import { useShownText } from "./use-shown-text";

const ReasonEditor = lazy(() =>
  import("./reason-editor").then((module) => ({ default: module.ReasonEditor })),
);

/** One field: what the customer wrote, what the evidence says beside it, and the flag that marks it. */
export function FieldRow({ field }: { field: Field }) {
  const { current, draft, editable, placed } = useWorkbench();
  const { toggle } = useMarking();
  const reason = reasonFor(draft, { fieldPath: field.path, ruleId: null });
  return (
    <Row
      field={field}
      reason={reason}
      findings={placed.ofField.get(field.path)}
      chosen={current?.path === field.path}
      editable={editable && field.flaggable}
      onFlag={toggle}
    />
  );
}

interface RowProps {
  field: Field;
  reason: DraftReason | undefined;
  findings: readonly FindingView[] | undefined;
  chosen: boolean;
  editable: boolean;
  onFlag: (field: Field) => void;
}

const Row = memo(function Row({ field, reason, findings, chosen, editable, onFlag }: RowProps) {
  const label = useFieldLabel();
  const wrong = field.evidence.some((line) => line.matches === false);
  return (
    <div
      data-field={field.path}
      className={classes(styles.row, chosen && styles.chosen, wrong && styles.wrong, reason && styles.marked)}
    >
      <div className={styles.label}>{label(field.path, "short")}</div>
      <div className={styles.value}>
        <Value shown={field.value} />
      </div>
      <div className={styles.evidence}>
        {field.evidence.map((line) => (
          <Evidence key={line.source} line={line} />
        ))}
      </div>
      <div className={styles.flag}>
        {editable || reason ? (
          <FlagButton field={field} marked={reason !== undefined} onFlag={onFlag} disabled={!editable} />
        ) : null}
      </div>
      {findings === undefined ? null : (
        <div className={styles.found}>
          {findings.map((finding) => (
            <FindingCard key={`${finding.ruleId} ${finding.fieldPath}`} finding={finding} />
          ))}
        </div>
      )}
      {reason ? (
        <div className={styles.reason}>
          <Suspense fallback={null}>
            <ReasonEditor reason={reason} />
          </Suspense>
        </div>
      ) : null}
    </div>
  );
});

function Value({ shown }: { shown: Shown }) {
  const words = useShownText();
  const text = words(shown);
  return (
    <span className={shown.as === "missing" ? styles.missing : styles.text} title={text}>
      {text}
    </span>
  );
}

function Evidence({ line }: { line: EvidenceLine }) {
  const { t } = useTranslation("workbench");
  return (
    <div className={classes(styles.proof, line.matches === false && styles.proofWrong)}>
      <span className={styles.source} title={t(`source.${line.source}.long`)}>
        {t(`source.${line.source}.short`)}
      </span>
      <Value shown={line.value} />
      <Mark matches={line.matches} />
    </div>
  );
}

function Mark({ matches }: { matches: boolean | null | undefined }) {
  const { t } = useTranslation("workbench");
  if (matches === undefined) return null;
  if (matches === null)
    return <MinusOutlined className={styles.noMark} aria-label={t("mark.none")} title={t("mark.none")} />;
  return matches ? (
    <CheckOutlined className={styles.good} aria-label={t("mark.same")} title={t("mark.same")} />
  ) : (
    <span className={styles.bad}>
      <CloseOutlined aria-hidden="true" /> {t("mark.different")}
    </span>
  );
}

interface FlagProps {
  field: Field;
  marked: boolean;
  disabled: boolean;
  onFlag: (field: Field) => void;
}

function FlagButton({ field, marked, disabled, onFlag }: FlagProps) {
  const { t } = useTranslation("workbench");
  const label = useFieldLabel();
  const name = t(marked ? "flagged" : "flagField", { field: label(field.path) });
  // A plain button: there is one on every row, and the next order must be on the screen within a tenth of a second.
  return (
    <button
      type="button"
      className={classes(styles.flagButton, marked && styles.flagged)}
      disabled={disabled}
      title={name}
      aria-label={name}
      aria-pressed={marked}
      onClick={() => onFlag(field)}
    >
      {marked ? <FlagFilled /> : <FlagOutlined />}
    </button>
  );
}
