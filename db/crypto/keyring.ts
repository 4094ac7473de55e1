import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from "node:crypto";
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import path from "node:path";

/** Bytes of the master key and of every key derived from it. */
export const KEY_BYTES = 32;

/** File that holds the generated master key inside the data directory. */
export const MASTER_KEY_FILE_NAME = "master.key";

/** What one master key gives: a key per purpose, so that no key ever serves two algorithms. */
export type Keyring = {
  /** Eight bytes that name the master key without telling anything about it; stands in every wrapped data key. */
  readonly keyId: Buffer;
  /** Wraps the data keys of orders. */
  readonly wrapping: KeyObject;
  /** Keys the blind indexes. */
  readonly blindIndex: KeyObject;
  /** Keys the hash chain of the audit trail. */
  readonly audit: KeyObject;
  /** Seals uploaded materials, which exist before any order has a data key. */
  readonly materials: KeyObject;
};

export const KEYRING_PROBLEMS = ["KEY_MISSING", "KEY_MALFORMED", "KEY_FILE_UNREADABLE"] as const;
export type KeyringProblem = (typeof KEYRING_PROBLEMS)[number];

export type KeyringResult =
  | { readonly ok: true; readonly keyring: Keyring }
  | { readonly ok: false; readonly problem: KeyringProblem };

export type KeyringSettings = {
  /** The key itself (`MASTER_KEY`), 32 bytes as base64, base64url or 64 hexadecimal digits. Wins over the file. */
  readonly masterKey: string | null;
  /** File that holds it (`MASTER_KEY_FILE`); null: `master.key` in the data directory. */
  readonly masterKeyFile: string | null;
  readonly dataDir: string;
  /**
   * Whether a missing key in the data directory may be generated. Only for an empty data directory: beside
   * existing data a new key would lock everything up, so the caller passes false there.
   */
  readonly mayGenerate: boolean;
};

/** Loads the master key and derives the keyring. The problems name what is wrong and never show key material. */
export function loadKeyring(settings: KeyringSettings): KeyringResult {
  if (settings.masterKey !== null) return keyringOf(settings.masterKey);
  if (settings.masterKeyFile !== null) return keyringFromFile(settings.masterKeyFile);
  const file = path.join(settings.dataDir, MASTER_KEY_FILE_NAME);
  const found = keyringFromFile(file);
  if (found.ok || found.problem !== "KEY_MISSING" || !settings.mayGenerate) return found;
  writeNewKey(file);
  return keyringFromFile(file);
}

/** The keyring of a master key given as 32 bytes. */
export function deriveKeyring(masterKey: Buffer): Keyring {
  return {
    keyId: deriveBytes(masterKey, "key-id").subarray(0, 8),
    wrapping: createSecretKey(deriveBytes(masterKey, "data-key-wrapping")),
    blindIndex: createSecretKey(deriveBytes(masterKey, "blind-index")),
    audit: createSecretKey(deriveBytes(masterKey, "audit-chain")),
    materials: createSecretKey(deriveBytes(masterKey, "materials")),
  };
}

function deriveBytes(masterKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", masterKey, "", `icp-filing-review/${purpose}/1`, KEY_BYTES));
}

function keyringFromFile(file: string): KeyringResult {
  try {
    return keyringOf(readFileSync(file, "utf8"));
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return { ok: false, problem: missing ? "KEY_MISSING" : "KEY_FILE_UNREADABLE" };
  }
}

function keyringOf(written: string): KeyringResult {
  const text = written.trim();
  const bytes = /^[0-9a-fA-F]{64}$/.test(text)
    ? Buffer.from(text, "hex")
    : /^[A-Za-z0-9+/_-]{43}=?$/.test(text)
      ? Buffer.from(text, "base64")
      : Buffer.alloc(0);
  if (bytes.length !== KEY_BYTES) return { ok: false, problem: "KEY_MALFORMED" };
  return { ok: true, keyring: deriveKeyring(bytes) };
}

/**
 * Writes a fresh key, readable by the owner only, and returns once it is on disk: data sealed with a key that a
 * power cut takes back would be lost. Linked into place, so a half-written file never carries the name and of two
 * processes starting at once both end with the first one's key.
 */
function writeNewKey(file: string): void {
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  const handle = openSync(draft, "wx", 0o600);
  try {
    writeSync(handle, `${randomBytes(KEY_BYTES).toString("base64url")}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  syncDirectory(path.dirname(file));
}

function syncDirectory(directory: string): void {
  const handle = openSync(directory, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
