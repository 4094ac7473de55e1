import { z } from "zod";
import { code, dateText, maybe, text } from "./text";

/** The fields that both responsible persons share (domain.md §5.4). All optional: a gap is a finding, not a 400. */
const personShape = {
  name: maybe(text(128)),
  idType: maybe(code),
  idNumber: maybe(text(128)),
  idValidFrom: maybe(dateText),
  /** null = long-term. */
  idValidTo: maybe(dateText),
  mobile: maybe(text(128)),
  emergencyPhone: maybe(text(128)),
  emergencyContactName: maybe(text(128)),
  emergencyContactRelation: maybe(text(64)),
  landline: maybe(text(128)),
  email: maybe(text(128)),
  isLegalRepresentative: maybe(z.boolean()),
};

/** Entity responsible person, ERP (主体负责人). */
export const entityPersonSchema = z.strictObject(personShape);
export type EntityPerson = z.infer<typeof entityPersonSchema>;

/** Service responsible person, SRP. With `sameAsEntity` the ERP stands for it and the other fields are not read. */
export const servicePersonSchema = z.strictObject({ sameAsEntity: z.boolean(), ...personShape });
export type ServicePerson = z.infer<typeof servicePersonSchema>;
