import {
  canonicalEmail,
  canonicalIdNumber,
  canonicalPersonName,
  canonicalPhone,
} from "../../privacy/normalise";
import type { Person } from "../document-view";
import type { ContactField } from "./person-texts";

type Identity = Pick<Person, "name" | "idNumber">;

/**
 * Whether two form sections speak of one person: by the ID numbers where both are given, else by the names. null =
 * neither can be compared.
 */
export function samePerson(left: Identity, right: Identity): boolean | null {
  const numbers = [idNumberOf(left), idNumberOf(right)];
  if (!numbers.includes("")) return numbers[0] === numbers[1];
  const names = [nameOf(left), nameOf(right)];
  return names.includes("") ? null : names[0] === names[1];
}

/** Canonical ID number; empty = not given. */
export function idNumberOf({ idNumber }: Identity): string {
  return canonicalIdNumber(idNumber ?? "");
}

/** Canonical name; empty = not given. */
export function nameOf({ name }: Identity): string {
  return canonicalPersonName(name ?? "");
}

/** A contact in the form in which it is compared and in which `OtherPerson` holds it; empty = not given. */
export function contactOf(person: Pick<Person, ContactField>, field: ContactField): string {
  const value = person[field] ?? "";
  return field === "email" ? canonicalEmail(value) : canonicalPhone(value);
}
