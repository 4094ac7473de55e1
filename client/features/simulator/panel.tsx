import type { ReactNode } from "react";
import { useId } from "react";
import styles from "./simulator.module.css";

interface Props {
  title: string;
  help?: string;
  children: ReactNode;
}

/** A titled part of the page. */
export function Panel({ title, help, children }: Props) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {help ? <p className={styles.help}>{help}</p> : null}
      {children}
    </section>
  );
}
