// Renews the picture of the README from the last run of the browser tests:
//   npx vitest run test/browser/screens.test.ts && node test/readme/renew.mjs
import path from "node:path";
import sharp from "sharp";

const here = import.meta.dirname;
const screenshot = path.join(here, "../../test-output/screens/workbench-marks-1440-zh-CN-light.png");
const { size } = await sharp(screenshot)
  .png({ palette: true, colours: 128, effort: 10, compressionLevel: 9 })
  .toFile(path.join(here, "workbench.png"));
process.stdout.write(`test/readme/workbench.png: ${Math.ceil(size / 1024)} KB\n`);
