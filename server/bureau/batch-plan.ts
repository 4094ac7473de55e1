import type { BureauRecord } from "#shared/contract/bureau-record";
import { BUREAU_LIMITS } from "#shared/contract/bureau-v1";

/**
 * Well below what the bureau takes: a batch has to be through within the 15 s of a call, is serialised on the main
 * thread, and holds up all its orders while its outcome is unknown.
 */
const PLANNED = { records: 200, bytes: 4 * 1024 * 1024 } as const;

/** What a batch carries around its records. */
const ENVELOPE_BYTES = 256;
/** Keys, quotes and commas around the base64 text of one material, generously. */
const AROUND_MATERIAL_BYTES = 256;

export interface BatchSize {
  readonly records: number;
  readonly bytes: number;
}

export const EMPTY_BATCH: BatchSize = { records: 0, bytes: ENVELOPE_BYTES };

/** Size of a record in a batch in bytes, or slightly more; documents are not serialised to find out. */
export function recordBytes(record: BureauRecord): number {
  const rest = Buffer.byteLength(JSON.stringify({ ...record, materials: [] })) + 1;
  return record.materials.reduce((sum, { base64 }) => sum + base64.length + AROUND_MATERIAL_BYTES, rest);
}

/** The batch with one more record, or null when that one must wait. A large record goes alone. */
export function withRecord(batch: BatchSize, bytes: number): BatchSize | null {
  const grown = { records: batch.records + 1, bytes: batch.bytes + bytes };
  const fits = grown.records <= PLANNED.records && grown.bytes <= PLANNED.bytes;
  return fits || batch.records === 0 ? grown : null;
}

/** Whether no batch whatever could carry this record. */
export function isTooLarge(bytes: number): boolean {
  return EMPTY_BATCH.bytes + bytes > BUREAU_LIMITS.batchBytes;
}

/** How many waiting submissions a plan has to look at. */
export const MOST_RECORDS = PLANNED.records;
