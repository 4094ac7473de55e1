/**
 * Where an image really ends. Decoders forgive a missing end and do not look at what follows it; both matter here:
 * the first is a truncated upload, the second a place to hide another file.
 */

const PNG_SIGNATURE_BYTES = 8;

/** Offset after the IEND chunk; null when the chunks do not reach it. */
export function endOfPng(bytes: Buffer): number | null {
  let at = PNG_SIGNATURE_BYTES;
  while (at + 12 <= bytes.length) {
    const next = at + 12 + bytes.readUInt32BE(at);
    if (next > bytes.length) return null;
    if (bytes.toString("latin1", at + 4, at + 8) === "IEND") return next;
    at = next;
  }
  return null;
}

const MARKER = 0xff;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** Offset after the end-of-image marker; null when the segments and scans do not reach it. */
export function endOfJpeg(bytes: Buffer): number | null {
  let at = 2;
  while (at + 2 <= bytes.length) {
    if (bytes[at] !== MARKER) return null;
    const code = bytes[at + 1] ?? 0;
    if (code === MARKER) at += 1;
    else if (code === END_OF_IMAGE) return at + 2;
    else if (standsAlone(code)) at += 2;
    else {
      if (at + 4 > bytes.length) return null;
      at += 2 + bytes.readUInt16BE(at + 2);
      if (code === START_OF_SCAN) at = endOfScan(bytes, at);
    }
  }
  return null;
}

/** Offset of the first marker after entropy-coded data; stuffed bytes and restart markers belong to the data. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(MARKER, from);
  while (at >= 0 && at + 1 < bytes.length) {
    const code = bytes[at + 1] ?? 0;
    if (code !== 0 && !standsAlone(code)) return at;
    at = bytes.indexOf(MARKER, at + 2);
  }
  return bytes.length;
}

/** Markers without a length: restart markers, TEM and a start of image inside. */
function standsAlone(code: number): boolean {
  return (code >= 0xd0 && code <= 0xd8) || code === 0x01;
}
