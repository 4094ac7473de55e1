import { WarningFilled } from "@ant-design/icons";
import { useId, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { classes } from "../../../lib/classes";
import { useSpoken } from "../../../lib/use-spoken";
import { usePlaceName } from "../fields/use-place-name";
import { EvidenceLines } from "../findings/evidence-lines";
import { useInputName } from "../findings/use-input-name";
import { RuleCard, RulePopover } from "../findings/why-popover";
import { useWorkbench } from "../workbench-context";
import { type ChecklistItem, placesToLook } from "./checklist";
import styles from "./review.module.css";

/** More would bury the ones that matter; the place itself comes first. */
const MOST_PLACES = 5;

/** One point to look at: the question, where to look, and the tick that says it was looked at. */
export function ChecklistLine({ item }: { item: ChecklistItem }) {
  const { t } = useTranslation("workbench");
  const { draft, editable, changeDraft } = useWorkbench();
  const spoken = useSpoken();
  const input = useInputName();
  const id = useId();
  const checked = draft.checked.includes(item.key);
  return (
    <li className={classes(styles.point, item.hinted && !checked && styles.hinted, checked && styles.ticked)}>
      <input
        id={id}
        type="checkbox"
        className={styles.tick}
        checked={checked}
        disabled={!editable}
        onChange={() => changeDraft({ type: "CHECK", question: item.key })}
      />
      <div className={styles.pointBody}>
        <label htmlFor={id} className={styles.question}>
          {item.kind === "QUESTION"
            ? spoken(item.text)
            : t("checklist.unchecked", { what: spoken(item.text) })}
        </label>
        {item.hinted ? (
          <div className={styles.sign}>
            <WarningFilled aria-hidden="true" /> {t("checklist.hinted")}
          </div>
        ) : null}
        {item.hinted && item.evidence.length > 0 ? <EvidenceLines evidence={item.evidence} /> : null}
        {item.missing.length > 0 ? (
          <div className={styles.secondary}>
            {t("checklist.missing", { inputs: item.missing.map(input).join(t("value.separator")) })}
          </div>
        ) : null}
        <Places item={item} />
      </div>
      <RulePopover ruleId={item.ruleId}>
        <RuleCard ruleId={item.ruleId} title={item.title} source={item.source}>
          {item.evidence.length > 0 ? (
            <>
              <dt>{t("finding.evidence")}</dt>
              <dd>
                <EvidenceLines evidence={item.evidence} />
              </dd>
            </>
          ) : null}
        </RuleCard>
      </RulePopover>
    </li>
  );
}

function Places({ item }: { item: ChecklistItem }) {
  const { t } = useTranslation("workbench");
  const { sections, jump } = useWorkbench();
  const name = usePlaceName();
  const fields = useMemo(() => placesToLook(item, sections), [item, sections]);
  if (fields.length === 0) return null;
  return (
    <ul className={styles.places} aria-label={t("checklist.lookAt")}>
      {fields.slice(0, MOST_PLACES).map(({ path }) => (
        <li key={path}>
          <button type="button" className={styles.chip} onClick={() => jump(path)}>
            {name(path)}
          </button>
        </li>
      ))}
      {fields.length > MOST_PLACES ? (
        <li className={styles.secondary}>
          {t("checklist.morePlaces", { count: fields.length - MOST_PLACES })}
        </li>
      ) : null}
    </ul>
  );
}
