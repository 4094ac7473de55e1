import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ORDER_NO_PATTERN, orderNoOf } from "#shared/domain/order/order-no";

const ID = "0192f3a4-5b6c-7d8e-9f01-23456789abcd";
const INSTANT_MS = Date.parse("2026-11-22T15:59:59.999Z");

describe("orderNoOf", () => {
  it("carries the day of the Shanghai calendar", () => {
    expect(orderNoOf(INSTANT_MS, ID).slice(0, 10)).toBe("BA20261122");
    expect(orderNoOf(INSTANT_MS + 1, ID).slice(0, 10)).toBe("BA20261123");
  });

  it("differs for two ids of the same instant, in their last digits only", () => {
    const one = orderNoOf(INSTANT_MS, ID);
    const other = orderNoOf(INSTANT_MS, ID.replace(/d$/, "e"));
    expect(one).not.toBe(other);
    expect(one.slice(0, -1)).toBe(other.slice(0, -1));
  });

  it("keeps the order of time beyond its 83 ms grain, whatever the chance", () => {
    const instant = fc.integer({ min: Date.parse("2026-01-01"), max: Date.parse("2099-12-31") });
    const later = fc.integer({ min: 83, max: 400 * 86_400_000 });
    fc.assert(
      fc.property(instant, later, fc.uuid(), fc.uuid(), (atMs, gapMs, first, second) => {
        const one = orderNoOf(atMs, first);
        const other = orderNoOf(atMs + gapMs, second);
        expect(one).toMatch(ORDER_NO_PATTERN);
        expect(one < other).toBe(true);
      }),
    );
  });

  it("refuses to make a number without chance", () => {
    expect(() => orderNoOf(INSTANT_MS, "id-1")).toThrow("hexadecimal");
  });
});
