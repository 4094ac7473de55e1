const SEPARATORS = /[:\s]+/gu;

/** A certificate fingerprint without colons and blanks, in upper case (domain.md §5.6). */
export function canonicalFingerprint(value: string): string {
  return value.replace(SEPARATORS, "").toUpperCase();
}

/** Whether the fingerprint has one of these numbers of hexadecimal digits: 32 for MD5, 40 for SHA-1, 64 for SHA-256. */
export function isFingerprint(value: string, lengths: readonly number[]): boolean {
  const digits = canonicalFingerprint(value);
  return lengths.includes(digits.length) && /^[0-9A-F]+$/u.test(digits);
}
