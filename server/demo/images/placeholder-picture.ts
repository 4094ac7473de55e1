import { createHash } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import type { Picture, PictureMaker, Sheet } from "./page";

const WIDTH = 48;
const HEIGHT = 32;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const HEADER = chunk("IHDR", headerData());
const PIXELS = chunk("IDAT", deflateSync(sheetOutline()));
const END = chunk("IEND", Buffer.alloc(0));

/** Tiny PNG files, each different, for runs that need no readable documents: a coloured card of 48 × 32 pixels. */
export const placeholderPictures: PictureMaker = { draw: placeholderPicture };

export function placeholderPicture(sheet: Sheet): Picture {
  const digest = createHash("sha256").update(JSON.stringify(sheet)).digest();
  const palette = Buffer.from([
    244,
    246,
    250,
    90 + (digest[0] ?? 0) / 2,
    90 + (digest[1] ?? 0) / 2,
    90 + (digest[2] ?? 0) / 2,
  ]);
  const note = Buffer.concat([Buffer.from("Comment\0demo "), Buffer.from(digest.toString("hex", 0, 16))]);
  return {
    mediaType: "image/png",
    bytes: Buffer.concat([SIGNATURE, HEADER, chunk("PLTE", palette), chunk("tEXt", note), PIXELS, END]),
  };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function headerData(): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(WIDTH, 0);
  data.writeUInt32BE(HEIGHT, 4);
  data.set([1, 3, 0, 0, 0], 8);
  return data;
}

/** One bit a pixel: a frame and four bars that stand for lines of text. */
function sheetOutline(): Buffer {
  const rowBytes = WIDTH / 8 + 1;
  const rows = Buffer.alloc(rowBytes * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const frame = x === 2 || x === WIDTH - 3 || y === 2 || y === HEIGHT - 3;
      const bar = y % 6 === 2 && y > 6 && y < HEIGHT - 6 && x > 7 && x < WIDTH - 8;
      const at = y * rowBytes + 1 + (x >> 3);
      if (frame || bar) rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return rows;
}
