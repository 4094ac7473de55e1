import { PERSON_DOCUMENTS } from "../../identifiers/person-number";
import type { Switches } from "../../provinces/switches";
import type { Text } from "../rule";

type Policy = NonNullable<Switches["nonMainlandErp"]>;

const {
  PASSPORT,
  TAIWAN_TRAVEL_PERMIT,
  HK_MACAU_TRAVEL_PERMIT,
  FOREIGN_PERMANENT_RESIDENT_ID,
  HK_MACAU_RESIDENCE_PERMIT,
  TAIWAN_RESIDENCE_PERMIT,
} = PERSON_DOCUMENTS;

const ABROAD: Text = { zh: "外国", en: "abroad" };
const HK_MACAU: Text = { zh: "港澳", en: "Hong Kong and Macau" };
const TAIWAN: Text = { zh: "台湾", en: "Taiwan" };

/** Whose document it is, for every document of a person without a mainland ID. */
const REGIONS: ReadonlyMap<number, Text> = new Map([
  [PASSPORT, ABROAD],
  [FOREIGN_PERMANENT_RESIDENT_ID, ABROAD],
  [HK_MACAU_TRAVEL_PERMIT, HK_MACAU],
  [HK_MACAU_RESIDENCE_PERMIT, HK_MACAU],
  [TAIWAN_TRAVEL_PERMIT, TAIWAN],
  [TAIWAN_RESIDENCE_PERMIT, TAIWAN],
]);

const MAINLAND_ID: Text = { zh: "居民身份证", en: "a mainland resident ID" };

/** What each policy asks for, and the document types it takes as they are (domain.md ch. 8). */
const POLICIES: Record<Policy, { readonly types: readonly number[]; readonly documents: Text }> = {
  PASSPORT: { types: [PASSPORT], documents: { zh: "护照", en: "a passport" } },
  TRAVEL_PERMIT: {
    types: [HK_MACAU_TRAVEL_PERMIT, TAIWAN_TRAVEL_PERMIT],
    documents: { zh: "来往内地（大陆）通行证", en: "a travel permit for the mainland" },
  },
  PERMIT: {
    types: [FOREIGN_PERMANENT_RESIDENT_ID, HK_MACAU_RESIDENCE_PERMIT, TAIWAN_RESIDENCE_PERMIT],
    documents: { zh: "居住证或居住证明", en: "a residence permit or proof" },
  },
  DELEGATE: { types: [], documents: MAINLAND_ID },
  REFUSED: { types: [], documents: MAINLAND_ID },
};

/** Where the holder of a document comes from; null = it is a mainland ID, or no person's document. */
export function regionOfDocument(idType: number): Text | null {
  return REGIONS.get(idType) ?? null;
}

/** Whether a policy takes a document; under PERMIT any, once a proof of residence lies beside it. */
export function acceptsDocument(policy: Policy, idType: number, hasResidenceProof: boolean): boolean {
  return POLICIES[policy].types.includes(idType) || (policy === "PERMIT" && hasResidenceProof);
}

/** What a policy asks for, for the message to the customer. */
export function askedDocuments(policy: Policy): Text {
  return POLICIES[policy].documents;
}
