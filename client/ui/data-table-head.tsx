import { CaretDownOutlined, CaretUpOutlined } from "@ant-design/icons";
import { classes } from "../lib/classes";
import styles from "./data-table.module.css";

interface HeadColumn {
  id: string;
  title: string;
  align?: "left" | "right" | "center";
  sortable?: boolean;
  sorted: false | "asc" | "desc";
  toggleSort: () => void;
}

const ARIA_SORT = { asc: "ascending", desc: "descending" } as const;

export function DataTableHead({ columns }: { columns: readonly HeadColumn[] }) {
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1}>
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            className={classes(styles.th, styles[column.align ?? "left"])}
            {...(column.sorted ? { "aria-sort": ARIA_SORT[column.sorted] } : {})}
          >
            {column.sortable ? (
              <button type="button" className={styles.sort} onClick={column.toggleSort}>
                {column.title}
                <SortMark sorted={column.sorted} />
              </button>
            ) : (
              <span title={column.title}>{column.title}</span>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function SortMark({ sorted }: { sorted: false | "asc" | "desc" }) {
  return (
    <span className={styles.sortMark} aria-hidden="true">
      <CaretUpOutlined className={classes(sorted === "asc" && styles.sorted)} />
      <CaretDownOutlined className={classes(sorted === "desc" && styles.sorted)} />
    </span>
  );
}
