import {
  type CipherGCM,
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { KEY_BYTES, type Keyring } from "./keyring";

/**
 * Personal data at rest (architecture.md §2). One data key per order seals the order's rows and is itself stored
 * wrapped by the master key; destroying the wrapped key shreds the order. The identity of the row is bound in as
 * associated data, so a blob copied into another row does not open.
 *
 * sealed row: algorithm (1) · nonce (12) · tag (16) · ciphertext
 * wrapped key: algorithm (1) · key id (8) · nonce (12) · tag (16) · ciphertext (32)
 */

/** First byte of every blob. SM4-GCM takes the next number when it comes. */
export const AES_256_GCM = 1;

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_ID_BYTES = 8;
const SEALED_OVERHEAD = 1 + NONCE_BYTES + TAG_BYTES;
const WRAPPED_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES + TAG_BYTES + KEY_BYTES;

/** Which row a blob belongs to: the table's name and the row's primary key, parts joined by the caller. */
export type RowIdentity = { readonly table: string; readonly key: string };

/** MALFORMED: cut short. UNKNOWN_ALGORITHM: sealed by a later version. WRONG_KEY: wrapped by another master key.
 * NOT_AUTHENTIC: changed, moved to another row, or opened with another order's key. */
export const OPEN_PROBLEMS = ["MALFORMED", "UNKNOWN_ALGORITHM", "WRONG_KEY", "NOT_AUTHENTIC"] as const;
export type OpenProblem = (typeof OPEN_PROBLEMS)[number];

export type Opened<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: OpenProblem };

/** A fresh data key for a new order. */
export function createDataKey(): KeyObject {
  return createSecretKey(randomBytes(KEY_BYTES));
}

/** Seals bytes or UTF-8 text for that row under the order's data key. */
export function seal(dataKey: KeyObject, row: RowIdentity, plaintext: Buffer | string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", dataKey, nonce);
  cipher.setAAD(associatedData(AES_256_GCM, row));
  const body = typeof plaintext === "string" ? cipher.update(plaintext, "utf8") : cipher.update(plaintext);
  return assemble(Buffer.of(AES_256_GCM), nonce, cipher, body);
}

/** Opens what `seal` made for the same row under the same key. */
export function open(dataKey: KeyObject, row: RowIdentity, sealed: Buffer): Opened<Buffer> {
  if (sealed.length < SEALED_OVERHEAD) return { ok: false, problem: "MALFORMED" };
  if (sealed[0] !== AES_256_GCM) return { ok: false, problem: "UNKNOWN_ALGORITHM" };
  return decrypt(dataKey, associatedData(AES_256_GCM, row), sealed.subarray(1));
}

/** Wraps an order's data key under the master key, for storing beside the order. */
export function wrapDataKey(keyring: Keyring, row: RowIdentity, dataKey: KeyObject): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyring.wrapping, nonce);
  cipher.setAAD(associatedData(AES_256_GCM, row));
  const body = cipher.update(dataKey.export());
  return assemble(Buffer.concat([Buffer.of(AES_256_GCM), keyring.keyId]), nonce, cipher, body);
}

/** Unwraps what `wrapDataKey` made. WRONG_KEY tells a changed master key from a damaged row. */
export function unwrapDataKey(keyring: Keyring, row: RowIdentity, wrapped: Buffer): Opened<KeyObject> {
  if (wrapped.length !== WRAPPED_BYTES) return { ok: false, problem: "MALFORMED" };
  if (wrapped[0] !== AES_256_GCM) return { ok: false, problem: "UNKNOWN_ALGORITHM" };
  const body = 1 + KEY_ID_BYTES;
  if (!wrapped.subarray(1, body).equals(keyring.keyId)) return { ok: false, problem: "WRONG_KEY" };
  const opened = decrypt(keyring.wrapping, associatedData(AES_256_GCM, row), wrapped.subarray(body));
  return opened.ok ? { ok: true, value: createSecretKey(opened.value) } : opened;
}

function assemble(head: Buffer, nonce: Buffer, cipher: CipherGCM, body: Buffer): Buffer {
  const rest = cipher.final();
  return Buffer.concat([head, nonce, cipher.getAuthTag(), body, rest]);
}

/** Opens nonce · tag · ciphertext. */
function decrypt(key: KeyObject, associated: Buffer, blob: Buffer): Opened<Buffer> {
  const tagEnd = NONCE_BYTES + TAG_BYTES;
  const decipher = createDecipheriv("aes-256-gcm", key, blob.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(associated);
  decipher.setAuthTag(blob.subarray(NONCE_BYTES, tagEnd));
  const plaintext = decipher.update(blob.subarray(tagEnd));
  try {
    // A failed tag is the only thing final() can throw for here; nothing of the plaintext is used then.
    decipher.final();
  } catch {
    return { ok: false, problem: "NOT_AUTHENTIC" };
  }
  return { ok: true, value: plaintext };
}

/** Unambiguous, whatever characters table and key hold. */
function associatedData(algorithm: number, row: RowIdentity): Buffer {
  return Buffer.from(JSON.stringify([algorithm, row.table, row.key]), "utf8");
}
