import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { FindingCard } from "../findings/finding-card";
import type { Section } from "../model/section";
import { fieldsOf } from "../model/sections-of";
import { MaterialList } from "../review/material-list";
import { ProvincePanel } from "../review/province-panel";
import styles from "../workbench.module.css";
import { useWorkbench } from "../workbench-context";
import { FieldRow } from "./field-row";
import { useSectionTitle } from "./use-section-title";

/** All fields of the order in reading order. Choosing one is a click or an arrow key; scrolling chooses nothing. */
export function FieldPane() {
  const { sections, choose } = useWorkbench();
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const pick = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || event.target.closest("button, a, input, textarea, summary"))
        return;
      const path = event.target.closest<HTMLElement>("[data-field]")?.dataset.field;
      const field = sections.flatMap(fieldsOf).find((one) => one.path === path);
      if (field) choose(field);
    };
    element.addEventListener("click", pick);
    return () => element.removeEventListener("click", pick);
  }, [sections, choose]);
  return (
    <div ref={pane} className={styles.fields}>
      <ProvincePanel />
      {sections.map((section) => (
        <SectionView key={section.id} section={section} />
      ))}
    </div>
  );
}

function SectionView({ section }: { section: Section }) {
  const { t } = useTranslation("workbench");
  const title = useSectionTitle();
  const { placed } = useWorkbench();
  return (
    <section className={styles.section} data-section={section.id} aria-label={title(section)}>
      <h2 className={styles.sectionTitle}>{title(section)}</h2>
      {section.id === "materials" ? <MaterialList /> : null}
      {placed.ofSection.get(section.id)?.map((finding) => (
        <FindingCard key={`${finding.ruleId} ${finding.fieldPath}`} finding={finding} />
      ))}
      {section.groups.map((group) => (
        <div key={group.id} className={styles.group}>
          {section.groups.length > 1 ? (
            <h3 className={styles.groupTitle}>{t(`group.${group.title}`)}</h3>
          ) : null}
          {group.fields.map((field) => (
            <FieldRow key={field.path} field={field} />
          ))}
        </div>
      ))}
      <SectionEnd id={section.id} />
    </section>
  );
}

/** A section counts as read when its end has been on the screen. */
function SectionEnd({ id }: { id: string }) {
  const { markRead } = useWorkbench();
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = end.current;
    if (!element) return;
    const watcher = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) markRead(id);
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [id, markRead]);
  return <div ref={end} className={styles.sectionEnd} />;
}
