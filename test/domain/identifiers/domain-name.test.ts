import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  asciiHost,
  domainKey,
  domainLevel,
  isFilableDomain,
  isWithinDomain,
  publicSuffix,
  readableHost,
  registrableDomain,
  topLevelDomain,
} from "#shared/domain/identifiers/domain-name";

describe("host names", () => {
  it.each([
    ["example.com", "example.com"],
    ["EXAMPLE.com", "example.com"],
    ["a-b.c1.com.cn", "a-b.c1.com.cn"],
    ["0.cn", "0.cn"],
    ["例子.中国", "xn--fsqu00a.xn--fiqs8s"],
    ["xn--fsqu00a.xn--fiqs8s", "xn--fsqu00a.xn--fiqs8s"],
    ["bücher.example", "xn--bcher-kva.example"],
    [`${"a".repeat(63)}.com`, `${"a".repeat(63)}.com`],
  ])("reads %s", (value, ascii) => {
    expect(asciiHost(value)).toBe(ascii);
  });

  it.each([
    ...["", ".", "com", "example", "example.", ".com", "a..com", "-a.com", "a-.com", "a_b.com", "a.com/"],
    ...["http://a.com", "a.com:80", "a@b.com", "1.2.3.4", "[::1]", "a,com", "例子。中国", "a.b!", "*.a.com"],
    ...[`${"a".repeat(64)}.com`, "xn--.com", "xn--999999999.com", "xn--abc-.com", "xn--abc.中国-"],
    ...["ＥＸＡＭＰＬＥ．ｃｏｍ", "ｅｘ.com", " a.com", "a .com", "中 文.cn"],
  ])("refuses %j", (value) => {
    expect(asciiHost(value)).toBeNull();
    expect(registrableDomain(value)).toBeNull();
    expect(domainLevel(value)).toBeNull();
  });

  it("shows IDN labels as people read them, and garbage as it is", () => {
    expect(readableHost("www.xn--fsqu00a.xn--fiqs8s")).toBe("www.例子.中国");
    expect(readableHost("a b!c")).toBe("a b!c");
  });

  it("has one key for both spellings", () => {
    expect(domainKey("例子.中国")).toBe(domainKey("XN--FSQU00A.xn--fiqs8s"));
    expect(domainKey("no host")).toBe("nohost");
  });

  it("returns to the same ASCII form and never throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 128 }), fc.domain()), (value) => {
        const ascii = asciiHost(value);
        if (ascii === null) return;
        expect(asciiHost(ascii)).toBe(ascii);
        expect(asciiHost(readableHost(ascii))).toBe(ascii);
      }),
    );
  });
});

describe("public suffixes", () => {
  it.each([
    ["a.com", "com", "a.com", 2],
    ["x.a.com", "com", "a.com", 3],
    ["y.x.a.com", "com", "a.com", 4],
    ["a.com.cn", "com.cn", "a.com.cn", 2],
    ["x.a.bj.cn", "bj.cn", "a.bj.cn", 3],
    ["com.cn", "com.cn", null, 1],
    ["a.公司.cn", "xn--55qx5d.cn", "a.xn--55qx5d.cn", 2],
    ["部门.政务", "xn--zfr164b", "xn--ig4am2h.xn--zfr164b", 2],
    ["me.github.io", "io", "github.io", 3],
    ["a.unknowntld", "unknowntld", "a.unknowntld", 2],
    ["dept.sz.gov.cn", "gov.cn", "sz.gov.cn", 3],
  ])("splits %s", (value, suffix, registrable, level) => {
    expect(publicSuffix(value)).toBe(suffix);
    expect(registrableDomain(value)).toBe(registrable);
    expect(domainLevel(value)).toBe(level);
  });

  it.each([
    ["a.com", true],
    ["www.com", true],
    ["x.a.com", false],
    ["com.cn", false],
    ["sz.gov.cn", true],
    ["dept.sz.gov.cn", true],
    ["x.dept.sz.gov.cn", false],
    ["x.a.edu.cn", false],
  ])("may a website be filed under %s: %s", (value, filable) => {
    expect(isFilableDomain(value)).toBe(filable);
  });

  it("finds the top-level domain", () => {
    expect(topLevelDomain("a.example.政务")).toBe("xn--zfr164b");
    expect(topLevelDomain("nothing")).toBeNull();
  });

  it("tells what lies under a domain", () => {
    expect(isWithinDomain("www.a.com", "a.com")).toBe(true);
    expect(isWithinDomain("a.com", "A.com")).toBe(true);
    expect(isWithinDomain("ba.com", "a.com")).toBe(false);
    expect(isWithinDomain("www.例子.中国", "xn--fsqu00a.xn--fiqs8s")).toBe(true);
    expect(isWithinDomain("a.com", "")).toBe(false);
  });
});
