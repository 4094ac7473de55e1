import { describe, expect, it } from "vitest";
import { isLandline, isMobile } from "#shared/domain/identifiers/phone";

describe("isMobile", () => {
  it.each(["13800138000", "19912345678"])("takes %s", (phone) => {
    expect(isMobile(phone)).toBe(true);
  });

  it.each([
    "",
    "12800138000",
    "1380013800",
    "138001380000",
    "+8613800138000",
    "138 0013 8000",
    "１３８００１３８０００",
  ])("refuses %j", (phone) => {
    expect(isMobile(phone)).toBe(false);
  });
});

describe("isLandline", () => {
  it.each(["010-12345678", "0755-28780808", "0755-2878080", "021-12345678-8001"])("takes %s", (phone) => {
    expect(isLandline(phone)).toBe(true);
  });

  it.each([
    "",
    "28780808",
    "755-28780808",
    "01012345678",
    "0755-287808",
    "0755-28780808-",
    "0755-28780808-1234567",
  ])("refuses %j", (phone) => {
    expect(isLandline(phone)).toBe(false);
  });
});
