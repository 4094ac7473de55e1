import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fragmentsIn, maskFreeText } from "#shared/domain/privacy/free-text";
import { maskValue, PERSONAL_KINDS, type PersonalKind } from "#shared/domain/privacy/mask-value";

const MASKED: readonly (readonly [PersonalKind, string, string])[] = [
  ["ID_NUMBER", "11010519491231851X", "110***********851X"],
  ["ID_NUMBER", "110105491231851", "110********1851"],
  ["ID_NUMBER", "E12345678", "E******78"],
  ["ID_NUMBER", "1234567", "*******"],
  ["PHONE", "13800001234", "138****1234"],
  ["PHONE", "+86 138-0000-1234", "138****1234"],
  ["PHONE", "0755-12345678", "0755-****5678"],
  ["PHONE", "010-62345678-801", "010-****5678-*"],
  ["PHONE", "4008001234", "40******34"],
  ["PHONE", "110", "***"],
  ["PERSON_NAME", "张三", "张*"],
  ["PERSON_NAME", "欧阳娜娜", "欧***"],
  ["PERSON_NAME", "张", "*"],
  ["PERSON_NAME", "𠮷田", "𠮷*"],
  ["EMAIL", "zhang.san@example.com", "z***@example.com"],
  ["EMAIL", "z@example.com", "***@example.com"],
  ["EMAIL", "no-at-sign", "n*********"],
  ["ADDRESS", "广东省深圳市南山区科技路1号", "广东省深圳市南山区******"],
  ["ADDRESS", "北京市朝阳区建国路88号", "北京市朝阳区******"],
  ["ADDRESS", "内蒙古自治区锡林郭勒盟锡林浩特市额尔敦街5号", "内蒙古自治区锡林郭勒盟锡林浩特市******"],
  ["ADDRESS", "中山路7号", "中山***"],
  ["ADDRESS", "北京市", "北京*"],
  ["BIRTH_DATE", "1990-03-07", "****-**-**"],
  ["PERSON_NAME", "", ""],
];

describe("maskValue", () => {
  it.each(MASKED)("%s %s becomes %s", (kind, raw, masked) => {
    expect(maskValue(kind, raw)).toBe(masked);
  });

  it("never lets the raw value through", () => {
    const raw = fc
      .string({ minLength: 1, maxLength: 40, unit: "grapheme" })
      .filter((text) => !text.includes("*"));
    fc.assert(
      fc.property(fc.constantFrom(...PERSONAL_KINDS), raw, (kind, value) => {
        expect(maskValue(kind, value)).not.toContain(value);
      }),
    );
  });

  it("hides at least four digits of every phone and eleven characters of every resident ID", () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${length - 1}}$`, "u"));
    fc.assert(
      fc.property(digits(11), digits(18), (phone, idNumber) => {
        expect(maskValue("PHONE", phone).replace(/[^*]/gu, "").length).toBeGreaterThanOrEqual(4);
        expect(maskValue("ID_NUMBER", idNumber).replace(/[^*]/gu, "")).toHaveLength(11);
      }),
    );
  });
});

describe("free texts", () => {
  it.each([
    ["手机13812345678，备用", "手机138****5678，备用"],
    ["tel13812345678", "tel138****5678"],
    ["138 1234 5678", "138****5678"],
    ["１３８１２３４５６７８", "138****5678"],
    ["座机（0755）12345678", "座机0755-****5678"],
    ["座机(0755)12345678", "座机0755-****5678"],
    ["身份证11010519491231002x。", "身份证110***********002x。"],
    ["老证110105491231002", "老证110********1002"],
    ["写信给 a.b@example.com 吧", "写信给 a***@example.com 吧"],
    ["护照E12345678", "护照E******78"],
    ["粤ICP备2026012345号-12", "粤ICP备2026012345号-12"],
    ["粤ICP备0512345678号", "粤ICP备0512345678号"],
    ["代码1210000040000000XN与91350100M000100Y43", "代码1210000040000000XN与91350100M000100Y43"],
    ["企业产品展示（官网）", "企业产品展示（官网）"],
    ["2026-03-02 起变更，IP 203.0.113.10", "2026-03-02 起变更，IP 203.0.113.10"],
  ])("%s becomes %s", (raw, masked) => {
    expect(maskFreeText(raw)).toBe(masked);
  });

  it("names what it masks", () => {
    expect(fragmentsIn("电话13812345678，证号11010519491231002X，a@b.cn")).toEqual([
      { kind: "EMAIL", value: "a@b.cn" },
      { kind: "ID_NUMBER", value: "11010519491231002X" },
      { kind: "PHONE", value: "13812345678" },
    ]);
  });
});
