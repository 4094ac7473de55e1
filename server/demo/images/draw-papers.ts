import { type Brush, fillRect, type Size, sampleMark, seal, strokeRect, write, writeWrapped } from "./brush";
import { drawFace } from "./draw-face";
import type { Page } from "./page";

type PageOf<Form extends Page["form"]> = Extract<Page, { form: Form }>;

/** The verification photo: head and shoulders before a wall. */
export function drawPortrait(brush: Brush, page: PageOf<"PORTRAIT">, size: Size): void {
  const { ctx } = brush;
  if (page.background === "WHITE") {
    const wall = ctx.createRadialGradient(
      size.width / 2,
      size.height * 0.4,
      40,
      size.width / 2,
      size.height * 0.4,
      size.height,
    );
    wall.addColorStop(0, "#ffffff");
    wall.addColorStop(1, "#eceef0");
    ctx.fillStyle = wall;
    ctx.fillRect(0, 0, size.width, size.height);
  } else {
    fillRect(brush, "#9aa3a8", 0, 0, size.width, size.height);
    fillRect(brush, "#7d6a55", size.width * 0.66, 40, 120, 300);
    for (let shelf = 0; shelf < 4; shelf += 1)
      fillRect(brush, "#c9b79c", size.width * 0.68, 56 + shelf * 70, 100, 50);
    fillRect(brush, "#6d7f8c", 24, 60, 90, 120);
  }
  drawFace(brush, page, size.width * 0.08, size.height * 0.16, size.width * 0.84);
  write(brush, "示例 SAMPLE", 14, 24, { size: 13, colour: "rgba(120,120,120,0.75)" });
}

/** A letter on white paper, signed by hand and, for units, sealed. */
export function drawLetter(brush: Brush, page: PageOf<"LETTER">, size: Size): void {
  const { ctx } = brush;
  fillRect(brush, "#fefefc", 0, 0, size.width, size.height);
  write(brush, page.title, size.width / 2, 104, { size: 30, bold: true, align: "center" });
  let y = 184;
  for (const line of page.lines) {
    const indent = /[:：]$/.test(line) ? 0 : 40;
    y =
      writeWrapped(brush, `${indent === 0 ? "" : "    "}${line}`, 64, y, size.width - 128, {
        size: 19,
        lineHeight: 36,
      }) + 6;
  }
  const foot = Math.max(y + 90, size.height - 230);
  write(brush, "签字:", size.width - 300, foot, { size: 19 });
  ctx.save();
  ctx.translate(size.width - 236, foot);
  ctx.transform(1, -0.08, -0.22, 1, 0, 0);
  write(brush, page.signer, 0, 0, { size: 31, colour: "#15151c" });
  ctx.restore();
  write(brush, page.date, size.width - 300, foot + 52, { size: 19 });
  if (page.seal !== null) seal(brush, page.seal, size.width - 150, foot + 12, 70);
  sampleMark(brush, size);
}

/** A registrar's or authority's web page as the applicant photographed it on the screen. */
export function drawScreenshot(brush: Brush, page: PageOf<"SCREENSHOT">, size: Size): void {
  fillRect(brush, "#f4f6f9", 0, 0, size.width, size.height);
  fillRect(brush, "#e2e6ec", 0, 0, size.width, 40);
  for (const [i, colour] of ["#ee6a5f", "#f5bd4f", "#61c454"].entries()) {
    brush.ctx.fillStyle = colour;
    brush.ctx.beginPath();
    brush.ctx.arc(24 + i * 22, 20, 7, 0, Math.PI * 2);
    brush.ctx.fill();
  }
  fillRect(brush, "#ffffff", 110, 9, size.width - 150, 22);
  write(brush, "https://domain.example/certificate", 122, 25, { size: 12, colour: "#777" });
  fillRect(brush, "#ffffff", 40, 76, size.width - 80, size.height - 130);
  fillRect(brush, "#1f6fd6", 40, 76, size.width - 80, 58);
  write(brush, page.title, 64, 114, { size: 25, bold: true, colour: "#fff" });
  let y = 186;
  for (const [label, value] of page.rows) {
    write(brush, label, 64, y, { size: 18, colour: "#667" });
    y = writeWrapped(brush, value, 200, y, size.width - 280, { size: 19, lineHeight: 28 });
    fillRect(brush, "#e7eaef", 64, y - 10, size.width - 128, 1);
    y += 24;
  }
  sampleMark(brush, size);
}

/** An APP icon: two characters on a rounded coloured square. */
export function drawIcon(brush: Brush, page: PageOf<"ICON">, size: Size): void {
  const { ctx } = brush;
  ctx.clearRect(0, 0, size.width, size.height);
  const ground = ctx.createLinearGradient(0, 0, size.width, size.height);
  ground.addColorStop(0, `hsl(${page.hue}, 70%, 56%)`);
  ground.addColorStop(1, `hsl(${(page.hue + 40) % 360}, 72%, 42%)`);
  ctx.fillStyle = ground;
  ctx.beginPath();
  ctx.roundRect(0, 0, size.width, size.height, size.width * 0.22);
  ctx.fill();
  strokeRect(
    brush,
    "rgba(255,255,255,0.25)",
    2,
    size.width * 0.12,
    size.height * 0.12,
    size.width * 0.76,
    size.height * 0.76,
  );
  write(brush, page.text, size.width / 2, size.height * 0.62, {
    size: size.width * 0.34,
    bold: true,
    colour: "#fff",
    align: "center",
  });
  write(brush, "示例 SAMPLE", size.width / 2, size.height * 0.86, {
    size: 11,
    colour: "rgba(255,255,255,0.85)",
    align: "center",
  });
}
