import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { applicationSchema, filingKindOf } from "#shared/domain/filing/application";
import { FILING_KINDS, kindCode } from "#shared/domain/filing/filing-type";
import { AT_MS, demoOrder, demoOrders, personsOf } from "./demo-run";

const orders = demoOrders(500);

describe("a run of demo orders", () => {
  it("holds only documents that the intake accepts, and that parsing does not change", () => {
    for (const { application } of orders) expect(applicationSchema.parse(application)).toEqual(application);
  });

  it("holds every kind of filing and every province", () => {
    const kinds = new Set(orders.map(({ application }) => kindCode(filingKindOf(application))));
    const provinces = new Set(orders.map(({ application }) => application.entity.region.provinceCode));
    expect([...kinds].sort()).toEqual(FILING_KINDS.map(kindCode).sort());
    expect(provinces.size).toBe(31);
  });

  it("keeps to the mix of the trade", () => {
    const share = (test: (order: (typeof orders)[number]) => boolean) =>
      orders.filter(test).length / orders.length;
    const bringsNew = (type: string) => type === "FIRST_FILING" || type.startsWith("ADD_");
    expect(share(({ application }) => application.entity.nature === 5)).toBeCloseTo(0.24, 2);
    expect(share(({ application }) => bringsNew(application.filingType))).toBeCloseTo(0.46, 2);
    expect(share(({ defects }) => defects.length > 0)).toBeGreaterThanOrEqual(0.4);
    expect(share(({ defects }) => defects.length > 0)).toBeLessThanOrEqual(0.5);
    expect(
      share(({ application }) => application.services.some(({ kind }) => kind === "APP")),
    ).toBeGreaterThan(0.08);
    const often = ["440000", "110000", "320000", "330000", "310000", "370000"];
    expect(
      share(({ application }) => often.includes(application.entity.region.provinceCode)),
    ).toBeGreaterThan(0.45);
  });

  it("plants one to three faults in a faulty order and names each finding once", () => {
    for (const { defects, defectIds } of orders) {
      expect(defectIds.length).toBeLessThanOrEqual(3);
      expect(defects.length > 0).toBe(defectIds.length > 0);
      expect(new Set(defects.map(({ ruleId, fieldPath }) => `${ruleId} ${fieldPath}`)).size).toBe(
        defects.length,
      );
    }
  });

  it("gives no two orders the same account, entity, person, phone, mailbox or domain", () => {
    const clean = demoOrders(3_000, { defects: "NONE" });
    const seen = new Map<string, number>();
    clean.forEach((order, index) => {
      const { accountId, entity, services, transfer } = order.application;
      const people = personsOf(order).flatMap((person) => [
        person.idNumber,
        person.mobile,
        person.emergencyPhone,
        person.email,
      ]);
      const domains = services.flatMap((service) => service.domains);
      const packages = services.flatMap(({ platforms }) =>
        (platforms ?? []).map(({ packageName }) => packageName),
      );
      for (const value of [
        accountId,
        transfer?.toAccountId,
        entity.certNumber,
        entity.filingNumber,
        ...people,
        ...domains,
        ...packages,
      ]) {
        if (value == null) continue;
        expect(seen.get(value) ?? index, value).toBe(index);
        seen.set(value, index);
      }
    });
    expect(seen.size).toBeGreaterThan(15_000);
  });

  it("brings each file that a document names, under its own hash, and no other", () => {
    for (const { application, files } of orders) {
      const named = new Set(application.materials.map(({ sha256 }) => sha256));
      for (const { photoSha256 } of application.liveness ?? [])
        if (photoSha256 != null) named.add(photoSha256);
      for (const { icon } of application.services) if (icon != null) named.add(icon);
      expect(files.map(({ sha256 }) => sha256).sort()).toEqual([...named].sort());
      for (const { sha256, bytes } of files)
        expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
    }
  });

  it("has an image record for each file and a domain record for each domain", () => {
    for (const { application, files } of orders) {
      const images = application.evidence?.images ?? [];
      expect(images.map(({ sha256 }) => sha256).sort()).toEqual(files.map(({ sha256 }) => sha256).sort());
      if (application.liveness == null) continue;
      const records = (application.evidence?.domains ?? []).map(({ domain }) => domain).sort();
      expect([...new Set(application.services.flatMap(({ domains }) => domains))].sort()).toEqual(records);
    }
  });
});

describe("one demo order", () => {
  it("is the same for the same seed, number and instant, and another for any other", () => {
    const text = (index: number, seed: number, atMs = AT_MS) =>
      JSON.stringify(demoOrder(index, { seed, atMs }));
    expect(text(7, 1)).toBe(text(7, 1));
    expect(text(7, 1)).not.toBe(text(7, 2));
    expect(text(7, 1)).not.toBe(text(8, 1));
    expect(text(7, 1)).not.toBe(text(7, 1, AT_MS + 40 * 86_400_000));
  });

  it("can be asked for by kind", () => {
    for (const [index, filingKind] of FILING_KINDS.entries()) {
      for (let turn = 0; turn < 20; turn += 1) {
        const { application } = demoOrder(index * 20 + turn, { filingKind });
        expect(filingKindOf(application)).toEqual(filingKind);
      }
    }
  });

  it("keeps who it is when its applicant mends it, and has no fault but those left", () => {
    const faulty = orders
      .map((order, index) => ({ order, index }))
      .filter(({ order }) => order.defects.length > 0);
    for (const { order, index } of faulty) {
      const mended = demoOrder(index, { mended: true });
      expect(mended.defects).toEqual([]);
      expect(mended.application.accountId).toBe(order.application.accountId);
      expect(mended.application.filingType).toBe(order.application.filingType);
      expect(mended.application.entity.name).toBe(order.application.entity.name);
      expect(JSON.stringify(mended.application)).not.toBe(JSON.stringify(order.application));
      const left = order.defectIds.slice(0, 1);
      expect(demoOrder(index, { mended: true, left }).defectIds).toEqual(left);
    }
    expect(faulty.length).toBeGreaterThan(200);
  });
});
