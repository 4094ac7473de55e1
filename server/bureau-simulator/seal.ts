import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { JournalRow } from "./journal-row";

const IV_BYTES = 12;
const TAG_BYTES = 16;

export interface Seal {
  /** First line of the file: tells another secret from a damaged file. */
  readonly header: string;
  close(rows: readonly JournalRow[]): string;
  /** The rows of a line, or null when the line is not whole. */
  open(line: string): JournalRow[] | null;
}

/**
 * Phones and codes of applicants lie in this file too, so each line is sealed with AES-256-GCM under a key drawn
 * from the shared secret. The tag doubles as the proof that a line was written to its end.
 */
export function createSeal(secret: string): Seal {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "bureau simulator journal", 32));
  const check = createHmac("sha256", key).update("header").digest("hex");
  return {
    header: `bureau-simulator-journal 1 ${check}`,
    close(rows) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, iv);
      const body = Buffer.concat([cipher.update(JSON.stringify(rows), "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64");
    },
    open(line) {
      const bytes = Buffer.from(line, "base64");
      if (bytes.length < IV_BYTES + TAG_BYTES) return null;
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV_BYTES));
        decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        const body = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
        return JSON.parse(body.toString("utf8"));
      } catch {
        return null;
      }
    },
  };
}
