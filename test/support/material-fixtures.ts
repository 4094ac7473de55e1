import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { deriveKeyring } from "#db/crypto/keyring";
import type { VaultKey } from "#server/materials/sealed-file";

/** A vault key that every test may use. */
export function vaultKeyOf(fill = 7): VaultKey {
  const keyring = deriveKeyring(Buffer.alloc(32, fill));
  return { key: keyring.materials, keyId: keyring.keyId };
}

export function sha256Of(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A folder of its own, and the way to remove it. */
export async function temporaryFolder(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), "materials-"));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A picture with enough detail that its data fill several kilobytes; `tint` makes another one. */
function picture(width: number, height: number, tint: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at++) pixels[at] = (at * 31 + (at >> 7) * 17 + tint * 53) & 0xff;
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

export function jpegOf(tint = 0, width = 240, height = 160): Promise<Buffer> {
  return picture(width, height, tint).jpeg({ quality: 70 }).toBuffer();
}

export function pngOf(tint = 0, width = 120, height = 80): Promise<Buffer> {
  return picture(width, height, tint).png().toBuffer();
}

/** A one-page PDF whose content stream is deflated. */
export function pdfOf(content: Buffer | string = "BT ET"): Buffer {
  const packed = deflateSync(content);
  const head = `%PDF-1.4\n1 0 obj <</Length ${packed.length}/Filter/FlateDecode>>\nstream\n`;
  const tail =
    "\nendstream\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer <</Size 2>>\nstartxref\n9\n%%EOF\n";
  return Buffer.concat([Buffer.from(head), packed, Buffer.from(tail)]);
}

/** A real PNG of that size, black, one bit a pixel: a few kilobytes that unpack to `width * height` pixels. */
export function pngBomb(width = 20_000, height = 20_000): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = Buffer.alloc(height * (1 + Math.ceil(width / 8)));
  const signature = Buffer.from("\u0089PNG\r\n\u001a\n", "latin1");
  return Buffer.concat([
    signature,
    pngChunk("IHDR", header),
    pngChunk("IDAT", deflateSync(rows)),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

export function pngChunk(type: string, body: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + body.length);
  chunk.writeUInt32BE(body.length, 0);
  chunk.write(type, 4, "latin1");
  body.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + body.length)), 8 + body.length);
  return chunk;
}

function crc32(bytes: Buffer): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb8_8320 : 0);
  }
  return (crc ^ 0xffff_ffff) >>> 0;
}

/** An empty ZIP: nothing but the end of its directory. */
export const EMPTY_ZIP = Buffer.concat([Buffer.from("PK\u0005\u0006", "latin1"), Buffer.alloc(18)]);
