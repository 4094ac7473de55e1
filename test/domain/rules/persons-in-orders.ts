import { expect } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import type { MaterialKind } from "#shared/domain/filing/materials";
import type { EntityPerson, ServicePerson } from "#shared/domain/filing/person";
import type { OtherEntity, OtherPerson, RuleInput } from "#shared/domain/rules/rule-input";
import { answers } from "#test/support/rule-inputs";

/** A line of a table: what the order is like, the input, what the rule answers. */
export type Row = [name: string, input: RuleInput, expected: readonly string[]];

/** Judges each row of a table by one rule. */
export function rowsOf(ruleId: string): (...row: Row) => void {
  return (_, input, expected) => expect(answers(ruleId, input)).toEqual(expected);
}

export function erpIn({ entity }: Application): EntityPerson {
  if (!entity.responsiblePerson) throw new Error("the order names no ERP");
  return entity.responsiblePerson;
}

/** The first service's person where it is not the ERP, else null. */
export function ownSrpIn({ services }: Application): ServicePerson | null {
  const srp = services[0]?.responsiblePerson;
  return srp?.sameAsEntity === false ? srp : null;
}

export function srpIn(order: Application): ServicePerson {
  const srp = ownSrpIn(order);
  if (srp === null) throw new Error("the order names no SRP of its own");
  return srp;
}

type OcrFields = NonNullable<NonNullable<Application["evidence"]>["ocr"]>[number]["fields"];

export function ocrIn({ evidence }: Application, kind: MaterialKind): OcrFields {
  const paper = evidence?.ocr?.find(({ materialKind }) => materialKind === kind);
  if (paper === undefined) throw new Error(`nothing was read off ${kind}`);
  return paper.fields;
}

export function forgetOcr({ evidence }: Application, kind: MaterialKind): void {
  if (evidence?.ocr) evidence.ocr = evidence.ocr.filter(({ materialKind }) => materialKind !== kind);
}

const NOBODY: OtherPerson = {
  idNumber: null,
  isLegalRepresentative: false,
  mobile: null,
  emergencyPhone: null,
  email: null,
};

export function otherPerson(person: Partial<OtherPerson>): OtherPerson {
  return { ...NOBODY, ...person };
}

export function otherEntity(persons: Partial<Pick<OtherEntity, "erp" | "srps">>): OtherEntity {
  return { orderNo: "B-1", entityLabel: "另一家公司", erp: null, srps: [], ...persons };
}
