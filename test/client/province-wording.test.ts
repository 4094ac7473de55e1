import { describe, expect, it } from "vitest";
import { LOCALES } from "#shared/contract/staff-session";
import { CONFIDENCES, PROVINCES } from "#shared/domain/provinces/province";
import { SWITCH_KEYS, type SwitchKey } from "#shared/domain/provinces/switches";
import { shapeOf } from "../../client/features/provinces/switch-shape";
import { valueLines, valueWords } from "../../client/features/provinces/switch-wording";
import { spokenTexts } from "../support/spoken-texts";

/** A code that nobody put into words; suffixes such as `.org` and numbers are words of their own. */
const RAW_CODE = /\b[A-Z]{2,}_[A-Z_]+\b|\b[A-Z]{4,}\b/;
/** Sources are kept as they were noted down, and they quote codes of documents. */
const withoutSource = (line: string) => line.replace(/(来源:|Source: )[^；)]*/u, "");

describe.each(LOCALES)("switches of the provinces in %s", (locale) => {
  const { t, has } = spokenTexts(locale, "provinces");
  const speech = { t, has: (key: string) => has(key) };

  it("have a name each, and a word for every choice", () => {
    expect(SWITCH_KEYS.filter((key) => !has(`switch.${key}`))).toEqual([]);
    const choices = SWITCH_KEYS.flatMap((key) => {
      const shape = shapeOf(key);
      return shape.kind === "choice" ? shape.options.map((option) => `word.${key}.${option}`) : [];
    });
    expect(choices.length).toBeGreaterThan(10);
    expect(choices.filter((key) => !has(key))).toEqual([]);
    expect(CONFIDENCES.filter((one) => !has(`confidence.${one}`) || !has(`confidenceLong.${one}`))).toEqual(
      [],
    );
  });

  it("are said in words, whatever the 31 provinces ask for", () => {
    const raw = PROVINCES.flatMap(({ code, switches }) =>
      SWITCH_KEYS.flatMap((key) =>
        [valueWords(key, switches[key], speech), ...valueLines(key, switches[key], speech)]
          .filter((line) => RAW_CODE.test(withoutSource(line)))
          .map((line) => `${code} ${key}: ${line}`),
      ),
    );
    expect(raw).toEqual([]);
  });
});

describe("a switch's value", () => {
  const { t, has } = spokenTexts("zh-CN", "provinces");
  const speech = { t, has: (key: string) => has(key) };
  const said = (key: SwitchKey, value: unknown) => valueWords(key, value, speech);

  it("that no source speaks about is unknown, also where its parts are", () => {
    expect(said("temporaryIdRefused", null)).toBe("未知");
    expect(said("minAge", { unit: null, individual: null })).toBe("未知");
    const nothing = { unit: null, individual: null, counts: "SERVICES", onlyTypes: null, threshold: null };
    expect(said("maxServicesPerOrder", nothing)).toBe("未知");
  });

  it("names the parts that say something", () => {
    expect(said("minAge", { unit: null, individual: 18 })).toBe("个人:18");
    expect(said("localMobile", { unit: true, individual: false })).toBe("单位:是；个人:否");
    expect(said("individualPolicy", "LOCAL_ONLY")).toBe("只受理本省证件");
    expect(said("tldDeny", [".hk", ".org"])).toBe(".hk、.org");
    expect(said("tldDeny", [])).toBe("无");
  });

  it("lists each paper with whom it is asked of", () => {
    const paper = {
      kind: "NAME_CHANGE_PROOF",
      filingTypes: ["CHANGE_ENTITY"],
      natures: ["UNIT"],
      effectiveFrom: null,
      source: "notice",
    };
    expect(said("requiredMaterials", [paper])).toBe("名称变更证明");
    expect(valueLines("requiredMaterials", [paper], speech)).toEqual([
      "名称变更证明(备案类型:变更主体；主办单位性质:单位；来源:notice)",
    ]);
  });
});

describe("the editor of a switch", () => {
  it.each([
    ["temporaryIdRefused", { kind: "flag" }],
    ["domainMinMonths", { kind: "number" }],
    ["localMobile", { kind: "sides", of: "flag" }],
    ["minAge", { kind: "sides", of: "number" }],
    ["maxTotal", { kind: "sides", of: "number" }],
    ["tldDeny", { kind: "words" }],
    ["maxServicesPerOrder", { kind: "json" }],
    ["requiredMaterials", { kind: "json" }],
    ["constructionPlanThreshold", { kind: "json" }],
  ] as const)("of %s is read off its form", (key, shape) => {
    expect(shapeOf(key)).toEqual(shape);
  });

  it("offers the choices of a choice", () => {
    expect(shapeOf("nameRule")).toEqual({
      kind: "choice",
      options: ["COMPANY_PLUS_OFFICIAL_SITE", "UNIT_FULL_OR_SHORT_NAME", "DISTINCT_WITHIN_ENTITY"],
    });
  });
});
