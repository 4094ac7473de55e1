import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { findForeignFormat } from "./foreign-format";
import { endOfJpeg, endOfPng } from "./image-structure";
import { hasPdfEnd, isPdfBomb } from "./pdf-structure";

export const MEDIA_TYPES = ["image/jpeg", "image/png", "application/pdf"] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** Most pixels an image may have: above any phone's scan of a page, below what makes a browser stall. */
export const MAX_PIXELS = 50_000_000;

/** Why bytes are not accepted: not one of our types, unpack to too much, damaged, or two files in one. */
export type MaterialProblem = "TYPE" | "BOMB" | "CORRUPT" | "POLYGLOT";

export type Inspection =
  | { readonly ok: true; readonly mediaType: MediaType }
  | { readonly ok: false; readonly problem: MaterialProblem };

/** As much as the recognition of our three types looks at. */
const HEAD_BYTES = 4100;

/** What the bytes are, by their content and never by what anybody calls them. Decodes images once, small. */
export async function inspectMaterial(bytes: Buffer): Promise<Inspection> {
  const head = await fileTypeFromBuffer(bytes.subarray(0, HEAD_BYTES));
  const mediaType = MEDIA_TYPES.find((type) => type === head?.mime);
  if (mediaType === undefined) return { ok: false, problem: "TYPE" };
  const problem = await (mediaType === "application/pdf"
    ? pdfProblem(bytes)
    : imageProblem(bytes, mediaType));
  return problem === null ? { ok: true, mediaType } : { ok: false, problem };
}

async function pdfProblem(bytes: Buffer): Promise<MaterialProblem | null> {
  if (findForeignFormat(bytes, null) !== null) return "POLYGLOT";
  if (!hasPdfEnd(bytes)) return "CORRUPT";
  return (await isPdfBomb(bytes)) ? "BOMB" : null;
}

async function imageProblem(bytes: Buffer, mediaType: MediaType): Promise<MaterialProblem | null> {
  const pixels = await pixelsOf(bytes);
  if (pixels === null) return "CORRUPT";
  if (pixels > MAX_PIXELS) return "BOMB";
  const end = mediaType === "image/png" ? endOfPng(bytes) : endOfJpeg(bytes);
  if (end === null) return "CORRUPT";
  if (findForeignFormat(bytes, end) !== null) return "POLYGLOT";
  return (await decodes(bytes)) ? null : "CORRUPT";
}

/** Width times height as the header states them, nothing decoded; null when there is no readable header. */
async function pixelsOf(bytes: Buffer): Promise<number | null> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return width * height;
  } catch {
    return null;
  }
}

/** Whether the whole image can be read: a broken or missing part fails. */
async function decodes(bytes: Buffer): Promise<boolean> {
  try {
    await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "truncated", sequentialRead: true })
      .resize(32, 32, { fit: "inside" })
      .raw()
      .toBuffer();
    return true;
  } catch {
    return false;
  }
}
