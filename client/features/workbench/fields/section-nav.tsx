import { CheckCircleFilled, FlagFilled, MinusCircleOutlined, WarningFilled } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { classes } from "../../../lib/classes";
import type { Section } from "../model/section";
import { fieldsOf } from "../model/sections-of";
import { Recheck } from "../review/recheck";
import { useUnchangedSections } from "../review/use-diff";
import { overrideFor } from "../verdict/draft";
import styles from "../workbench.module.css";
import { useWorkbench } from "../workbench-context";
import { sectionElement } from "./field-elements";
import { useSectionTitle } from "./use-section-title";

/** The sections as a checklist: what is read, what disagrees with its evidence, what is marked. */
export function SectionNav({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation("workbench");
  const { sections, read } = useWorkbench();
  const unchanged = useUnchangedSections();
  const unread = sections.filter(({ id }) => !read.has(id) && !unchanged.has(id)).length;
  return (
    <nav className={styles.nav} aria-label={t("pane.sections")}>
      <ol className={styles.navList}>
        {sections.map((section, index) => (
          <li key={section.id}>
            <NavItem
              section={section}
              number={index + 1}
              unchanged={unchanged.has(section.id)}
              onOpen={onOpen}
            />
          </li>
        ))}
      </ol>
      <p className={styles.progress}>{unread === 0 ? t("allRead") : t("unread", { count: unread })}</p>
      <Recheck />
    </nav>
  );
}

interface ItemProps {
  section: Section;
  number: number;
  /** The same as in the revision that was judged, and nothing found: it may be passed over. */
  unchanged: boolean;
  onOpen: () => void;
}

function NavItem({ section, number, unchanged, onOpen }: ItemProps) {
  const { t } = useTranslation("workbench");
  const title = useSectionTitle();
  const { read, draft, choose, current, placed } = useWorkbench();
  const fields = fieldsOf(section);
  const paths = new Set(fields.map((field) => field.path));
  const mismatches = fields.filter((field) => field.evidence.some((line) => line.matches === false)).length;
  const found = [
    ...(placed.ofSection.get(section.id) ?? []),
    ...fields.flatMap((field) => placed.ofField.get(field.path) ?? []),
  ];
  const open = found.filter((finding) => !overrideFor(draft, finding));
  const blocks = open.filter(({ severity }) => severity === "block").length;
  const marks = draft.reasons.filter((reason) => paths.has(reason.fieldPath)).length;
  const show = () => {
    onOpen();
    choose(fields[0] ?? null);
    requestAnimationFrame(() => sectionElement(section.id)?.scrollIntoView({ block: "start" }));
  };
  return (
    <button
      type="button"
      className={classes(styles.navItem, current && paths.has(current.path) && styles.navCurrent)}
      onClick={show}
    >
      <span className={styles.navNumber}>{number}</span>
      <span className={styles.navTitle} title={title(section)}>
        {title(section)}
      </span>
      {open.length > 0 ? (
        <span
          className={classes(styles.navFound, blocks === 0 && styles.navWarned)}
          title={t("finding.found", { block: blocks, warn: open.length - blocks })}
        >
          {open.length}
        </span>
      ) : null}
      {mismatches > 0 ? (
        <span className={styles.navMismatch} title={t("mismatches", { count: mismatches })}>
          <WarningFilled aria-label={t("mismatches", { count: mismatches })} /> {mismatches}
        </span>
      ) : null}
      {marks > 0 ? (
        <span className={styles.navMarks} title={t("marks", { count: marks })}>
          <FlagFilled aria-label={t("marks", { count: marks })} /> {marks}
        </span>
      ) : null}
      <Reading read={read.has(section.id)} unchanged={unchanged} />
    </button>
  );
}

function Reading({ read, unchanged }: { read: boolean; unchanged: boolean }) {
  const { t } = useTranslation("workbench");
  if (read) return <CheckCircleFilled className={styles.navRead} aria-label={t("read")} />;
  if (!unchanged) return <MinusCircleOutlined className={styles.navUnread} aria-label={t("notRead")} />;
  return (
    <span className={styles.navUnchanged} title={t("unchangedHint")}>
      {t("unchanged")}
    </span>
  );
}
