import type { ReactNode } from "react";
import styles from "./rule-change.module.css";
import { SectionTabs } from "./section-tabs";

interface Props {
  title: string;
  toolbar: ReactNode;
  children: ReactNode;
}

/** A page about the rules: the tabs to the others, its own tools, and what it shows. */
export function SectionPage({ title, toolbar, children }: Props) {
  return (
    <div className={styles.page}>
      <h1 className="visually-hidden">{title}</h1>
      <SectionTabs />
      <div className={styles.toolbar}>{toolbar}</div>
      {children}
    </div>
  );
}
