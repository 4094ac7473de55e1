import {
  type Brush,
  fillRect,
  type Size,
  sampleMark,
  seal,
  star,
  strokeRect,
  write,
  writeWrapped,
} from "./brush";
import { drawFace } from "./draw-face";
import type { Page } from "./page";

type PageOf<Form extends Page["form"]> = Extract<Page, { form: Form }>;

function cardGround(brush: Brush, size: Size, from: string, to: string): void {
  const { ctx } = brush;
  const ground = ctx.createLinearGradient(0, 0, size.width, size.height);
  ground.addColorStop(0, from);
  ground.addColorStop(1, to);
  fillRect(brush, "#cfd4d8", 0, 0, size.width, size.height);
  ctx.fillStyle = ground;
  ctx.beginPath();
  ctx.roundRect(10, 10, size.width - 20, size.height - 20, 22);
  ctx.fill();
  ctx.strokeStyle = "rgba(70,120,150,0.12)";
  ctx.lineWidth = 1;
  for (let i = 0; i < 7; i += 1) {
    ctx.beginPath();
    ctx.ellipse(size.width * 0.45, size.height * 0.55, 60 + i * 38, 26 + i * 18, 0.3, 0, Math.PI * 2);
    ctx.stroke();
  }
}

export function drawIdFront(brush: Brush, page: PageOf<"ID_FRONT">, size: Size): void {
  const { fields } = page;
  cardGround(brush, size, "#eaf3f6", "#dfeaf2");
  const label = { size: 18, colour: "#3c78a8" };
  const value = { size: 22, colour: "#1b1b1b" };
  const [year = "", month = "", day = ""] = (fields.birthDate ?? "").split("-");
  write(brush, "姓 名", 46, 72, label);
  write(brush, fields.name ?? "", 112, 73, { size: 25, colour: "#1b1b1b" });
  write(brush, "性 别", 46, 120, label);
  write(brush, page.male ? "男" : "女", 112, 121, value);
  write(brush, "民 族", 176, 120, label);
  write(brush, "汉", 242, 121, value);
  write(brush, "出 生", 46, 168, label);
  write(brush, `${year} 年 ${Number(month)} 月 ${Number(day)} 日`, 112, 169, value);
  write(brush, "住 址", 46, 216, label);
  writeWrapped(brush, fields.address ?? "", 112, 217, 290, { ...value, lineHeight: 31 });
  write(brush, "公民身份号码", 46, 358, label);
  write(brush, fields.idNumber ?? "", 186, 360, { size: 26, colour: "#111", bold: true });
  fillRect(brush, "#f4f8fa", 424, 62, 168, 214);
  brush.ctx.save();
  brush.ctx.beginPath();
  brush.ctx.rect(424, 62, 168, 214);
  brush.ctx.clip();
  drawFace(brush, page, 428, 66, 160);
  brush.ctx.restore();
  if (page.temporary)
    write(brush, "临时居民身份证", size.width / 2, 38, {
      size: 19,
      colour: "#8a5a20",
      bold: true,
      align: "center",
    });
  sampleMark(brush, size);
}

export function drawIdBack(brush: Brush, page: PageOf<"ID_BACK">, size: Size): void {
  const { fields } = page;
  cardGround(brush, size, "#f3eef0", "#e6edf1");
  const { ctx } = brush;
  ctx.fillStyle = "#c8202a";
  ctx.beginPath();
  ctx.arc(98, 98, 48, 0, Math.PI * 2);
  ctx.fill();
  star(brush, 98, 88, 17, "#f6c544");
  for (const [x, y] of [
    [72, 112],
    [86, 124],
    [110, 124],
    [124, 112],
  ] as const)
    star(brush, x, y, 6, "#f6c544");
  write(brush, "中华人民共和国", 370, 90, { size: 36, bold: true, align: "center" });
  write(brush, "居 民 身 份 证", 370, 156, { size: 46, bold: true, align: "center" });
  write(brush, "签发机关", 168, 296, { size: 20, colour: "#444" });
  write(brush, fields.issuer ?? "", 272, 297, { size: 22 });
  write(brush, "有效期限", 168, 346, { size: 20, colour: "#444" });
  write(brush, validity(fields.validFrom, fields.validTo), 272, 347, { size: 22 });
  sampleMark(brush, size);
}

export function drawPassport(brush: Brush, page: PageOf<"PASSPORT">, size: Size): void {
  const { fields } = page;
  cardGround(brush, size, "#f1efe6", "#e7e3d2");
  write(brush, page.title, 46, 62, { size: 24, bold: true, colour: "#5a4a24" });
  fillRect(brush, "#faf8f1", 46, 92, 150, 192);
  brush.ctx.save();
  brush.ctx.beginPath();
  brush.ctx.rect(46, 92, 150, 192);
  brush.ctx.clip();
  drawFace(brush, page, 50, 96, 142);
  brush.ctx.restore();
  const rows = [
    ["姓名 Name", fields.name ?? ""],
    ["证件号码 No.", fields.idNumber ?? ""],
    ["出生日期 Date of birth", fields.birthDate ?? ""],
    ["性别 Sex", page.male ? "男 / M" : "女 / F"],
  ] as const;
  rows.forEach(([label, value], i) => {
    write(brush, label, 226, 116 + i * 52, { size: 13, colour: "#7a6a44" });
    write(brush, value, 226, 139 + i * 52, { size: 20 });
  });
  const line = `P<XXX${(fields.name ?? "").replace(/[^A-Z]/g, "<")}`.padEnd(40, "<").slice(0, 40);
  write(brush, line, 46, 334, { size: 17 });
  write(brush, `${fields.idNumber ?? ""}`.padEnd(40, "<"), 46, 362, { size: 17 });
  sampleMark(brush, size);
}

export function drawLicence(brush: Brush, page: PageOf<"LICENCE">, size: Size): void {
  const { fields } = page;
  fillRect(brush, "#fdfbf3", 0, 0, size.width, size.height);
  strokeRect(brush, "#b8924a", 7, 14, 14, size.width - 28, size.height - 28);
  strokeRect(brush, "#d8bd83", 2, 25, 25, size.width - 50, size.height - 50);
  star(brush, size.width / 2, 74, 25);
  write(brush, page.title.length > 5 ? page.title : [...page.title].join(" "), size.width / 2, 146, {
    size: page.title.length > 8 ? 34 : 44,
    bold: true,
    align: "center",
  });
  write(brush, `统一社会信用代码  ${fields.certNumber ?? ""}`, size.width / 2, 182, {
    size: 17,
    align: "center",
    colour: "#444",
  });
  const rows = [
    ["名    称", fields.name ?? ""],
    ["法定代表人", fields.legalRepresentative ?? ""],
    ["成立日期", fields.validFrom ?? ""],
    ["有效期限", validity(fields.validFrom, fields.validTo)],
    ["住    所", fields.address ?? ""],
    ["业务范围", page.scope],
  ] as const;
  let y = 228;
  for (const [label, value] of rows) {
    write(brush, label, 62, y, { size: 17, colour: "#6c5a30", bold: true });
    y =
      Math.max(writeWrapped(brush, value, 180, y, size.width - 240, { size: 18, lineHeight: 25 }), y + 25) +
      9;
  }
  write(brush, "登记机关", size.width - 262, size.height - 92, { size: 16, colour: "#444" });
  write(brush, fields.issuer ?? "", size.width - 262, size.height - 66, { size: 16 });
  seal(brush, fields.issuer ?? "", size.width - 150, size.height - 92, 58);
  qrLike(brush, fields.certNumber ?? "", 62, size.height - 140);
  sampleMark(brush, size);
}

function validity(from: string | undefined, to: string | null | undefined): string {
  const dotted = (date: string) => date.replaceAll("-", ".");
  return `${dotted(from ?? "")} - ${to == null ? "长期" : dotted(to)}`;
}

/** A square of dots in the manner of a QR code; it encodes nothing. */
function qrLike(brush: Brush, text: string, x: number, y: number): void {
  let state = 7;
  for (const char of text) state = (state * 31 + char.charCodeAt(0)) >>> 0;
  for (let i = 0; i < 17 * 17; i += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    if (state >>> 31 === 1) fillRect(brush, "#333", x + (i % 17) * 5, y + Math.floor(i / 17) * 5, 5, 5);
  }
  for (const [cx, cy] of [
    [0, 0],
    [50, 0],
    [0, 50],
  ] as const) {
    fillRect(brush, "#fdfbf3", x + cx, y + cy, 35, 35);
    strokeRect(brush, "#333", 5, x + cx + 4, y + cy + 4, 26, 26);
    fillRect(brush, "#333", x + cx + 12, y + cy + 12, 11, 11);
  }
}
