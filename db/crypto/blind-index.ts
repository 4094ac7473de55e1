import { createHmac } from "node:crypto";
import { canonicalValue, type IndexedKind } from "#shared/domain/privacy/normalise";
import type { Keyring } from "./keyring";

/** Bytes kept of each hash: too many for chance collisions among a hundred million values, too few to waste space. */
const INDEX_BYTES = 16;

/**
 * Blind index of a personal value: equal for all spellings of one value of one kind, worthless without the key.
 * For exact search and "used elsewhere" rules. 32 hexadecimal digits; null when nothing is left of the value, so
 * that empty fields never look like one another.
 */
export function blindIndex(keyring: Keyring, kind: IndexedKind, value: string): string | null {
  const canonical = canonicalValue(kind, value);
  if (canonical === "") return null;
  // The kind is part of the message: a number used as phone and as ID must not show as the same.
  const hash = createHmac("sha256", keyring.blindIndex).update(`${kind}\u0000${canonical}`, "utf8").digest();
  return hash.toString("hex", 0, INDEX_BYTES);
}
