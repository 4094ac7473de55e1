import { domainToASCII } from "node:url";
import { maskValue } from "#shared/domain/privacy/mask-value";
import { canonicalDomain, canonicalIdNumber } from "#shared/domain/privacy/normalise";
import { blindIndex } from "../crypto/blind-index";
import type { Keyring } from "../crypto/keyring";
import type { BlacklistKind } from "../ports/rule-store";

/** A credit code that no resident ID can be mistaken for: those of companies begin with 9, where no region does. */
const COMPANY_CODE = /^9[0-9A-Z]{17}$/;

/** What a listed value is recognised by; null when nothing is left of it. Numbers only as their blind index. */
export function blacklistToken(keyring: Keyring, kind: BlacklistKind, value: string): string | null {
  if (kind !== "DOMAIN") return blindIndex(keyring, "ID_NUMBER", value);
  const domain = asciiDomain(value);
  return domain === "" ? null : domain;
}

/** What may be shown of a listed value. A number that might be a person's is masked. */
export function blacklistLabel(kind: BlacklistKind, value: string): string {
  if (kind === "DOMAIN") return asciiDomain(value);
  const number = canonicalIdNumber(value);
  return kind === "ENTITY" && COMPANY_CODE.test(number) ? number : maskValue("ID_NUMBER", number);
}

/** The domain itself and everything above it: a listed domain also hits its subdomains. */
export function domainAndParents(value: string): string[] {
  const labels = asciiDomain(value).split(".");
  return labels.map((_, index) => labels.slice(index).join(".")).filter((domain) => domain !== "");
}

/** One spelling per domain, internationalised ones in ASCII; what is none stays as written. */
function asciiDomain(value: string): string {
  const domain = canonicalDomain(value).replace(/\.+$/u, "");
  return domainToASCII(domain) || domain;
}
