import { mkdir, open, readFile } from "node:fs/promises";
import path from "node:path";
import type { Journal, JournalRow } from "./journal-row";
import { createJournalWriter, syncFolder } from "./journal-writer";
import { createSeal, type Seal } from "./seal";

const COMPACT_AT_BYTES = 16 * 1024 * 1024;

/** Nothing is kept: for tests and for embedding without a folder. */
export function createMemoryJournal(): Journal {
  return { put: () => undefined, flush: async () => undefined, close: async () => undefined };
}

/**
 * Opens, or begins, a log of changed values. Each flush appends one sealed line and waits for the disk, so a line
 * is whole or, when the process died while writing, unreadable; an unreadable last line was never answered for and
 * is dropped.
 *
 * @param liveRows every current value, for the rewriting that keeps the log small
 * @returns the log and the rows it holds, oldest first
 * @throws when the file was written under another secret, or is damaged before its last line
 */
export async function openJournal(
  file: string,
  secret: string,
  liveRows: () => Iterable<JournalRow>,
  compactAtBytes = COMPACT_AT_BYTES,
): Promise<{ journal: Journal; rows: JournalRow[] }> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true });
  const seal = createSeal(secret);
  const { rows, goodBytes } = readLines(await readText(file), seal, file);
  const handle = await open(file, goodBytes === 0 ? "w+" : "r+", 0o600);
  let size = goodBytes;
  if (size === 0) {
    const header = Buffer.from(`${seal.header}\n`, "utf8");
    await handle.writeFile(header);
    await handle.datasync();
    await syncFolder(folder);
    size = header.length;
  }
  return { journal: createJournalWriter(file, handle, size, seal, liveRows, compactAtBytes), rows };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}

function readLines(stored: string, seal: Seal, file: string): { rows: JournalRow[]; goodBytes: number } {
  const lines = stored.split("\n");
  lines.pop();
  if (lines.length === 0) return { rows: [], goodBytes: 0 };
  if (lines[0] !== seal.header) {
    throw new Error(
      `${file} was not written under this BUREAU_SECRET: restore the secret, or move the file away`,
    );
  }
  const rows: JournalRow[] = [];
  let goodBytes = seal.header.length + 1;
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue;
    const opened = seal.open(line);
    if (opened === null && index === lines.length - 1) break;
    if (opened === null) throw new Error(`${file} is damaged in line ${index + 1}: restore it from a backup`);
    for (const row of opened) rows.push(row);
    goodBytes += line.length + 1;
  }
  return { rows, goodBytes };
}
