import type { Brush } from "./brush";

export interface FaceTraits {
  readonly face: number;
  readonly male: boolean;
}

const SKINS = ["#f3d3b5", "#eec6a2", "#e7b98f", "#f6dcc4", "#dfae85"];
const HAIRS = ["#1f1a17", "#2b211c", "#37291f", "#4a4a4d", "#15120f"];
const CLOTHES = ["#33475b", "#6b2f3a", "#2f5d50", "#4b4b7a", "#8a6d3b", "#5b6770"];

/** A stylised head and shoulders in a box of `width`; the same number always gives the same person. */
export function drawFace(brush: Brush, traits: FaceTraits, x: number, y: number, width: number): void {
  const { ctx } = brush;
  const part = (shift: number, count: number) => (traits.face >>> shift) % count;
  const skin = SKINS[part(0, SKINS.length)] ?? "#eec6a2";
  const hair = HAIRS[part(3, HAIRS.length)] ?? "#1f1a17";
  const cloth = CLOTHES[part(6, CLOTHES.length)] ?? "#33475b";
  const unit = width / 100;
  const headWidth = 24 + part(9, 5);
  const headHeight = 31 + part(12, 5);
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(unit, unit);
  shoulders(brush, cloth, skin);
  if (!traits.male) longHair(brush, hair, headWidth, part(15, 3));
  ellipse(brush, skin, 50, 52, headWidth, headHeight);
  ellipse(brush, skin, 50 - headWidth, 54, 4, 7);
  ellipse(brush, skin, 50 + headWidth, 54, 4, 7);
  topHair(brush, hair, headWidth, headHeight, traits.male, part(18, 3));
  features(brush, hair, part(21, 4), part(24, 3), part(26, 4) === 0);
  ctx.restore();
}

function shoulders(brush: Brush, cloth: string, skin: string): void {
  const { ctx } = brush;
  ctx.fillStyle = cloth;
  ctx.beginPath();
  ctx.moveTo(2, 130);
  ctx.bezierCurveTo(6, 100, 26, 98, 40, 92);
  ctx.lineTo(60, 92);
  ctx.bezierCurveTo(74, 98, 94, 100, 98, 130);
  ctx.closePath();
  ctx.fill();
  ctx.fillStyle = skin;
  ctx.fillRect(41, 78, 18, 18);
  ctx.beginPath();
  ctx.moveTo(41, 94);
  ctx.lineTo(50, 108);
  ctx.lineTo(59, 94);
  ctx.closePath();
  ctx.fill();
}

function longHair(brush: Brush, hair: string, headWidth: number, cut: number): void {
  const { ctx } = brush;
  ctx.fillStyle = hair;
  ctx.beginPath();
  ctx.ellipse(50, 48, headWidth + 7, 36, 0, 0, Math.PI * 2);
  ctx.fill();
  if (cut < 2) ctx.fillRect(50 - headWidth - 7, 48, (headWidth + 7) * 2, cut === 0 ? 42 : 30);
}

function topHair(
  brush: Brush,
  hair: string,
  headWidth: number,
  headHeight: number,
  male: boolean,
  cut: number,
): void {
  const { ctx } = brush;
  ctx.fillStyle = hair;
  ctx.beginPath();
  ctx.ellipse(50, 52, headWidth + 2, headHeight + 3, 0, Math.PI * 1.07, Math.PI * 1.93);
  const parting = male ? 19 + cut * 5 : 26 + cut * 4;
  ctx.quadraticCurveTo(50 + (cut - 1) * 14, parting, 50 - headWidth - 1, 44);
  ctx.closePath();
  ctx.fill();
}

function features(brush: Brush, hair: string, brows: number, mouth: number, glasses: boolean): void {
  const { ctx } = brush;
  for (const eye of [39, 61]) {
    ellipse(brush, "#fff", eye, 54, 4.6, 2.9);
    ellipse(brush, "#241c18", eye, 54, 2.3, 2.5);
    ctx.strokeStyle = hair;
    ctx.lineWidth = 1.4 + brows * 0.3;
    ctx.beginPath();
    ctx.moveTo(eye - 6, 47 + (brows % 2));
    ctx.quadraticCurveTo(eye, 44 - brows * 0.4, eye + 6, 47);
    ctx.stroke();
  }
  ctx.strokeStyle = "rgba(120,80,60,0.7)";
  ctx.lineWidth = 1.2;
  ctx.beginPath();
  ctx.moveTo(50, 55);
  ctx.lineTo(48, 64);
  ctx.lineTo(52, 65);
  ctx.stroke();
  ctx.strokeStyle = "#a04a45";
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.moveTo(43, 72);
  ctx.quadraticCurveTo(50, 74 + mouth * 1.5, 57, 72);
  ctx.stroke();
  if (!glasses) return;
  ctx.strokeStyle = "#333";
  ctx.lineWidth = 1.2;
  ctx.strokeRect(32, 49, 14, 10);
  ctx.strokeRect(54, 49, 14, 10);
  ctx.beginPath();
  ctx.moveTo(46, 53);
  ctx.lineTo(54, 53);
  ctx.stroke();
}

function ellipse(brush: Brush, colour: string, x: number, y: number, rx: number, ry: number): void {
  const { ctx } = brush;
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.ellipse(x, y, rx, ry, 0, 0, Math.PI * 2);
  ctx.fill();
}
