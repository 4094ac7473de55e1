import { describe, expect, it } from "vitest";
import { shanghaiDay } from "#server/demo/generator/calendar-days";
import { DEFECTS } from "#server/demo/generator/defects/catalogue";
import type { DemoOrder } from "#server/demo/generator/generate-demo-order";
import { orderSeed } from "#server/demo/generator/order-seed";
import { pickShape } from "#server/demo/generator/shape";
import { applicationSchema } from "#shared/domain/filing/application";
import { AT_MS, demoOrder, demoOrders, SEED } from "./demo-run";

/** The first order of the run that each fault suits and can be planted in, with that fault alone. */
function samplesOfAll(): Map<string, { order: DemoOrder; index: number }> {
  const samples = new Map<string, { order: DemoOrder; index: number }>();
  for (let index = 0; index < 20_000 && samples.size < DEFECTS.length; index += 1) {
    const shape = pickShape(orderSeed(SEED, index, AT_MS, shanghaiDay(AT_MS)));
    for (const { id, suits } of DEFECTS) {
      if (samples.has(id) || !suits(shape)) continue;
      const order = demoOrder(index, { defects: [id] });
      if (order.defectIds.length > 0) samples.set(id, { order, index });
    }
  }
  return samples;
}

const samples = samplesOfAll();

/** The value at a path such as `services[0].domains[1]`; undefined where the document has no such place. */
function valueAt(document: unknown, path: string): unknown {
  return path
    .replaceAll("[", ".")
    .replaceAll("]", "")
    .split(".")
    .reduce<unknown>(
      (at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
      document,
    );
}

describe("planted faults", () => {
  it("cover rules of every group, far more than sixty", () => {
    const planted = [...samples.values()].flatMap(({ order }) =>
      order.defects.map(({ ruleId }) => Number(ruleId.slice(2))),
    );
    const rules = new Set(planted);
    expect(rules.size).toBeGreaterThan(100);
    const groups = [
      [1, 20],
      [21, 41],
      [42, 61],
      [62, 71],
      [72, 90],
      [91, 105],
      [106, 122],
      [123, 134],
      [135, 142],
      [143, 149],
    ] as const;
    for (const [first, last] of groups)
      expect(
        [...rules].some((rule) => rule >= first && rule <= last),
        `R-${first}`,
      ).toBe(true);
  });

  it("have ids of their own, and each can be planted somewhere", () => {
    const ids = DEFECTS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !samples.has(id))).toEqual([]);
  });

  it("are of sixty rules and more in one demo of 300 orders", () => {
    const rules = demoOrders(300).flatMap((order) => order.defects.map(({ ruleId }) => ruleId));
    expect(new Set(rules).size).toBeGreaterThanOrEqual(60);
  });

  it("leave a document that the intake accepts and point at places in it", () => {
    for (const [id, { order }] of samples) {
      expect(applicationSchema.safeParse(order.application).success, id).toBe(true);
      for (const { ruleId, fieldPath } of order.defects) {
        expect(ruleId).toMatch(/^R-\d{3}$/);
        const parent = fieldPath.includes(".") ? fieldPath.slice(0, fieldPath.lastIndexOf(".")) : "";
        const place = valueAt(order.application, fieldPath);
        const known =
          place !== undefined || parent === "" || typeof valueAt(order.application, parent) === "object";
        expect(known, `${id}: ${fieldPath}`).toBe(true);
      }
    }
  });

  it("each change the document, and mending takes the change back", () => {
    for (const [id, { order, index }] of samples) {
      const mended = demoOrder(index, { defects: [id], mended: true });
      expect(JSON.stringify(order.application), id).not.toBe(JSON.stringify(mended.application));
      expect(mended.defects).toEqual([]);
      expect(mended.application.accountId).toBe(order.application.accountId);
      expect(mended.application.entity.name).toBe(order.application.entity.name);
    }
  });

  it("name a missing paper as the materials, and a bad picture by its place among them", () => {
    const missing = samples.get("id-back-missing");
    const blurred = samples.get("certificate-blurred");
    const kinds = missing?.order.application.materials.map(({ kind }) => kind);
    expect(missing?.order.defects).toContainEqual({ ruleId: "R-081", fieldPath: "materials" });
    expect(kinds).not.toContain("ERP_ID_BACK");
    const path = blurred?.order.defects.find(({ ruleId }) => ruleId === "R-082")?.fieldPath ?? "";
    expect(path).toMatch(/^materials\[\d+\]\.sha256$/);
    const at = Number(/\d+/.exec(path)?.[0]);
    expect(blurred?.order.application.materials[at]?.kind).toBe("ENTITY_CERTIFICATE");
  });

  it("never meet in one order where one would hide or cause the other", () => {
    const touching = new Map(DEFECTS.map(({ id, touches }) => [id, touches]));
    const several = demoOrders(2_000).filter(({ defectIds }) => defectIds.length > 1);
    expect(several.length).toBeGreaterThan(300);
    for (const order of several) {
      const touched = order.defectIds.flatMap((id) => touching.get(id) ?? []);
      expect(new Set(touched).size, order.defectIds.join(" ")).toBe(touched.length);
    }
  });
});
