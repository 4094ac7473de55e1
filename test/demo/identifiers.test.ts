import { describe, expect, it } from "vitest";
import { demoOrders, personsOf } from "./demo-run";

/** Check characters worked out once more, in other words than the generator's. */
function checkOfResidentNumber(number: string): string | undefined {
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += Number(number[i]) * (2 ** (17 - i) % 11);
  return "10X98765432"[sum % 11];
}

const CODES = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];

function checkOfCreditCode(code: string): string | undefined {
  const sum = [...code.slice(0, 17)].reduce(
    (total, char, i) => (total + CODES.indexOf(char) * Number(3n ** BigInt(i) % 31n)) % 31,
    0,
  );
  return CODES[(31 - sum) % 31];
}

function checkOfOrganisation(code: string): string {
  const digits = [...code.slice(0, 8)].map((char) => Number.parseInt(char, 36));
  const sum = [3, 7, 9, 10, 5, 8, 4, 2].reduce((total, weight, i) => total + weight * (digits[i] ?? 0), 0);
  return "0X987654321"[sum % 11] ?? "";
}

const orders = demoOrders(500, { defects: "NONE" });

describe("the identifiers of clean demo orders", () => {
  it("are resident numbers with a true check, a birth date and an area code", () => {
    expect(checkOfResidentNumber("11010519491231002X")).toBe("X");
    const numbers = orders
      .flatMap(personsOf)
      .flatMap(({ idType, idNumber }) => (idType === 2 && idNumber ? [idNumber] : []));
    for (const number of numbers) {
      expect(number).toMatch(/^[1-6]\d{5}(19[6-9]|200)\d(0[1-9]|1[0-2])([0-2]\d|3[01])\d{3}[\dX]$/);
      expect(checkOfResidentNumber(number)).toBe(number.at(-1));
    }
    expect(numbers.length).toBeGreaterThan(500);
  });

  it("are credit codes with a true check around an organisation code with a true check", () => {
    expect(checkOfCreditCode("91350100M000100Y43")).toBe("3");
    const units = orders.filter(({ application }) => application.entity.nature !== 5);
    for (const { application } of units) {
      const { certNumber, region } = application.entity;
      expect(certNumber).toMatch(/^[1359][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/);
      expect(checkOfCreditCode(certNumber)).toBe(certNumber.at(-1));
      expect(checkOfOrganisation(certNumber.slice(8, 17))).toBe(certNumber[16]);
      expect(certNumber.slice(2, 8)).toBe(region.countyCode);
    }
    expect(units.length).toBeGreaterThan(350);
  });

  it("are division codes that nest, and name the places of the addresses", () => {
    const names = new Map([
      ["440300", "深圳市"],
      ["440305", "南山区"],
      ["110108", "海淀区"],
      ["330100", "杭州市"],
      ["510100", "成都市"],
    ]);
    for (const { application } of demoOrders(1_000, { defects: "NONE" })) {
      const { region, contactAddress } = application.entity;
      expect(region.cityCode?.slice(0, 2)).toBe(region.provinceCode.slice(0, 2));
      expect(region.countyCode?.slice(0, 4)).toBe(region.cityCode?.slice(0, 4));
      expect(region.provinceCode).toMatch(/^\d\d0000$/);
      expect(region.countyCode).not.toMatch(/00$/);
      for (const code of [region.cityCode, region.countyCode])
        expect(contactAddress).toContain(names.get(code ?? "") ?? "");
    }
  });

  it("are mobile numbers, mailboxes and public addresses of our pools", () => {
    for (const order of orders) {
      for (const person of personsOf(order)) {
        expect(person.mobile).toMatch(/^1[3-9]\d{9}$/);
        expect(person.email).toMatch(/^[a-z0-9]+@[a-z0-9]+\.com$/);
        expect(person.emergencyPhone).not.toBe(person.mobile);
      }
      for (const { resource, domains } of order.application.services) {
        for (const ip of resource?.publicIps ?? [])
          expect(ip).toMatch(/^(203\.0\.113|121\.3[6-9]\.\d{1,3})\.\d{1,3}$/);
        for (const domain of domains) expect(domain).toMatch(/^([a-z0-9]+\.){1,3}[a-z]+$/);
      }
    }
  });
});
