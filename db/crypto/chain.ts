import { createHmac, type KeyObject } from "node:crypto";

/** What stands before the first row of a chain. */
export const CHAIN_START: Buffer = Buffer.alloc(32);

/** A row as it may enter the chain: plain JSON, no undefined, no dates. */
export type ChainValue =
  | string
  | number
  | boolean
  | null
  | readonly ChainValue[]
  | { readonly [key: string]: ChainValue };

/**
 * Hash of an audit row, 32 bytes: HMAC-SHA256 over the previous hash, the row's sequence number and its canonical
 * text (assurance.md §3). Without the key no row inside the chain can be changed, moved, added or dropped
 * unnoticed; a cut-off end needs the head remembered elsewhere.
 */
export function chainHash(key: KeyObject, prevHash: Buffer, seq: number, canonicalRow: string): Buffer {
  // The fixed length of the hash and the line feed after the number make the concatenation unambiguous.
  return createHmac("sha256", key).update(prevHash).update(`${seq}\n${canonicalRow}`, "utf8").digest();
}

/** One text per value, whatever the order in which its keys were written or read back. */
export function canonicalJson(value: ChainValue): string {
  if (value === null || typeof value !== "object") {
    if (typeof value === "number" && !Number.isFinite(value))
      throw new TypeError("no JSON form of this number");
    return JSON.stringify(value);
  }
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(",")}}`;
}

function isList(value: object): value is readonly ChainValue[] {
  return Array.isArray(value);
}
