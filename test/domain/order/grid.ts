import type { CommandType } from "#shared/domain/order/command";
import type { TransitionId } from "#shared/domain/order/event";
import { ORDER_STATUSES } from "#shared/domain/order/status";
import { GRID_TABLES } from "./grid.data";
import { type From, KINDS_IN, TRANSITIONS, type TransitionRow } from "./transitions.data";

/** One decision's rows of the table, in the order of their events. */
export type Chain = readonly TransitionId[];
export interface GridCell {
  readonly status: string;
  readonly command: string;
  readonly chains: readonly Chain[];
}

/** Reads the string tables: a header of commands, then one row per status. Malformed text is an error. */
export function readGrid(tables: readonly string[]): GridCell[] {
  return tables.flatMap((table) => {
    const [header, ...rows] = table
      .trim()
      .split("\n")
      .map((line) => line.trim().split(/\s+/));
    return rows.flatMap(([status = "", ...cells]) => {
      if (cells.length !== header?.length) throw new Error(`row ${status} has ${cells.length} cells`);
      return cells.map((cell, index) => ({ status, command: header[index] ?? "", chains: chainsOf(cell) }));
    });
  });
}

function chainsOf(cell: string): Chain[] {
  if (cell === ".") return [];
  return cell.split("/").map((chain) => chain.split("+").map(transitionId));
}

function transitionId(text: string): TransitionId {
  const id = TRANSITIONS.find((row) => row.id === `T${text.padStart(2, "0")}`)?.id;
  if (id === undefined) throw new Error(`not a row of the table: ${text}`);
  return id;
}

/** The row that a chain ends with, for the sub-kind; undefined when the table has none. */
export function lastRow(chain: Chain, command: string, kind: string, from: From): TransitionRow | undefined {
  const id = chain.at(-1);
  return TRANSITIONS.find(
    (row) =>
      row.id === id &&
      row.command === command &&
      row.kinds.includes(kind) &&
      (chain.length > 1 || row.from.includes(from)),
  );
}

export const STATUSES: readonly From[] = ["(none)", ...ORDER_STATUSES];
export const CELLS = readGrid(GRID_TABLES);

export function cellOf(status: From, command: CommandType): GridCell {
  const found = CELLS.filter((cell) => cell.status === status && cell.command === command);
  const [cell] = found;
  if (cell === undefined || found.length > 1)
    throw new Error(`${status} × ${command}: ${found.length} cells`);
  return cell;
}

/** Sub-kinds for which a chain of this cell can apply. */
export function kindsOf(status: From, command: CommandType, chain: Chain): string[] {
  const [first] = chain;
  return KINDS_IN[status].filter(
    (kind) =>
      lastRow(chain, command, kind, status) !== undefined &&
      TRANSITIONS.some((row) => row.id === first && row.kinds.includes(kind) && row.from.includes(status)),
  );
}

/** Whether some row of the cell lets this person do it to an order of this sub-kind. */
export function applicable(status: From, command: CommandType, kind: string, who: string): boolean {
  return cellOf(status, command).chains.some((chain) => {
    const row = lastRow(chain, command, kind, status);
    return (
      kindsOf(status, command, chain).includes(kind) && row?.actors.some((code) => code === who) === true
    );
  });
}
