import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { residentNumber } from "#server/demo/generator/checksums";
import { certificateNumberFault } from "#shared/domain/identifiers/certificate-number";
import { birthDateOf, personNumberFault } from "#shared/domain/identifiers/person-number";

const TODAY = "2026-03-02";

describe("numbers of persons' documents", () => {
  it.each([
    [41, "810000199001010019"],
    [41, residentNumber("820000", "19900101", 1)],
    [42, "830000199001010012"],
    [14, "H12345678"],
    [14, "M1234567801"],
    [11, "12345678"],
    [11, "1234567801"],
    [7, "E12345678"],
    [7, "12345"],
    [30, "ABC123456789012"],
    [30, residentNumber("911840", "19900101", 1)],
  ])("type %i accepts %s", (type, number) => {
    expect(personNumberFault(type, number, TODAY)).toBeNull();
  });

  it.each([
    [41, "810000199001010018"],
    [41, "830000199001010012"],
    [42, "810000199001010019"],
    [42, residentNumber("830000", "19900230", 1)],
    [14, "X12345678"],
    [14, "H1234567"],
    [11, "123456789"],
    [7, "E123"],
    [7, "E12345678-1"],
    [30, "AB1234567890123"],
    [30, residentNumber("811840", "19900101", 1)],
    [2, ""],
  ])("type %i refuses %s", (type, number) => {
    expect(personNumberFault(type, number, TODAY)?.zh).toBeTruthy();
  });

  it("has nothing to say about documents that are not a person's", () => {
    expect(personNumberFault(8, "anything", TODAY)).toBeNull();
  });

  it("tells birth dates only where the number carries one", () => {
    expect(birthDateOf(42, "830000199001010012")).toBe("1990-01-01");
    expect(birthDateOf(2, "110101199003070012")).toBe("1990-03-07");
    expect(birthDateOf(2, "110101199002300019")).toBeNull();
    expect(birthDateOf(7, "110101199003070011")).toBeNull();
    expect(birthDateOf(30, "ABC123456789012")).toBeNull();
  });
});

describe("certificate numbers", () => {
  it.each([
    [1, "91350100M000100Y43"],
    [1, "350100100012345"],
    [13, "1210000040000000XN"],
    [4, "1210000040000000XN"],
    [4, "事证第135010000123号"],
    [12, "M000100Y4"],
    [3, "M000100Y-4"],
    [2, "110101199003070011"],
    [38, "PDY10001X44010017A1001"],
  ])("type %i accepts %s", (type, number) => {
    expect(certificateNumberFault(type, number, TODAY)).toBeNull();
  });

  it.each([
    [1, "91350100M000100Y44"],
    [1, "35010010001234"],
    [13, "350100100012345"],
    [4, "1210000040000000XM"],
    [12, "M000100Y5"],
    [12, "91350100M000100Y43"],
    [2, "110101199003070012"],
    [38, ""],
  ])("type %i refuses %s", (type, number) => {
    expect(certificateNumberFault(type, number, TODAY)?.en).toBeTruthy();
  });

  it("answers for any type and text without failing", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.string({ unit: "grapheme", maxLength: 40 }), (type, number) => {
        const fault = certificateNumberFault(type, number, TODAY);
        expect(fault === null || (fault.zh !== "" && fault.en !== "")).toBe(true);
        expect(birthDateOf(type, number)).toSatisfy(
          (day: string | null) => day === null || day.length === 10,
        );
      }),
    );
  });
});
