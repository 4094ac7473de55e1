import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import { expectNothingStored, expectProblem } from "#test/support/intake-problems";
import { type IntakeRig, openIntakeRig } from "#test/support/intake-rig";
import { FIRST_FILING } from "#test/support/order-fixtures";

let rig: IntakeRig;
let document: Application;
beforeEach(async () => {
  rig = await openIntakeRig();
  document = await rig.documentOf(FIRST_FILING);
});
afterEach(() => rig.close());

/** What is done to a sound document, and what must be said about it. */
const SECRET = "13800001234";
type Fault = [name: string, (doc: Application) => object, path: string, problem: string];
const FAULTS: Fault[] = [
  ["an unknown key", (doc) => ({ ...doc, surprise: SECRET }), "surprise", "UNKNOWN_KEY"],
  [
    "an unknown key deep inside",
    (doc) => ({ ...doc, entity: { ...doc.entity, phone: SECRET } }),
    "entity.phone",
    "UNKNOWN_KEY",
  ],
  ["a key that is a value", (doc) => ({ ...doc, [SECRET]: 1 }), "?", "UNKNOWN_KEY"],
  ["a missing field", ({ entity: _entity, ...doc }) => doc, "entity", "TYPE"],
  ["a wrong type", (doc) => ({ ...doc, accountId: 13800001234 }), "accountId", "TYPE"],
  ["a text for a list", (doc) => ({ ...doc, services: SECRET }), "services", "TYPE"],
  ["an unknown filing type", (doc) => ({ ...doc, filingType: SECRET }), "filingType", "NOT_ALLOWED"],
  [
    "an unknown material kind",
    (doc) => ({ ...doc, materials: [{ kind: SECRET, sha256: "a".repeat(64) }] }),
    "materials[0].kind",
    "NOT_ALLOWED",
  ],
  [
    "a hash that is none",
    (doc) => ({ ...doc, materials: [{ kind: "OTHER", sha256: SECRET }] }),
    "materials[0].sha256",
    "FORMAT",
  ],
  [
    "a text that is too long",
    (doc) => ({ ...doc, entity: { ...doc.entity, name: SECRET.repeat(30) } }),
    "entity.name",
    "TOO_LONG_OR_LARGE",
  ],
  ["an empty account", (doc) => ({ ...doc, accountId: "" }), "accountId", "TOO_SHORT_OR_SMALL"],
  [
    "too many services",
    (doc) => ({ ...doc, services: Array(51).fill(doc.services[0]) }),
    "services",
    "TOO_LONG_OR_LARGE",
  ],
  [
    "a number that is no integer",
    (doc) => ({ ...doc, entity: { ...doc.entity, nature: 4.5 } }),
    "entity.nature",
    "TYPE",
  ],
  [
    "a number beyond all codes",
    (doc) => ({ ...doc, entity: { ...doc.entity, nature: 2 ** 60 } }),
    "entity.nature",
    "TOO_LONG_OR_LARGE",
  ],
  [
    "a date that is none",
    (doc) => ({ ...doc, entity: { ...doc.entity, certValidFrom: SECRET } }),
    "entity.certValidFrom",
    "FORMAT",
  ],
  [
    "a sub-kind without its origin",
    (doc) => ({ ...doc, filingType: "ADD_ACCESS" }),
    "entityOrigin",
    "REQUIRED",
  ],
  ["a transfer without its accounts", (doc) => ({ ...doc, filingType: "TRANSFER" }), "transfer", "REQUIRED"],
];

describe("the form of an order document", () => {
  it.each(FAULTS)("refuses %s, naming the place and no value", async (_name, spoil, path, kind) => {
    const reply = await rig.call("POST", "/orders", { body: spoil(document) });
    expectProblem(reply, 400, "INVALID_DOCUMENT");
    expect(reply.body.errors).toEqual(
      expect.arrayContaining([expect.objectContaining({ path, problem: kind })]),
    );
    expect(reply.text).not.toContain(SECRET);
    expect(rig.logged.join("")).not.toContain(SECRET);
    expectNothingStored(rig);
  });

  it.each(["__proto__", "constructor", "prototype"])(
    "refuses the key %s anywhere and leaves the prototype alone",
    async (key) => {
      const text = JSON.stringify(document);
      for (const raw of [
        text.replace("{", `{"${key}":{"admin":true},`),
        text.replace('"entity":{', `"entity":{"${key}":{"admin":true},`),
      ]) {
        const reply = await rig.call("POST", "/orders", {
          raw,
          headers: { "content-type": "application/json" },
        });
        expectProblem(reply, 400, "INVALID_DOCUMENT");
      }
      expect({}).not.toHaveProperty("admin");
      expectNothingStored(rig);
    },
  );

  it("lists at most fifty faults", async () => {
    const keys = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`key${index}`, 1]));
    const reply = await rig.call("POST", "/orders", { body: { ...document, ...keys } });
    expect(reply.body.errors).toHaveLength(50);
  });

  it("never answers 5xx, whatever a document is turned into", async () => {
    const places = placesOf(document);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        fc.jsonValue({ maxDepth: 2 }),
        fc.nat(),
        async (place, value, salt) => {
          const body = replaced(document, place, value);
          const reply = await rig.call("POST", "/orders", { body, key: `fuzz-${salt}-${Math.abs(salt)}` });
          expect([201, 400, 409, 422]).toContain(reply.status);
        },
      ),
      { numRuns: 150 },
    );
    expect(rig.logged).toEqual([]);
  });
});

type Place = readonly (string | number)[];

function placesOf(value: unknown, place: Place = []): Place[] {
  if (typeof value !== "object" || value === null) return [place];
  return [
    place,
    ...Object.entries(value).flatMap(([key, part]) =>
      placesOf(part, [...place, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function replaced(value: unknown, place: Place, by: unknown): unknown {
  const [key, ...rest] = place;
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((part, index) => (index === key ? replaced(part, rest, by) : part));
  const record: Record<string, unknown> = { ...(typeof value === "object" ? value : {}) };
  return { ...record, [key]: replaced(record[key], rest, by) };
}
