import { randomUUID } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { Journal, JournalRow } from "./journal-row";
import type { Seal } from "./seal";

const ROWS_PER_LINE = 500;

/**
 * The writing side of the journal. Flushes queue up behind each other; those that wait share one write. A failed
 * write leaves the file as long as it was known to be good, and its rows go out again with the next flush. A file
 * longer than `compactAtBytes`, and later than four times what it held when last rewritten, is written anew.
 */
export function createJournalWriter(
  file: string,
  opened: FileHandle,
  goodBytes: number,
  seal: Seal,
  liveRows: () => Iterable<JournalRow>,
  compactAtBytes: number,
): Journal {
  let log = { handle: opened, size: goodBytes };
  let compactAt = compactAtBytes;
  let pending: JournalRow[] = [];
  let queued = false;
  let tail: Promise<void> = Promise.resolve();

  const writePending = async () => {
    queued = false;
    const rows = pending;
    pending = [];
    try {
      if (log.size > compactAt) {
        log = await rewrite(file, log.handle, seal, [...liveRows()]);
        compactAt = Math.max(compactAtBytes, 4 * log.size);
      } else if (rows.length > 0) {
        log.size += await append(log.handle, log.size, `${seal.close(rows)}\n`);
      }
    } catch (error) {
      pending = rows.concat(pending);
      throw error;
    }
  };

  const flush = () => {
    if (pending.length > 0 && !queued) {
      queued = true;
      tail = tail.catch(() => undefined).then(writePending);
    }
    return tail;
  };

  return {
    put: (row) => void pending.push(row),
    flush,
    async close() {
      try {
        await flush();
      } finally {
        await log.handle.close();
      }
    },
  };
}

/** Appends behind the last good byte, cutting off what a failed write may have left there; returns the length. */
async function append(handle: FileHandle, size: number, text: string): Promise<number> {
  const bytes = Buffer.from(text, "utf8");
  await handle.truncate(size);
  let written = 0;
  while (written < bytes.length) {
    const part = await handle.write(bytes, written, bytes.length - written, size + written);
    written += part.bytesWritten;
  }
  await handle.datasync();
  return bytes.length;
}

/** Writes the present values beside the log and renames over it: a crash leaves either the old or the new one. */
async function rewrite(file: string, old: FileHandle, seal: Seal, rows: readonly JournalRow[]) {
  const lines = [seal.header];
  for (let at = 0; at < rows.length; at += ROWS_PER_LINE) {
    lines.push(seal.close(rows.slice(at, at + ROWS_PER_LINE)));
  }
  const bytes = Buffer.from(`${lines.join("\n")}\n`, "utf8");
  const beside = `${file}.${randomUUID()}`;
  const handle = await open(beside, "w+", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.datasync();
    await rename(beside, file);
    await syncFolder(path.dirname(file));
  } catch (error) {
    await handle.close();
    await rm(beside, { force: true });
    throw error;
  }
  await old.close();
  return { handle, size: bytes.length };
}

/** Makes a new or renamed file's entry in its folder durable. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
