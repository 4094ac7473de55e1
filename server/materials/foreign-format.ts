/** What else a file is, besides what its first bytes say. */
export type ForeignFormat = "ARCHIVE" | "DOCUMENT" | "MARKUP";

const END_OF_DIRECTORY = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const END_OF_DIRECTORY_BYTES = 22;
const MAX_ZIP_COMMENT_BYTES = 65_535;
/** How far into a file readers look for the start of a PDF. */
const PDF_WINDOW_BYTES = 1024;
const MARKUP = /<(?:!doctype|html|script|svg|\?php|\?xml|iframe|body)/i;

/**
 * A second format in an image or PDF, by which a careless reader could be made to run it; null when there is none.
 * `imageEnd`: where the image ends; null for a PDF. Harmless tails (a second picture, a phone's motion clip, padding)
 * are left alone: what reviewers see is drawn anew from the image only.
 */
export function findForeignFormat(bytes: Buffer, imageEnd: number | null): ForeignFormat | null {
  if (endsAsArchive(bytes)) return "ARCHIVE";
  if (imageEnd === null) return null;
  if (bytes.subarray(0, PDF_WINDOW_BYTES).includes("%PDF-")) return "DOCUMENT";
  const tail = bytes.subarray(imageEnd);
  if (tail.includes("%PDF-")) return "DOCUMENT";
  return MARKUP.test(tail.toString("latin1")) ? "MARKUP" : null;
}

/** Whether a ZIP directory ends exactly where the file ends. */
function endsAsArchive(bytes: Buffer): boolean {
  const window = bytes.subarray(-(END_OF_DIRECTORY_BYTES + MAX_ZIP_COMMENT_BYTES));
  let at = window.lastIndexOf(END_OF_DIRECTORY);
  while (at >= 0) {
    const body = at + END_OF_DIRECTORY_BYTES;
    if (body <= window.length && body + window.readUInt16LE(body - 2) === window.length) return true;
    if (at === 0) return false;
    at = window.lastIndexOf(END_OF_DIRECTORY, at - 1);
  }
  return false;
}
