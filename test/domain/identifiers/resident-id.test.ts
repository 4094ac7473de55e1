import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { residentNumber } from "#server/demo/generator/checksums";
import { birthDateOf, personNumberFault } from "#shared/domain/identifiers/person-number";
import { residentIdFault } from "#shared/domain/identifiers/resident-id";
import { formatDay, parseDay } from "#shared/domain/time/day-number";

const TODAY = "2026-03-02";
const AREAS = ["110101", "310115", "440305", "500229", "650102"];

const people = fc.record({
  area: fc.constantFrom(...AREAS),
  birth: fc.integer({ min: parseDay("1900-01-01") ?? 0, max: parseDay(TODAY) ?? 0 }).map(formatDay),
  order: fc.integer({ min: 0, max: 999 }),
});
const numbers = people.map(({ area, birth, order }) =>
  residentNumber(area, birth.replaceAll("-", ""), order),
);

describe("resident identity number (GB 11643)", () => {
  it.each(["11010519491231002X", "110101199003070011"])("accepts %s", (number) => {
    expect(residentIdFault(number, TODAY)).toBeNull();
  });

  it.each([
    ["110101199003070012", "CHECK_DIGIT"],
    ["110101199002300019", "DATE"],
    ["990101199003070011", "AREA"],
    ["810000199001010019", "AREA"],
    [residentNumber("110101", "20260303", 1), "FUTURE_DATE"],
    ["11010519491231002x", "FORMAT"],
    ["110105491231002", "FORMAT"],
    ["", "FORMAT"],
  ])("refuses %s: %s", (number, fault) => {
    expect(residentIdFault(number, TODAY)).toBe(fault);
  });

  it("accepts somebody born today", () => {
    expect(residentIdFault(residentNumber("110101", "20260302", 1), TODAY)).toBeNull();
  });

  it("accepts every number built by the standard, and tells the birth date in it", () => {
    fc.assert(
      fc.property(people, ({ area, birth, order }) => {
        const number = residentNumber(area, birth.replaceAll("-", ""), order);
        expect(personNumberFault(2, number, TODAY)).toBeNull();
        expect(birthDateOf(2, number)).toBe(birth);
      }),
    );
  });

  // 11 is prime and no weight is a multiple of it: the check digit catches every change of one character.
  it("catches every change of a single character, wherever it is", () => {
    fc.assert(
      fc.property(
        numbers,
        fc.integer({ min: 0, max: 17 }),
        fc.constantFrom(..."0123456789X"),
        (number, place, character) => {
          fc.pre(number[place] !== character);
          const changed = number.slice(0, place) + character + number.slice(place + 1);
          expect(residentIdFault(changed, TODAY)).not.toBeNull();
        },
      ),
    );
  });
});
