import { createRequire } from "node:module";
import type { Canvas } from "@napi-rs/canvas";
import type { Brush, Size } from "./brush";
import { drawIdBack, drawIdFront, drawLicence, drawPassport } from "./draw-identity";
import { drawIcon, drawLetter, drawPortrait, drawScreenshot } from "./draw-papers";
import type { Page, Picture, PictureMaker, Sheet } from "./page";
import { placeholderPicture, placeholderPictures } from "./placeholder-picture";
import { spoilPicture } from "./spoil-picture";

/** How many of an order's documents are drawn so that they can be read: none, those with faces and numbers, all. */
export type ImageMode = "none" | "few" | "all";

const SIZES: Readonly<Record<Page["form"], Size>> = {
  LICENCE: { width: 720, height: 560 },
  ID_FRONT: { width: 640, height: 400 },
  ID_BACK: { width: 640, height: 400 },
  PASSPORT: { width: 640, height: 400 },
  PORTRAIT: { width: 400, height: 520 },
  LETTER: { width: 620, height: 800 },
  SCREENSHOT: { width: 720, height: 440 },
  ICON: { width: 192, height: 192 },
};
const MAX_BYTES = 80 * 1024;
const QUALITIES = [78, 66, 54, 40, 28];
const FONT_FAMILY = "Demo Sans SC";
const FONT_FILES = ["400Regular/NotoSansSC_400Regular.ttf", "700Bold/NotoSansSC_700Bold.ttf"];

/**
 * The maker of pictures for a run. Drawing needs the development packages for canvas and font: where they are not
 * installed (production), every document is a placeholder, and `drawn` says so.
 */
export async function loadPictureMaker(
  mode: ImageMode,
): Promise<{ readonly pictures: PictureMaker; readonly drawn: boolean }> {
  if (mode === "none") return { pictures: placeholderPictures, drawn: false };
  const loaded = await loadCanvas();
  if (loaded === null) return { pictures: placeholderPictures, drawn: false };
  const draw = (sheet: Sheet): Picture =>
    mode === "all" || sheet.pages.some(({ page }) => READ_FIRST.has(page.form))
      ? drawSheet(loaded, sheet)
      : placeholderPicture(sheet);
  return { pictures: { draw }, drawn: true };
}

/** The documents that `few` still draws. */
const READ_FIRST: ReadonlySet<Page["form"]> = new Set(["LICENCE", "ID_FRONT", "PORTRAIT"]);

interface Studio {
  /** Canvases by size, reused from picture to picture. */
  canvasOf(size: Size): Canvas;
}

async function loadCanvas(): Promise<Studio | null> {
  try {
    const { createCanvas, GlobalFonts } = await import("@napi-rs/canvas");
    const require = createRequire(import.meta.url);
    for (const file of FONT_FILES) {
      GlobalFonts.registerFromPath(require.resolve(`@expo-google-fonts/noto-sans-sc/${file}`), FONT_FAMILY);
    }
    const canvases = new Map<string, Canvas>();
    return {
      canvasOf: ({ width, height }) => {
        const key = `${width}x${height}`;
        const canvas = canvases.get(key) ?? createCanvas(width, height);
        canvases.set(key, canvas);
        return canvas;
      },
    };
  } catch {
    return null;
  }
}

function drawSheet(studio: Studio, sheet: Sheet): Picture {
  const [first] = sheet.pages;
  if (first === undefined) throw new Error("a sheet without pages");
  const canvas = sheet.pages.length === 1 ? drawOne(studio, first) : drawTogether(studio, sheet);
  if (first.page.form === "ICON") return { mediaType: "image/png", bytes: canvas.encodeSync("png") };
  let bytes = canvas.encodeSync("jpeg", QUALITIES[0]);
  for (const quality of QUALITIES.slice(1)) {
    if (bytes.length <= MAX_BYTES) break;
    bytes = canvas.encodeSync("jpeg", quality);
  }
  return { mediaType: "image/jpeg", bytes };
}

function drawOne(studio: Studio, { page, look }: Sheet["pages"][number]): Canvas {
  const size = SIZES[page.form];
  const canvas = studio.canvasOf(size);
  const brush: Brush = { canvas, ctx: canvas.getContext("2d"), family: `"${FONT_FAMILY}"` };
  brush.ctx.setTransform(1, 0, 0, 1, 0, 0);
  drawPage(brush, page, size);
  spoilPicture(brush, look, size);
  return canvas;
}

/** Several papers on one scan: two columns, each page shrunk to fit its cell. */
function drawTogether(studio: Studio, sheet: Sheet): Canvas {
  const columns = sheet.pages.every(({ page }) => page.form.startsWith("ID_")) ? 1 : 2;
  const cell: Size = columns === 1 ? { width: 640, height: 400 } : { width: 440, height: 560 };
  const rows = Math.ceil(sheet.pages.length / columns);
  const canvas = studio.canvasOf({ width: columns * cell.width, height: rows * cell.height + 1 });
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = "#d5d9dd";
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  sheet.pages.forEach((one, i) => {
    const drawn = drawOne(studio, one);
    const scale = Math.min((cell.width - 16) / drawn.width, (cell.height - 16) / drawn.height);
    const width = drawn.width * scale;
    const height = drawn.height * scale;
    const left = (i % columns) * cell.width + (cell.width - width) / 2;
    const top = Math.floor(i / columns) * cell.height + (cell.height - height) / 2;
    ctx.drawImage(drawn, left, top, width, height);
  });
  return canvas;
}

function drawPage(brush: Brush, page: Page, size: Size): void {
  switch (page.form) {
    case "LICENCE":
      drawLicence(brush, page, size);
      break;
    case "ID_FRONT":
      drawIdFront(brush, page, size);
      break;
    case "ID_BACK":
      drawIdBack(brush, page, size);
      break;
    case "PASSPORT":
      drawPassport(brush, page, size);
      break;
    case "PORTRAIT":
      drawPortrait(brush, page, size);
      break;
    case "LETTER":
      drawLetter(brush, page, size);
      break;
    case "SCREENSHOT":
      drawScreenshot(brush, page, size);
      break;
    case "ICON":
      drawIcon(brush, page, size);
      break;
  }
}
