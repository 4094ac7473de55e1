import sharp from "sharp";
import { MAX_PIXELS } from "./inspect-material";
import type { MaterialVault } from "./material-vault";

/** Widths a rendition may be asked for, in pixels. */
const RENDITION_WIDTHS = { min: 32, max: 2400 } as const;

/**
 * The image drawn anew as JPEG, at most `width` pixels wide and turned upright: no metadata, no tail, nothing of the
 * uploaded bytes. Null when the vault has no such material, or has a PDF, which is not drawn.
 */
export async function thumbnail(vault: MaterialVault, sha256: string, width: number): Promise<Buffer | null> {
  const bytes = await vault.read(sha256);
  if (bytes === null || bytes.subarray(0, 5).equals(Buffer.from("%PDF-"))) return null;
  const target = Math.min(Math.max(Math.round(width), RENDITION_WIDTHS.min), RENDITION_WIDTHS.max);
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, sequentialRead: true })
    .autoOrient()
    .resize({ width: target, withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 80 })
    .toBuffer();
}
