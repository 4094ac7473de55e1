import {
  type ColumnDef,
  columnVisibilityFeature,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { type ReactNode, useMemo, useState } from "react";
import { classes } from "../lib/classes";
import { hiddenColumnsPreference, useDensity } from "../lib/preferences";
import { useStore } from "../lib/store";
import styles from "./data-table.module.css";
import { DataTableBody } from "./data-table-body";
import { DataTableHead } from "./data-table-head";

/** One column. `width` is px; a column with `grow` takes what is left, and never less than `width`. */
export interface DataColumn<T> {
  id: string;
  /** Shown in the head and in the column choice. */
  title: string;
  cell: (row: T) => ReactNode;
  width: number;
  grow?: boolean;
  align?: "left" | "right" | "center";
  sortable?: boolean;
  /** Cannot be switched off in the column choice. */
  fixed?: boolean;
  /** Switched off until somebody wants it. */
  hidden?: boolean;
}

export interface DataSort {
  by: string;
  dir: "asc" | "desc";
}

export interface DataTableProps<T extends object> {
  /** Name of the table: key of its column choice. */
  id: string;
  /** What a screen reader calls it. */
  label: string;
  columns: readonly DataColumn<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  /** Enter, or a click anywhere on the row. */
  onOpen?: (row: T) => void;
  sort?: DataSort;
  onSort?: (sort: DataSort) => void;
  /** First page under way: skeleton rows stand where the rows will be. */
  loading?: boolean;
  /** Shown instead of rows: nothing there, or an error with its cure. */
  placeholder?: ReactNode;
  /** The last rows came into sight. */
  onEndReached?: () => void;
  /** Below the last row: loading more, or the end. */
  footer?: ReactNode;
  rowTone?: (row: T) => "alert" | undefined;
}

const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature });

/**
 * The one table of the product: TanStack Table decides which columns and cells there are, the looks follow AntD.
 * Rows are virtual, so a hundred thousand of them scroll like fifty; sorting and paging belong to the server.
 */
export function DataTable<T extends object>(props: DataTableProps<T>) {
  // State and not a ref: a table that opens with its rows at hand must draw them once it knows its height.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const density = useDensity();
  const { columns, sort, onSort } = props;
  const hidden = useStore(hiddenColumnsPreference(props.id, defaultHidden(columns)));
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const definitions = useMemo(
    () =>
      columns.map(
        (column): ColumnDef<typeof features, T> => ({
          id: column.id,
          header: column.title,
          cell: ({ row }) => column.cell(row.original),
          enableSorting: column.sortable === true,
          enableHiding: column.fixed !== true,
          sortDescFirst: false,
        }),
      ),
    [columns],
  );
  const sorting: SortingState = sort ? [{ id: sort.by, desc: sort.dir === "desc" }] : [];
  const table = useTable({
    features,
    columns: definitions,
    data: props.rows,
    getRowId: props.rowKey,
    manualSorting: true,
    enableSortingRemoval: false,
    state: { sorting, columnVisibility: Object.fromEntries(hidden.map((id) => [id, false])) },
    onSortingChange(update) {
      const first = (typeof update === "function" ? update(sorting) : update)[0];
      if (first && onSort) onSort({ by: first.id, dir: first.desc ? "desc" : "asc" });
    },
  });
  const shown = table.getVisibleLeafColumns().flatMap((column) => {
    const definition = byId.get(column.id);
    return definition
      ? [{ ...definition, sorted: column.getIsSorted(), toggleSort: () => column.toggleSorting() }]
      : [];
  });
  return (
    <div ref={setScroller} className={classes(styles.scroller, styles[density])}>
      <table
        className={styles.table}
        aria-label={props.label}
        aria-rowcount={props.rows.length + 1}
        aria-busy={props.loading}
        style={{ minWidth: shown.reduce((sum, column) => sum + column.width, 0) }}
      >
        <colgroup>
          {shown.map((column) => (
            <col key={column.id} style={column.grow ? {} : { width: column.width }} />
          ))}
        </colgroup>
        <DataTableHead columns={shown} />
        <DataTableBody
          key={density}
          rows={table.getRowModel().rows}
          columns={shown}
          scroller={scroller}
          props={props}
        />
      </table>
      {props.rows.length === 0 && !props.loading ? (
        <div className={styles.placeholder}>{props.placeholder}</div>
      ) : null}
      {props.rows.length > 0 ? <div className={styles.footer}>{props.footer}</div> : null}
    </div>
  );
}

export function defaultHidden(columns: readonly { id: string; hidden?: boolean }[]): string[] {
  return columns.filter((column) => column.hidden).map((column) => column.id);
}
