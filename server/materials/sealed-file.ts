import {
  type CipherGCM,
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";

/**
 * Bytes of a material at rest:
 *
 * algorithm (1) · key id (8) · salt (32) · ciphertext · tag (16)
 *
 * Each file has its own key, derived from the vault's with the salt, so the nonce may stand still. The material's
 * hash is bound in: a file copied under another name does not open.
 */
const AES_256_GCM = 1;
const KEY_ID_BYTES = 8;
const SALT_BYTES = 32;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + KEY_ID_BYTES + SALT_BYTES;
const NONCE = Buffer.alloc(12);

/** The vault's key and the eight bytes that name its master key (`Keyring.materials`, `Keyring.keyId`). */
export interface VaultKey {
  readonly key: KeyObject;
  readonly keyId: Buffer;
}

/** A stored material that cannot be opened: damaged, renamed, or sealed under another master key. */
class SealedFileError extends Error {
  constructor(readonly problem: "MALFORMED" | "WRONG_KEY" | "NOT_AUTHENTIC") {
    super(`sealed material: ${problem}`);
    this.name = "SealedFileError";
  }
}

/** Seals a stream piece by piece: `header` first, then every `update`, then `end`. */
export interface Sealing {
  readonly header: Buffer;
  update(chunk: Buffer): Buffer;
  end(): Buffer;
}

export function startSealing(vaultKey: VaultKey, sha256: string): Sealing {
  const salt = randomBytes(SALT_BYTES);
  const cipher: CipherGCM = createCipheriv("aes-256-gcm", fileKey(vaultKey, salt, sha256), NONCE);
  cipher.setAAD(Buffer.from(sha256, "utf8"));
  return {
    header: Buffer.concat([Buffer.of(AES_256_GCM), vaultKey.keyId, salt]),
    update: (chunk) => cipher.update(chunk),
    end: () => Buffer.concat([cipher.final(), cipher.getAuthTag()]),
  };
}

/** The bytes of a sealed file. Throws `SealedFileError`. */
export function openSealed(vaultKey: VaultKey, sha256: string, sealed: Buffer): Buffer {
  if (sealed.length < HEADER_BYTES + TAG_BYTES || sealed[0] !== AES_256_GCM) {
    throw new SealedFileError("MALFORMED");
  }
  if (!sealed.subarray(1, 1 + KEY_ID_BYTES).equals(vaultKey.keyId)) throw new SealedFileError("WRONG_KEY");
  const salt = sealed.subarray(1 + KEY_ID_BYTES, HEADER_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", fileKey(vaultKey, salt, sha256), NONCE);
  decipher.setAAD(Buffer.from(sha256, "utf8"));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const opened = decipher.update(sealed.subarray(HEADER_BYTES, -TAG_BYTES));
  try {
    return Buffer.concat([opened, decipher.final()]);
  } catch {
    throw new SealedFileError("NOT_AUTHENTIC");
  }
}

function fileKey(vaultKey: VaultKey, salt: Buffer, sha256: string): Buffer {
  return Buffer.from(hkdfSync("sha256", vaultKey.key, salt, `icp-filing-review/material/1/${sha256}`, 32));
}
