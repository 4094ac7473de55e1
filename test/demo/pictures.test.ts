import { GlobalFonts } from "@napi-rs/canvas";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { Page } from "#server/demo/images/page";
import { loadPictureMaker } from "#server/demo/images/picture-maker";
import { demoOrder, demoOrders } from "./demo-run";

const all = await loadPictureMaker("all");
const few = await loadPictureMaker("few");
const none = await loadPictureMaker("none");

describe("the pictures of demo orders", () => {
  it("are at most six files an order, whatever is drawn", () => {
    for (const { files } of demoOrders(2_000)) expect(files.length).toBeLessThanOrEqual(6);
  });

  it("are readable images of at most 80 KB", async () => {
    expect(all.drawn).toBe(true);
    for (const { application, files } of demoOrders(30, { pictures: all.pictures })) {
      for (const { bytes, mediaType, sha256 } of files) {
        if (mediaType === "application/pdf") continue;
        const kind = application.materials.find((material) => material.sha256 === sha256)?.kind;
        const { format, width } = await sharp(bytes).metadata();
        expect(`image/${format}`).toBe(mediaType);
        expect(width, kind).toBeGreaterThanOrEqual(kind === "APP_ICON" ? 192 : 400);
        expect(bytes.length, kind).toBeLessThanOrEqual(80 * 1024);
        const { entropy } = await sharp(bytes).stats();
        expect(entropy, kind).toBeGreaterThan(0.5);
      }
    }
  });

  it("come out the same again, byte for byte", async () => {
    const again = await loadPictureMaker("all");
    for (const index of [0, 3, 11]) {
      const first = demoOrder(index, { pictures: all.pictures });
      const second = demoOrder(index, { pictures: again.pictures });
      expect(second.files.map(({ sha256 }) => sha256)).toEqual(first.files.map(({ sha256 }) => sha256));
    }
  });

  it("are written in the font that the house brings, in both weights, whatever the machine has", () => {
    const brought = GlobalFonts.families.find(({ family }) => family === "Demo Sans SC");
    expect(brought?.styles.map(({ weight }) => weight).sort()).toEqual([400, 700]);
  });

  it("show Chinese letters, not the empty box of a missing glyph", () => {
    const icon = (text: string): Page => ({ form: "ICON", text, hue: 10 });
    const draw = (text: string) =>
      Buffer.from(all.pictures.draw({ pages: [{ page: icon(text), look: "CLEAN" }] }).bytes).toString(
        "base64",
      );
    const drawn = ["云", "航", "启", "恒"].map(draw);
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(draw("\u{10fffd}")).not.toBe(draw("云"));
  });

  it("are tiny placeholders, each different, where nothing is drawn", async () => {
    expect(none.drawn).toBe(false);
    const files = demoOrders(100, { pictures: none.pictures, defects: "NONE" }).flatMap(
      (order) => order.files,
    );
    for (const { bytes, mediaType } of files) {
      expect(bytes.length).toBeLessThan(600);
      expect(mediaType).toBe("image/png");
    }
    expect(new Set(files.map(({ sha256 }) => sha256)).size).toBe(files.length);
    expect((await sharp(files[0]?.bytes).metadata()).width).toBe(48);
  });

  it("are drawn for licences, IDs and photos where few are wanted", () => {
    const { application, files } = demoOrder(0, {
      filingKind: { type: "FIRST_FILING", origin: null },
      pictures: few.pictures,
      defects: "NONE",
    });
    const sizeOf = (kind: string) => {
      const sha256 = application.materials.find((material) => material.kind === kind)?.sha256;
      return files.find((file) => file.sha256 === sha256)?.bytes.length ?? 0;
    };
    expect(sizeOf("ERP_ID_FRONT")).toBeGreaterThan(5_000);
    expect(sizeOf("LIVENESS_PHOTO")).toBeGreaterThan(5_000);
    expect(sizeOf("DOMAIN_CERTIFICATE")).toBeLessThan(600);
  });

  it("show a fault that the image check reports", () => {
    const page: Page = { form: "SCREENSHOT", title: "域名证书", rows: [["域名", "example.cn"]] };
    const looks = ["CLEAN", "BLURRED", "CROPPED", "GLARE", "SCREEN_RESHOOT", "PHOTOCOPY"] as const;
    const drawn = looks.map((look) =>
      Buffer.from(all.pictures.draw({ pages: [{ page, look }] }).bytes).toString("base64"),
    );
    expect(new Set(drawn).size).toBe(looks.length);
  });
});
