import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { generateDemoOrder } from "#server/demo/generator/generate-demo-order";
import type { Application } from "#shared/domain/filing/application";
import { FILING_KINDS, kindCode } from "#shared/domain/filing/filing-type";
import { maskApplication } from "#shared/domain/privacy/mask";
import { matchMarks } from "#shared/domain/privacy/match";
import { fieldKey } from "../../client/features/workbench/fields/use-field-label";
import type { Field, Shown } from "../../client/features/workbench/model/section";
import { fieldsOf, sectionsOf } from "../../client/features/workbench/model/sections-of";

const AT_MS = Date.UTC(2026, 10, 20, 3);
const ORDERS_PER_KIND = 4;

const ORDERS = FILING_KINDS.flatMap((filingKind, kindAt) =>
  Array.from({ length: ORDERS_PER_KIND }, (_, at) => ({
    kind: kindCode(filingKind),
    application: generateDemoOrder({
      seed: 11,
      index: kindAt * ORDERS_PER_KIND + at,
      atMs: AT_MS,
      filingKind,
    }).application,
  })),
);

function fields(application: Application, kind: string): Field[] {
  return sectionsOf(application, kind, matchMarks(application)).flatMap(fieldsOf);
}

function codesIn(shown: Shown): string[] {
  if (shown.as === "code") return [`${shown.group}.${shown.code}`];
  return shown.as === "list" ? shown.items.flatMap(codesIn) : [];
}

const CODES: Record<string, Record<string, string>> = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "../../client/locales/zh-CN/codes.json"), "utf8"),
);

describe("sections of an order", () => {
  it("show every mark of the server at exactly one field", () => {
    for (const { kind, application } of ORDERS) {
      const shown = fields(application, kind).flatMap((field) =>
        field.evidence
          .filter((line) => line.matches !== undefined)
          .map((line) => `${line.source} ${field.path}`),
      );
      const marked = matchMarks(application)
        // Both ends of a period stand in one field.
        .map((mark) => `${mark.source} ${mark.fieldPath.replace("ValidFrom", "ValidTo")}`);
      expect(new Set(shown), kind).toEqual(new Set(marked));
      expect(shown, kind).toHaveLength(new Set(shown).size);
    }
  });

  it("have one field per path, and a name for each", () => {
    for (const { kind, application } of ORDERS) {
      const paths = fields(application, kind).map((field) => field.path);
      expect(paths, kind).toHaveLength(new Set(paths).size);
      expect(paths.map(fieldKey).filter((key) => CODES.field?.[key] === undefined)).toEqual([]);
    }
  });

  it("have a name for every code of the demo's documents", () => {
    const codes = ORDERS.flatMap(({ kind, application }) =>
      fields(application, kind).flatMap((field) =>
        [field.value, ...field.evidence.map((line) => line.value)].flatMap(codesIn),
      ),
    );
    const nameless = [...new Set(codes)].filter((code) => {
      const [group = "", key = ""] = code.split(".");
      return CODES[group]?.[key] === undefined;
    });
    expect(nameless).toEqual([]);
  });

  it("show nothing in clear of a masked document", () => {
    const { application } = ORDERS[0] ?? expect.fail("no order");
    const { idNumber, mobile } = application.entity.responsiblePerson ?? {};
    const text = JSON.stringify(
      sectionsOf(maskApplication(application), "FIRST_FILING", matchMarks(application)),
    );
    expect(JSON.stringify(sectionsOf(application, "FIRST_FILING", []))).toContain(idNumber);
    expect(text).not.toContain(idNumber);
    expect(text).not.toContain(mobile);
  });
});
