import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import { revisionDiff } from "#shared/domain/review/revision-diff";
import { unaskedChanges } from "#shared/domain/review/unasked-changes";
import { applicationOf, FIRST_FILING } from "#test/support/order-fixtures";

const BEFORE = applicationOf(FIRST_FILING);
const SHA = "9".repeat(64);

/** What a change of the document shows as, one line per change. */
function lines(change: (document: Application) => void, before: Application = BEFORE): string[] {
  const after = structuredClone(before);
  change(after);
  return revisionDiff(before, after).map(({ kind, path, fromPath }) =>
    fromPath === null ? `${kind} ${path}` : `${kind} ${fromPath} → ${path}`,
  );
}

function website(name: string, domain: string, patch: object = {}): Application["services"][number] {
  return { kind: "WEBSITE", name, domains: [domain], responsiblePerson: { sameAsEntity: true }, ...patch };
}

describe("the difference of two revisions", () => {
  it("is empty for the same document, however absent values are written", () => {
    expect(lines(() => {})).toEqual([]);
    expect(lines((doc) => Object.assign(doc, { channel: null, videoVerification: undefined }))).toEqual([]);
  });

  it("names single fields with both values", () => {
    const after = structuredClone(BEFORE);
    after.entity.name = "深圳市新名科技有限公司";
    expect(revisionDiff(BEFORE, after)).toEqual([
      {
        path: "entity.name",
        fromPath: null,
        kind: "CHANGED",
        before: "深圳市示例科技有限公司",
        after: "深圳市新名科技有限公司",
      },
    ]);
  });

  it("tells filled in from emptied", () => {
    expect(lines((doc) => Object.assign(doc.entity, { remark: "见附件" }))).toEqual(["ADDED entity.remark"]);
    expect(lines((doc) => Object.assign(doc.entity.responsiblePerson ?? {}, { mobile: "" }))).toEqual([
      "REMOVED entity.responsiblePerson.mobile",
    ]);
  });

  it("knows a service again that moved or was renamed, and adds what is new", () => {
    const before = { ...BEFORE, services: [website("甲", "a.com"), website("乙", "b.com")] };
    const swapped = lines((doc) => doc.services.reverse(), before);
    expect(swapped).toEqual(["MOVED services[1] → services[0]", "MOVED services[0] → services[1]"]);
    expect(lines((doc) => doc.services.push(website("丙", "c.com")), before)).toEqual(["ADDED services[2]"]);
    expect(lines((doc) => doc.services.splice(0, 1), before)).toEqual(["REMOVED services[0]"]);
    expect(lines((doc) => Object.assign(doc.services[1] ?? {}, { name: "新" }), before)).toEqual([
      "CHANGED services[1].name",
    ]);
  });

  it("keeps a lone website itself when its domain was corrected", () => {
    expect(lines((doc) => doc.services[0]?.domains.splice(0, 1, "corrected.com"))).toEqual([
      "ADDED services[0].domains[0]",
      "REMOVED services[0].domains[0]",
    ]);
  });

  it("compares papers by their bytes: replaced, moved to another purpose, added, removed", () => {
    expect(lines((doc) => Object.assign(doc.materials[0] ?? {}, { sha256: SHA }))).toEqual([
      "CHANGED materials[0]",
    ]);
    expect(lines((doc) => Object.assign(doc.materials[0] ?? {}, { kind: "OTHER" }))).toEqual([
      "MOVED materials[0]",
    ]);
    expect(lines((doc) => doc.materials.push({ kind: "OTHER", sha256: SHA }))).toEqual([
      "ADDED materials[2]",
    ]);
    expect(lines((doc) => doc.materials.splice(1, 1))).toEqual(["REMOVED materials[1]"]);
    expect(lines((doc) => Object.assign(doc.materials[0] ?? {}, { fileName: "新.jpg" }))).toEqual([]);
  });

  it("takes an end that became long-term for a change, not for a gap", () => {
    const before = { ...BEFORE, entity: { ...BEFORE.entity, certValidTo: "2030-01-01" } };
    const unlimited = (doc: Application) => Object.assign(doc.entity, { certValidTo: null });
    expect(lines(unlimited, before)).toEqual(["CHANGED entity.certValidTo"]);
    expect(lines(unlimited)).toEqual([]);
  });

  it("leaves the evidence out", () => {
    expect(lines((doc) => Object.assign(doc, { evidence: { ocr: [] } }))).toEqual([]);
  });

  it("finds nothing exactly when nothing was changed, whatever is set", () => {
    const paths = ["name", "certAddress", "contactAddress", "remark"] as const;
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.string({ minLength: 1, maxLength: 20 }), (path, text) => {
        const was = BEFORE.entity[path] ?? "";
        const changed = lines((doc) => Object.assign(doc.entity, { [path]: text }));
        expect(changed.length).toBe(text === was ? 0 : 1);
      }),
    );
  });
});

describe("changes nobody asked for", () => {
  const changed = (...paths: string[]) => paths.map((path) => ({ path, fromPath: null }));
  const asked = (...paths: string[]) => paths.map((fieldPath) => ({ fieldPath }));

  it("are those outside of every reason", () => {
    expect(unaskedChanges(asked("entity.name"), changed("entity.name", "entity.remark"))).toEqual([
      "entity.remark",
    ]);
  });

  it("count a part of what was asked for, and what holds it, as asked for", () => {
    expect(unaskedChanges(asked("services[0]"), changed("services[0].domains[0]"))).toEqual([]);
    expect(unaskedChanges(asked("services[0].domains[0]"), changed("services[0]"))).toEqual([]);
    expect(unaskedChanges(asked("services[0].name"), changed("services[1].name"))).toEqual([
      "services[1].name",
    ]);
  });

  it("take a new paper for asked for when what it proves was", () => {
    const licence = {
      path: "materials[0]",
      fromPath: null,
      after: { kind: "ENTITY_CERTIFICATE", sha256: SHA },
    };
    expect(unaskedChanges(asked("entity.certNumber"), [licence])).toEqual([]);
    expect(unaskedChanges(asked("entity.contactAddress"), [licence])).toEqual(["materials[0]"]);
    const idOf = (serviceIndex: number) => ({
      path: "materials[1]",
      fromPath: null,
      after: { kind: "SRP_ID_FRONT", sha256: SHA, serviceIndex },
    });
    expect(unaskedChanges(asked("services[1].responsiblePerson.name"), [idOf(1)])).toEqual([]);
    expect(unaskedChanges(asked("services[1].responsiblePerson.name"), [idOf(0)])).toEqual(["materials[1]"]);
  });

  it("take a reason about the materials for all of them", () => {
    expect(unaskedChanges(asked("materials"), changed("materials[3]"))).toEqual([]);
    expect(unaskedChanges(asked("materials.ERP_ID_FRONT"), changed("materials[1]"))).toEqual([]);
  });
});
