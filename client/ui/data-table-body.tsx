import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { classes } from "../lib/classes";
import { useDensity } from "../lib/preferences";
import type { DataColumn, DataTableProps } from "./data-table";
import styles from "./data-table.module.css";

interface Props<T extends object> {
  rows: readonly { id: string; original: T }[];
  columns: readonly DataColumn<T>[];
  scroller: HTMLDivElement | null;
  props: DataTableProps<T>;
}

const ROW_HEIGHT = { compact: 36, comfortable: 46 };
const SKELETON_ROWS = 14;
/** Rows before the end at which the next page is asked for. */
const ASK_AHEAD = 12;

export function DataTableBody<T extends object>({ rows, columns, scroller, props }: Props<T>) {
  const rowHeight = ROW_HEIGHT[useDensity()];
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const lastIndex = items.at(-1)?.index ?? -1;
  const { onEndReached } = props;
  useEffect(() => {
    if (rows.length > 0 && lastIndex >= rows.length - ASK_AHEAD) onEndReached?.();
  }, [lastIndex, rows.length, onEndReached]);
  const { active, onKeyDown, setActive } = useRowKeys(rows.length, (index) => virtual.scrollToIndex(index));
  if (props.loading) return <SkeletonRows columns={columns.length} height={rowHeight} />;
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <tbody onKeyDown={onKeyDown}>
      <Gap height={before} columns={columns.length} />
      {items.map((item) => {
        const row = rows[item.index];
        if (!row) return null;
        const tone = props.rowTone?.(row.original);
        return (
          <tr
            key={row.id}
            data-index={item.index}
            aria-rowindex={item.index + 2}
            tabIndex={item.index === active ? 0 : -1}
            className={classes(styles.row, props.onOpen && styles.clickable, tone && styles[tone])}
            style={{ height: rowHeight }}
            onFocus={() => setActive(item.index)}
            onClick={(event) => {
              if (isControl(event.target) || hasSelection()) return;
              props.onOpen?.(row.original);
            }}
          >
            {columns.map((column) => (
              <td key={column.id} className={classes(styles.td, styles[column.align ?? "left"])}>
                {column.cell(row.original)}
              </td>
            ))}
          </tr>
        );
      })}
      <Gap height={after} columns={columns.length} />
    </tbody>
  );
}

/** The height of rows that are not drawn. */
function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr>
      <td colSpan={columns} className={styles.gap} style={{ height }} />
    </tr>
  );
}

/** Arrow keys walk the rows; Enter on a row presses its first link, so that opening is one thing, written once. */
function useRowKeys(count: number, reveal: (index: number) => void) {
  const [active, setActive] = useState(0);
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    document.querySelector<HTMLElement>(`tr[data-index="${wanted.current}"]`)?.focus();
    wanted.current = null;
  });
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    if (!(event.target instanceof HTMLTableRowElement)) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 }[event.key];
    if (step !== undefined) {
      const next = Math.max(0, Math.min(count - 1, active + step));
      event.preventDefault();
      wanted.current = next;
      reveal(next);
      setActive(next);
    } else if (event.key === "Enter") {
      event.target.click();
    }
  };
  return { active: Math.min(active, Math.max(0, count - 1)), onKeyDown, setActive };
}

/** A click on a link or button inside a row is that control's own. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest("a, button, input, label, [role=button]") !== null;
}

/** Whoever is marking text to copy it does not want to leave the page. */
function hasSelection(): boolean {
  return (window.getSelection()?.toString() ?? "") !== "";
}

function SkeletonRows({ columns, height }: { columns: number; height: number }) {
  return (
    <tbody aria-hidden="true">
      {Array.from({ length: SKELETON_ROWS }, (_, row) => `skeleton-${row}`).map((key) => (
        <tr key={key} className={styles.row} style={{ height }}>
          {Array.from({ length: columns }, (_, column) => `${key}-${column}`).map((cell) => (
            <td key={cell} className={styles.td}>
              <span className={styles.bone} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
