import type { ReactNode } from "react";
import { classes } from "../lib/classes";
import styles from "./plain-table.module.css";

export interface PlainColumn<T> {
  id: string;
  title: string;
  cell: (row: T) => ReactNode;
  align?: "left" | "right";
}

interface Props<T> {
  /** What a screen reader calls it. */
  label: string;
  columns: readonly PlainColumn<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  rowTone?: (row: T) => "alert" | undefined;
}

/** A short table that stands in the page as it is: figures per day, per person, per province. */
export function PlainTable<T>({ label, columns, rows, rowKey, rowTone }: Props<T>) {
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={styles[column.align ?? "left"]}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className={classes(rowTone?.(row) === "alert" && styles.alert)}>
            {columns.map((column) => (
              <td key={column.id} className={styles[column.align ?? "left"]}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
