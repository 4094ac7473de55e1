import {
  type DemoOrder,
  type DemoOrderInput,
  generateDemoOrder,
} from "#server/demo/generator/generate-demo-order";

/** A Friday in 2026, ten in the morning in Shanghai. */
export const AT_MS = Date.parse("2026-11-20T02:00:00Z");

export const SEED = 20;

export function demoOrder(index: number, more: Partial<DemoOrderInput> = {}): DemoOrder {
  return generateDemoOrder({ seed: SEED, index, atMs: AT_MS, ...more });
}

/** The first `count` orders of a seed; each is made once per test file. */
export function demoOrders(count: number, more: Partial<DemoOrderInput> = {}): DemoOrder[] {
  return Array.from({ length: count }, (_, index) => demoOrder(index, more));
}

/** The persons that a document writes out: the ERP, and each SRP that is somebody else. */
export function personsOf({ application: { entity, services } }: DemoOrder) {
  const others = services.flatMap(({ responsiblePerson }) =>
    responsiblePerson == null || responsiblePerson.sameAsEntity ? [] : [responsiblePerson],
  );
  return entity.responsiblePerson == null ? others : [entity.responsiblePerson, ...others];
}
