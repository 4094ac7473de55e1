import type { Application } from "../filing/application";
import type { FilingKind } from "../filing/filing-type";
import type { Switches } from "../provinces/switches";
import type { RuleLists } from "./lists";
import type { Text } from "./rule";

/** The filing province as the rules see it. A code that is none of the 31 has no id and unknown switches. */
export interface RuleProvince {
  /** `GD`; null for an unknown code. */
  readonly id: string | null;
  readonly adcode: string;
  readonly name: Text;
  readonly switches: Switches;
}

/** Contacts of one responsible person elsewhere, in canonical form (`privacy/normalise`); null = not given. */
export interface OtherPerson {
  readonly idNumber: string | null;
  readonly isLegalRepresentative: boolean;
  readonly mobile: string | null;
  readonly emergencyPhone: string | null;
  readonly email: string | null;
}

/** An open or filed order of another entity that shares a number, mail address or person with this one. */
export interface OtherEntity {
  readonly orderNo: string;
  /** As lists show it: a unit in clear, an individual masked. */
  readonly entityLabel: string;
  readonly erp: OtherPerson | null;
  readonly srps: readonly OtherPerson[];
}

/** A file of the order as it was received; `kind` by its first bytes. */
export interface FileFact {
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** A blacklisted number or domain that this order names. */
export interface BlacklistHit {
  readonly kind: "ENTITY" | "DOMAIN" | "PERSON";
  /** Where the order names it. */
  readonly fieldPath: string;
  /** Masked where it is personal. */
  readonly label: string;
  /** Who put it there: a bureau's name, or our own list. */
  readonly bureau: string;
}

/** A filing authorisation code as our store knows it. */
export interface AuthCodeFact {
  readonly code: string;
  readonly issuerValid: boolean;
  /** Used already, or taken by another open or filed order. */
  readonly used: boolean;
}

/**
 * Facts looked up before the rules run. Null = nobody looked, or no such store is kept: a rule that needs it answers
 * "cannot check" (an authorisation-code store that is not kept decides by the document alone, domain.md §7.X).
 */
export interface RuleFacts {
  /** Other open orders of the same account or entity. */
  readonly openOrders: readonly string[] | null;
  /** Which place of this document an open order shares with it; left out = the account. */
  readonly openOrderPlace?:
    | "accountId"
    | "entity.certNumber"
    | "transfer.fromAccountId"
    | "transfer.toAccountId";
  /** The other entity this account is bound to, or the other account this entity is bound to. */
  readonly accountBinding: { readonly boundEntity: string } | "FREE" | null;
  readonly blacklist: readonly BlacklistHit[] | null;
  readonly otherEntities: readonly OtherEntity[] | null;
  /** Services of other open or filed orders per `resource.instanceId`. */
  readonly quotaUsed: Readonly<Record<string, number>> | null;
  readonly authCodes: readonly AuthCodeFact[] | null;
  /** Photo hashes of this order that another order of another person used; its number beside it. */
  readonly photosUsed: readonly { readonly sha256: string; readonly orderNo: string }[] | null;
  readonly files: readonly FileFact[] | null;
  /** Whether the customer confirmed the removal. */
  readonly confirmed: boolean | null;
}

/** Everything a rule may look at. The document is folded (`foldApplication`). */
export interface RuleInput {
  readonly application: Application;
  readonly kind: FilingKind;
  /** The revision before this one; null for the first. */
  readonly previous: Application | null;
  /** The day in Shanghai, `YYYY-MM-DD`. */
  readonly today: string;
  readonly province: RuleProvince;
  readonly lists: RuleLists;
  readonly facts: RuleFacts;
}

/** Nobody looked anything up. */
export const NO_RULE_FACTS: RuleFacts = {
  openOrders: null,
  accountBinding: null,
  blacklist: null,
  otherEntities: null,
  quotaUsed: null,
  authCodes: null,
  photosUsed: null,
  files: null,
  confirmed: null,
};
