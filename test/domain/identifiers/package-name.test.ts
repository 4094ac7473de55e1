import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isBundleId, isPackageName } from "#shared/domain/identifiers/package-name";

const letters = fc.constantFrom(..."abcxyzABCXYZ");
const tail = fc.string({ unit: fc.constantFrom(..."abcXYZ019_"), maxLength: 12 });
const part = fc.tuple(letters, tail).map(([head, rest]) => head + rest);
const bundlePart = fc.string({ unit: fc.constantFrom(..."abcXYZ019-"), minLength: 1, maxLength: 12 });

describe("isPackageName", () => {
  it("takes two or more dotted parts that begin with a letter", () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 8 }), (parts) => {
        expect(isPackageName(parts.join("."), 128)).toBe(true);
      }),
    );
  });

  it.each([
    ["one part", "example"],
    ["a part that begins with a digit", "com.1example"],
    ["a part that begins with an underscore", "com._example"],
    ["a hyphen", "com.ex-ample"],
    ["an empty part", "com..example"],
    ["a dot at the end", "com.example."],
    ["a blank", "com.example app"],
    ["a line break at the end", "com.example\n"],
    ["Chinese", "com.示例"],
    ["nothing", ""],
  ])("refuses %s", (_name, value) => {
    expect(isPackageName(value, 128)).toBe(false);
  });

  it("counts its characters", () => {
    const longest = `com.${"a".repeat(124)}`;
    expect([isPackageName(longest, 128), isPackageName(`${longest}a`, 128)]).toEqual([true, false]);
  });
});

describe("isBundleId", () => {
  it("takes dotted parts of letters, digits and hyphens", () => {
    fc.assert(
      fc.property(fc.array(bundlePart, { minLength: 2, maxLength: 8 }), (parts) => {
        expect(isBundleId(parts.join("."), 155)).toBe(true);
      }),
    );
  });

  it.each([
    ["one part", "example"],
    ["an underscore", "com.ex_ample"],
    ["an empty part", "com..example"],
    ["Chinese", "com.示例"],
  ])("refuses %s", (_name, value) => {
    expect(isBundleId(value, 155)).toBe(false);
  });

  it("counts its characters", () => {
    const longest = `com.${"a".repeat(151)}`;
    expect([isBundleId(longest, 155), isBundleId(`${longest}a`, 155)]).toEqual([true, false]);
  });
});
