import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalFingerprint, isFingerprint } from "#shared/domain/identifiers/fingerprint";

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789abcdefABCDEF"), minLength: length, maxLength: length });

describe("isFingerprint", () => {
  it.each([32, 40, 64])("takes %i digits, with colons, blanks or neither", (length) => {
    fc.assert(
      fc.property(digits(length), fc.constantFrom("", ":", " ", " : "), (hex, separator) => {
        const written = (hex.match(/../g) ?? []).join(separator);
        expect(isFingerprint(written, [length])).toBe(true);
      }),
    );
  });

  it("refuses one digit more or less", () => {
    fc.assert(
      fc.property(digits(32), (hex) => {
        expect([isFingerprint(hex.slice(1), [32]), isFingerprint(`${hex}a`, [32])]).toEqual([false, false]);
      }),
    );
  });

  it("refuses any character that is no digit", () => {
    fc.assert(
      fc.property(digits(32), fc.nat(31), fc.constantFrom("g", "-", "文", "!"), (hex, place, wrong) => {
        expect(isFingerprint(hex.slice(0, place) + wrong + hex.slice(place + 1), [32])).toBe(false);
      }),
    );
  });

  it.each(["", ":", " : "])("refuses %j", (value) => {
    expect(isFingerprint(value, [0, 32])).toBe(false);
  });
});

describe("canonicalFingerprint", () => {
  it("has one form for all spellings", () => {
    expect(canonicalFingerprint("ab:cd: ef")).toBe("ABCDEF");
  });
});
