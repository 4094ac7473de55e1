import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { MATERIAL_KINDS } from "#shared/domain/filing/materials";
import { MATERIAL_NAMES, materialNames } from "#shared/domain/materials/material-names";

function spoken(locale: string): Record<string, string> {
  const file = path.join(import.meta.dirname, "../../../client/locales", locale, "codes.json");
  return JSON.parse(readFileSync(file, "utf8")).material;
}

const zh = spoken("zh-CN");
const en = spoken("en-US");

describe("names of materials", () => {
  it.each(MATERIAL_KINDS)("calls %s as the workbench does", (kind) => {
    expect(MATERIAL_NAMES[kind]).toEqual({ zh: zh[kind], en: en[kind] });
  });

  it("lists each kind once, in the order of the matrix", () => {
    expect(materialNames(["TRUTH_NOTICE", "ERP_ID_FRONT", "TRUTH_NOTICE"])).toEqual({
      zh: "主体负责人证件(正面)、真实性责任告知书",
      en: "ERP ID, front, Truthfulness notice",
    });
  });

  it("says nothing of no kind", () => {
    expect(materialNames([])).toEqual({ zh: "", en: "" });
  });
});
