import { describe, expect, it } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import { untouchedRequests } from "#shared/domain/review/untouched-requests";
import { applicationOf, kindOf } from "#test/support/order-fixtures";

const BASE = applicationOf(kindOf("FIRST_FILING"));
const SERVICE = { kind: "WEBSITE" as const, name: "站点", domains: ["a.example.com", "b.example.com"] };
const BEFORE: Application = {
  ...BASE,
  entity: { ...BASE.entity, remark: null, responsiblePerson: { name: "张三", mobile: "13800000001" } },
  services: [
    { ...SERVICE, responsiblePerson: { sameAsEntity: true } },
    { ...SERVICE, name: "第二站" },
  ],
  materials: [
    { kind: "ENTITY_CERTIFICATE", sha256: "a".repeat(64) },
    { kind: "ERP_ID_FRONT", sha256: "b".repeat(64) },
  ],
};

function untouched(after: Application, ...paths: string[]): string[] {
  return untouchedRequests(
    paths.map((fieldPath) => ({ fieldPath })),
    BEFORE,
    after,
  );
}

describe("untouchedRequests", () => {
  it("names every request when nothing changed, each once and in order", () => {
    const paths = ["services[0].domains[1]", "entity.name", "materials", "entity.name", "no.such[3].place"];
    expect(untouched(structuredClone(BEFORE), ...paths)).toEqual([
      "services[0].domains[1]",
      "entity.name",
      "materials",
      "no.such[3].place",
    ]);
  });

  it("leaves out what changed, down to one element of a list", () => {
    const [first, second] = BEFORE.services;
    const after = {
      ...BEFORE,
      services: [
        { ...first, ...SERVICE, domains: ["a.example.com"] },
        { ...SERVICE, ...second },
      ],
    };
    expect(untouched(after, "services[0].domains[0]", "services[0].domains[1]", "services[1].name")).toEqual([
      "services[0].domains[0]",
      "services[1].name",
    ]);
    expect(untouched(after, "services[].domains[]", "services[].name")).toEqual(["services[].name"]);
  });

  it("takes an added value as touched, and absent for null as untouched", () => {
    const { remark: _gone, ...entity } = BEFORE.entity;
    expect(untouched({ ...BEFORE, entity }, "entity.remark")).toEqual(["entity.remark"]);
    expect(untouched({ ...BEFORE, entity: { ...entity, remark: "说明" } }, "entity.remark")).toEqual([]);
  });

  it("looks at the materials of one kind where the path names it", () => {
    const materials = [
      { kind: "ERP_ID_FRONT" as const, sha256: "c".repeat(64) },
      { kind: "ENTITY_CERTIFICATE" as const, sha256: "a".repeat(64) },
    ];
    const paths = [
      "materials",
      "materials.ERP_ID_FRONT",
      "materials[ENTITY_CERTIFICATE]",
      "materials.APP_ICON",
    ];
    expect(untouched({ ...BEFORE, materials }, ...paths)).toEqual([
      "materials[ENTITY_CERTIFICATE]",
      "materials.APP_ICON",
    ]);
  });

  it("sees a changed entity person in the service that shares him", () => {
    const entity = { ...BEFORE.entity, responsiblePerson: { name: "张三", mobile: "13900000009" } };
    const paths = ["services[0].responsiblePerson.mobile", "services[0].responsiblePerson.name"];
    expect(untouched({ ...BEFORE, entity }, ...paths)).toEqual(["services[0].responsiblePerson.name"]);
  });

  it("never reaches into the prototype", () => {
    expect(untouched({ ...BEFORE, accountId: "x" }, "__proto__", "constructor.name")).toEqual([
      "__proto__",
      "constructor.name",
    ]);
  });
});
