import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { creditCode, organisationCode } from "#server/demo/generator/checksums";
import {
  creditCodeFault,
  embeddedOrganisationCode,
  issuingProvinceOf,
} from "#shared/domain/identifiers/credit-code";
import { organisationCodeFault } from "#shared/domain/identifiers/organisation-code";

const CREDIT_CHARACTERS = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];
const ORGANISATION_CHARACTERS = [..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

const bodyOf = (characters: readonly string[]) =>
  fc.array(fc.constantFrom(...characters), { minLength: 8, maxLength: 8 }).map((parts) => parts.join(""));
const creditCodes = fc
  .tuple(
    fc.constantFrom("11", "12", "51", "91", "92", "Y1"),
    fc.constantFrom("350100", "110108", "440305", "100000"),
    bodyOf(CREDIT_CHARACTERS),
  )
  .map(([kind, area, body]) => creditCode(kind, area, organisationCode(body)));

function changedAt(text: string, place: number, character: string): string {
  return text.slice(0, place) + character + text.slice(place + 1);
}

describe("unified social credit code (GB 32100)", () => {
  it.each(["91350100M000100Y43", "91110108MA01ABCD5T", "92510100MA61TE5T48", "1210000040000000XN"])(
    "accepts %s, and not with another last character",
    (code) => {
      expect(creditCodeFault(code)).toBeNull();
      for (const character of CREDIT_CHARACTERS) {
        const changed = changedAt(code, 17, character);
        expect(creditCodeFault(changed)).toBe(changed === code ? null : "CHECK_CHARACTER");
      }
    },
  );

  it.each([
    ["91350100M000100Y4", "FORMAT"],
    ["91350100M000100Y433", "FORMAT"],
    ["9I350100M000100Y43", "FORMAT"],
    ["91A50100M000100Y43", "FORMAT"],
    ["91350100m000100Y43", "FORMAT"],
    ["", "FORMAT"],
    [creditCode("91", "350100", "M000100Y5"), "ORGANISATION"],
  ])("refuses %s: %s", (code, fault) => {
    expect(creditCodeFault(code)).toBe(fault);
  });

  it("accepts every code built by the standard", () => {
    fc.assert(
      fc.property(creditCodes, (code) => {
        expect(creditCodeFault(code)).toBeNull();
      }),
    );
  });

  // The 31 characters have 31 values and 31 is prime: the last character catches every change of one character.
  it("catches every change of a single character, wherever it is", () => {
    fc.assert(
      fc.property(
        creditCodes,
        fc.integer({ min: 0, max: 17 }),
        fc.constantFrom(...CREDIT_CHARACTERS),
        (code, place, character) => {
          fc.pre(code[place] !== character);
          expect(creditCodeFault(changedAt(code, place, character))).not.toBeNull();
        },
      ),
    );
  });

  it("knows the province of the registering authority and the organisation code inside", () => {
    expect(issuingProvinceOf("91350100M000100Y43")).toBe("350000");
    expect(issuingProvinceOf("1210000040000000XN")).toBeNull();
    expect(embeddedOrganisationCode("91350100M000100Y43")).toBe("M000100Y4");
  });
});

describe("organisation code (GB 11714)", () => {
  it("accepts every code built by the standard, with and without hyphen", () => {
    fc.assert(
      fc.property(bodyOf(ORGANISATION_CHARACTERS), (body) => {
        const code = organisationCode(body);
        expect(organisationCodeFault(code)).toBeNull();
        expect(organisationCodeFault(`${body}-${code.slice(8)}`)).toBeNull();
      }),
    );
  });

  // 36 values modulo 11: characters whose values differ by 11, 22 or 33 (0 B M X) cannot be told apart.
  it("catches every change to a character whose value differs by no multiple of 11", () => {
    fc.assert(
      fc.property(
        bodyOf(ORGANISATION_CHARACTERS),
        fc.integer({ min: 0, max: 7 }),
        fc.constantFrom(...ORGANISATION_CHARACTERS),
        (body, place, character) => {
          const code = organisationCode(body);
          const step = Number.parseInt(character, 36) - Number.parseInt(code[place] ?? "", 36);
          fc.pre(step % 11 !== 0);
          expect(organisationCodeFault(changedAt(code, place, character))).toBe("CHECK_CHARACTER");
        },
      ),
    );
  });

  it("catches every change of the check character", () => {
    fc.assert(
      fc.property(bodyOf(ORGANISATION_CHARACTERS), fc.constantFrom(..."0123456789X"), (body, character) => {
        const code = organisationCode(body);
        fc.pre(code[8] !== character);
        expect(organisationCodeFault(changedAt(code, 8, character))).toBe("CHECK_CHARACTER");
      }),
    );
  });

  it.each(["1234567", "12345678--9", "12345678-A", ""])("refuses %s by its form", (code) => {
    expect(organisationCodeFault(code)).toBe("FORMAT");
  });
});
