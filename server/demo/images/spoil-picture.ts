import { type Brush, fillRect, type Size } from "./brush";
import type { PageLook } from "./page";

/** Makes a finished page look as badly taken as the image check says it is. */
export function spoilPicture(brush: Brush, look: PageLook, size: Size): void {
  const { ctx, canvas } = brush;
  switch (look) {
    case "CLEAN":
      return;
    case "BLURRED":
      // Shrunk and stretched again: every letter is there and none can be read.
      ctx.drawImage(canvas, 0, 0, size.width, size.height, 0, 0, size.width / 7, size.height / 7);
      ctx.drawImage(canvas, 0, 0, size.width / 7, size.height / 7, 0, 0, size.width, size.height);
      return;
    case "CROPPED":
      ctx.drawImage(
        canvas,
        0,
        0,
        size.width,
        size.height,
        -size.width * 0.2,
        -size.height * 0.12,
        size.width * 1.3,
        size.height * 1.3,
      );
      return;
    case "GLARE": {
      const light = ctx.createRadialGradient(
        size.width * 0.4,
        size.height * 0.45,
        10,
        size.width * 0.4,
        size.height * 0.45,
        size.width * 0.36,
      );
      light.addColorStop(0, "rgba(255,255,255,0.98)");
      light.addColorStop(0.5, "rgba(255,255,255,0.85)");
      light.addColorStop(1, "rgba(255,255,255,0)");
      ctx.fillStyle = light;
      ctx.fillRect(0, 0, size.width, size.height);
      return;
    }
    case "SCREEN_RESHOOT":
      for (let x = 0; x < size.width; x += 4) fillRect(brush, "rgba(40,90,200,0.16)", x, 0, 2, size.height);
      for (let y = 0; y < size.height; y += 5) fillRect(brush, "rgba(0,0,0,0.14)", 0, y, size.width, 2);
      fillRect(brush, "#14161a", 0, 0, size.width, 16);
      fillRect(brush, "#14161a", 0, size.height - 16, size.width, 16);
      return;
    case "PHOTOCOPY":
      ctx.save();
      ctx.globalCompositeOperation = "saturation";
      fillRect(brush, "#808080", 0, 0, size.width, size.height);
      ctx.globalCompositeOperation = "multiply";
      fillRect(brush, "#dcdcdc", 0, 0, size.width, size.height);
      ctx.restore();
      return;
  }
}
