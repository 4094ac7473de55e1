import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { inspectMaterial } from "#server/materials/inspect-material";
import { isPdfBomb } from "#server/materials/pdf-structure";
import { EMPTY_ZIP, jpegOf, pdfOf, pngBomb, pngChunk, pngOf } from "#test/support/material-fixtures";

const jpeg = await jpegOf();
const png = await pngOf();
const pdf = pdfOf();

const PROGRESSIVE = await sharp(jpeg).jpeg({ progressive: true }).toBuffer();
const WITH_EXIF = await sharp(jpeg)
  .withExif({ IFD0: { Copyright: "somebody" } })
  .jpeg()
  .toBuffer();
const RESTARTS = Buffer.concat([
  jpeg.subarray(0, 2),
  Buffer.from([0xff, 0xff, 0xfe, 0, 4, 1, 2]),
  jpeg.subarray(2),
]);

describe("inspectMaterial", () => {
  it.each([
    ["a JPEG", jpeg, "image/jpeg"],
    ["a progressive JPEG", PROGRESSIVE, "image/jpeg"],
    ["a JPEG with EXIF", WITH_EXIF, "image/jpeg"],
    ["a JPEG with fill bytes and a comment", RESTARTS, "image/jpeg"],
    ["a JPEG with a second picture behind it", Buffer.concat([jpeg, jpeg]), "image/jpeg"],
    ["a PNG", png, "image/png"],
    ["a PNG with padding behind it", Buffer.concat([png, Buffer.alloc(64)]), "image/png"],
    ["a PDF", pdf, "application/pdf"],
  ])("accepts %s", async (_name, bytes, mediaType) => {
    expect(await inspectMaterial(bytes)).toEqual({ ok: true, mediaType });
  });

  it.each([
    ["nothing", Buffer.alloc(0), "TYPE"],
    ["text", Buffer.from("hello, world"), "TYPE"],
    ["a GIF", Buffer.from("GIF89a\u0001\u0000\u0001\u0000", "latin1"), "TYPE"],
    ["an SVG", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), "TYPE"],
    ["a script", Buffer.from("#!/bin/sh\n"), "TYPE"],
    [
      "an animated PNG",
      Buffer.concat([png.subarray(0, 33), pngChunk("acTL", Buffer.alloc(8, 1)), png.subarray(33)]),
      "TYPE",
    ],
    ["a JPEG cut in half", jpeg.subarray(0, jpeg.length >> 1), "CORRUPT"],
    ["a JPEG without its last two bytes", jpeg.subarray(0, -2), "CORRUPT"],
    ["a JPEG head with noise", Buffer.concat([jpeg.subarray(0, 20), Buffer.alloc(500, 3)]), "CORRUPT"],
    ["a PNG cut in half", png.subarray(0, png.length >> 1), "CORRUPT"],
    ["a PNG without its end", png.subarray(0, -12), "CORRUPT"],
    ["a PNG with a flipped byte", flipped(png), "CORRUPT"],
    ["a PDF cut short", pdf.subarray(0, -10), "CORRUPT"],
    ["a JPEG that is also an archive", Buffer.concat([jpeg, EMPTY_ZIP]), "POLYGLOT"],
    ["a PDF that is also an archive", Buffer.concat([pdf, EMPTY_ZIP]), "POLYGLOT"],
    [
      "a PNG with a page behind it",
      Buffer.concat([png, Buffer.from("<HTML><script>1</script>")]),
      "POLYGLOT",
    ],
    ["a JPEG with a PDF behind it", Buffer.concat([jpeg, pdf]), "POLYGLOT"],
    ["a JPEG with a PDF in its comment", withComment(jpeg, "%PDF-1.4"), "POLYGLOT"],
    ["a flood of pixels", pngBomb(), "BOMB"],
    ["a PDF bomb", pdfOf(Buffer.alloc(300 * 1024 * 1024)), "BOMB"],
  ])("refuses %s", async (_name, bytes, problem) => {
    expect(await inspectMaterial(bytes)).toEqual({ ok: false, problem });
  });

  it("counts the streams of a PDF together", async () => {
    const two = Buffer.concat([pdfOf(Buffer.alloc(600)), pdfOf(Buffer.alloc(600))]);
    expect(await isPdfBomb(two, 1200)).toBe(false);
    expect(await isPdfBomb(two, 1199)).toBe(true);
  });

  it("is not slowed down by a PDF that is nothing but stream starts", async () => {
    const hostile = Buffer.concat([
      Buffer.from("%PDF-1.4\n"),
      Buffer.from("stream\n".repeat(1_000_000)),
      Buffer.from("%%EOF"),
    ]);
    expect(await inspectMaterial(hostile)).toEqual({ ok: true, mediaType: "application/pdf" });
  }, 5000);
});

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const middle = copy.length >> 1;
  copy[middle] = (copy[middle] ?? 0) ^ 0xff;
  return copy;
}

function withComment(bytes: Buffer, text: string): Buffer {
  const comment = Buffer.from(text, "latin1");
  const head = Buffer.from([0xff, 0xfe, 0, comment.length + 2]);
  return Buffer.concat([bytes.subarray(0, 2), head, comment, bytes.subarray(2)]);
}
