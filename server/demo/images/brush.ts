import type { Canvas, SKRSContext2D } from "@napi-rs/canvas";

/** What the pages are drawn with: one canvas context and the family name of the bundled Chinese font. */
export interface Brush {
  readonly ctx: SKRSContext2D;
  readonly canvas: Canvas;
  readonly family: string;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface TextStyle {
  readonly size: number;
  readonly colour?: string;
  readonly bold?: boolean;
  readonly align?: "left" | "center" | "right";
}

export function write(brush: Brush, text: string, x: number, y: number, style: TextStyle): void {
  const { ctx, family } = brush;
  ctx.font = `${style.bold === true ? 700 : 400} ${style.size}px ${family}`;
  ctx.fillStyle = style.colour ?? "#222";
  ctx.textAlign = style.align ?? "left";
  ctx.textBaseline = "alphabetic";
  ctx.fillText(text, x, y);
}

/** Writes `text` in lines of at most `width` pixels; answers the y below the last line. */
export function writeWrapped(
  brush: Brush,
  text: string,
  x: number,
  y: number,
  width: number,
  style: TextStyle & { readonly lineHeight: number },
): number {
  const { ctx, family } = brush;
  ctx.font = `${style.bold === true ? 700 : 400} ${style.size}px ${family}`;
  // Han characters are one em wide and Latin ones about half: near enough, and far cheaper than measuring.
  const limit = width / style.size;
  let line = "";
  let ems = 0;
  let at = y;
  for (const char of text) {
    const advance = char.charCodeAt(0) > 0x2e7f ? 1 : 0.58;
    if (ems + advance > limit && !"，。、；：）".includes(char)) {
      write(brush, line, x, at, style);
      at += style.lineHeight;
      line = "";
      ems = 0;
    }
    line += char;
    ems += advance;
  }
  if (line !== "") {
    write(brush, line, x, at, style);
    at += style.lineHeight;
  }
  return at;
}

export function fillRect(
  brush: Brush,
  colour: string,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  brush.ctx.fillStyle = colour;
  brush.ctx.fillRect(x, y, width, height);
}

export function strokeRect(
  brush: Brush,
  colour: string,
  line: number,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  brush.ctx.strokeStyle = colour;
  brush.ctx.lineWidth = line;
  brush.ctx.strokeRect(x, y, width, height);
}

/** The mark that every demo document carries, so that none can pass for a real one. */
export function sampleMark(brush: Brush, size: Size): void {
  write(brush, "示例 SAMPLE", size.width - 14, size.height - 12, {
    size: 13,
    colour: "rgba(120,120,120,0.75)",
    align: "right",
  });
}

/** A round red seal with a star and the name of its owner on an arc. */
export function seal(brush: Brush, owner: string, x: number, y: number, radius: number): void {
  const { ctx, family } = brush;
  ctx.save();
  ctx.globalAlpha = 0.78;
  ctx.strokeStyle = "#c8202a";
  ctx.lineWidth = 3;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, Math.PI * 2);
  ctx.stroke();
  star(brush, x, y, radius * 0.3);
  const letters = [...owner].slice(0, 22);
  const size = Math.min(15, (radius * 4.2) / Math.max(letters.length, 8));
  ctx.font = `700 ${size}px ${family}`;
  ctx.fillStyle = "#c8202a";
  ctx.textAlign = "center";
  const arc = Math.min(Math.PI * 1.45, (letters.length * size * 1.15) / (radius * 0.76));
  letters.forEach((letter, i) => {
    const angle = letters.length === 1 ? 0 : -arc / 2 + (arc * i) / (letters.length - 1);
    ctx.save();
    ctx.translate(x + Math.sin(angle) * radius * 0.76, y - Math.cos(angle) * radius * 0.76);
    ctx.rotate(angle);
    ctx.fillText(letter, 0, size / 3);
    ctx.restore();
  });
  ctx.restore();
}

export function star(brush: Brush, x: number, y: number, radius: number, colour = "#c8202a"): void {
  const { ctx } = brush;
  ctx.fillStyle = colour;
  ctx.beginPath();
  for (let i = 0; i < 10; i += 1) {
    const r = i % 2 === 0 ? radius : radius * 0.4;
    const angle = (Math.PI * i) / 5;
    ctx.lineTo(x + Math.sin(angle) * r, y - Math.cos(angle) * r);
  }
  ctx.closePath();
  ctx.fill();
}
