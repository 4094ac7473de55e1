/** Lines of a PEM file around the key itself. */
const PEM_LINE = /-----(?:BEGIN|END) [A-Z0-9 ]{1,40}-----/gu;
const SEPARATORS = /[:\s]+/gu;
const DECIMAL = /^\d+$/u;
const HEXADECIMAL = /^(?:0x)?[0-9a-f]+$/iu;
/** The usual alphabet or the one for addresses; the padding may have been left out. */
const BASE64 = /^(?:[A-Za-z0-9+/]+|[A-Za-z0-9_-]+)={0,2}$/u;

/** A public key as digits or letters only: without PEM lines, blanks and the colons of hexadecimal dumps. */
export function compactPublicKey(value: string): string {
  return value.replace(PEM_LINE, "").replace(SEPARATORS, "");
}

/**
 * How a public key is written: as a decimal or hexadecimal modulus, or in base64; a copy that was cut off is one too
 * (domain.md §5.6). Null: as none of them, or nothing is there.
 */
export function publicKeyNotation(value: string): "DECIMAL" | "HEX" | "BASE64" | null {
  const key = compactPublicKey(value);
  if (DECIMAL.test(key)) return "DECIMAL";
  if (HEXADECIMAL.test(key)) return "HEX";
  return BASE64.test(key) ? "BASE64" : null;
}
