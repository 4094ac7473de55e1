import { blindIndex } from "../crypto/blind-index";
import type { Keyring } from "../crypto/keyring";

/**
 * Blind index of an entity's certificate, the identity behind "one open order per entity": also an
 * individual's ID number is compared without being stored. Null when no number is given: blanks are not equal.
 */
export function certificateToken(keyring: Keyring, certType: number, certNumber: string): string | null {
  const token = blindIndex(keyring, "ID_NUMBER", certNumber);
  return token === null ? null : `${certType}:${token}`;
}
