import type { Application } from "#shared/domain/filing/application";
import type { EntityPerson } from "#shared/domain/filing/person";

/** The fields of a responsible person, whichever of the two kinds. */
export type StatedPerson = Partial<EntityPerson>;

/** The responsible persons of a document; an SRP that is "same as entity" is the ERP. */
export interface OrderPersons {
  readonly erp: StatedPerson | null;
  /** By service; null where the service names nobody. */
  readonly srps: readonly (StatedPerson | null)[];
}

export function orderPersons({ entity, services }: Application): OrderPersons {
  const erp = entity.responsiblePerson ?? null;
  const srps = services.map(({ responsiblePerson }) => {
    if (!responsiblePerson) return null;
    return responsiblePerson.sameAsEntity ? erp : responsiblePerson;
  });
  return { erp, srps };
}

/** Each of them once. */
export function everyPerson({ erp, srps }: OrderPersons): StatedPerson[] {
  return [...new Set([erp, ...srps])].filter((person) => person !== null);
}
