import { z } from "zod";
import { entityPersonSchema } from "./person";
import { code, dateText, maybe, text } from "./text";

/** GB/T 2260 codes as the customer chose them; whether they nest is rule R-036. */
export const regionSchema = z.strictObject({
  provinceCode: text(12),
  cityCode: maybe(text(12)),
  countyCode: maybe(text(12)),
});

/** The sponsor entity, 主体 (domain.md §5.1). */
export const entitySchema = z.strictObject({
  region: regionSchema,
  nature: code,
  name: text(255),
  certType: code,
  certNumber: text(255),
  certAddress: maybe(text(1024)),
  contactAddress: maybe(text(1024)),
  certValidFrom: maybe(dateText),
  /** null = long-term. */
  certValidTo: maybe(dateText),
  investor: maybe(text(255)),
  remark: maybe(text(1024)),
  filingNumber: maybe(text(64)),
  responsiblePerson: maybe(entityPersonSchema),
});
export type Entity = z.infer<typeof entitySchema>;

/** Nature code of an individual; every other nature is a unit (domain.md §5.2). */
export const INDIVIDUAL_NATURE = 5;

/** Whether the sponsor is a natural person, whose name and numbers are personal data throughout. */
export function isIndividual(entity: Pick<Entity, "nature">): boolean {
  return entity.nature === INDIVIDUAL_NATURE;
}
