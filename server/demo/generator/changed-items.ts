import type { FilingKind } from "#shared/domain/filing/filing-type";
import type { DemoProvince } from "../data/provinces";
import type { Rng } from "./random";

/** What a change order changes of the filed record. */
export type ChangedItem =
  | "CONTACT_ADDRESS"
  | "CERT_ADDRESS"
  | "NAME"
  | "LEGAL_REP"
  | "CONTACTS"
  | "SITE_NAME"
  | "REMARK"
  | "IP"
  | "SRP"
  | "DROP_DOMAIN";

export interface ChangeTraits {
  readonly individual: boolean;
  readonly sameAsEntity: boolean;
  readonly province: DemoProvince;
}

/** Items that this kind of change may hold without having to be another kind (`domain.md` §2.2, CHANGE). */
export function pickChanges(rng: Rng, { type }: FilingKind, traits: ChangeTraits): ChangedItem[] {
  switch (type) {
    case "CHANGE_ENTITY":
      return [rng.pick(entityItems(traits, false))];
    case "CHANGE_SERVICE":
      return [rng.pick(serviceItems(traits))];
    case "CHANGE_BOTH":
      return [rng.pick(entityItems(traits, true)), rng.pick(serviceItems(traits))];
    default:
      return [];
  }
}

/** Contacts of one who is both persons, and a new legal representative in some provinces, need the joint kind. */
function entityItems(traits: ChangeTraits, joint: boolean): ChangedItem[] {
  if (traits.individual) return joint ? ["CONTACT_ADDRESS", "CONTACTS"] : ["CONTACT_ADDRESS"];
  const items: ChangedItem[] = ["CONTACT_ADDRESS", "CERT_ADDRESS", "NAME"];
  if (joint || !traits.sameAsEntity) items.push("CONTACTS");
  if (joint || (!traits.sameAsEntity && traits.province.erpChangeNeedsBoth !== true)) items.push("LEGAL_REP");
  return items;
}

function serviceItems(traits: ChangeTraits): ChangedItem[] {
  const items: ChangedItem[] = ["SITE_NAME", "REMARK", "IP", "DROP_DOMAIN"];
  return traits.individual || traits.sameAsEntity ? items : [...items, "SRP"];
}
