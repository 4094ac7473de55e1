import { INDIVIDUAL_NATURE } from "../../filing/entity";
import type { MaterialKind } from "../../filing/materials";
import { isCreditCodeForm, issuingProvinceOf } from "../../identifiers/credit-code";
import { PERSON_DOCUMENTS } from "../../identifiers/person-number";
import { maskValue, type PersonalKind } from "../../privacy/mask-value";
import { canonicalPersonName, canonicalText } from "../../privacy/normalise";
import { PROVINCES } from "../../provinces/province";
import { provinceOfAddress } from "../../regions/address-region";
import { isKnownRegion, provinceCodeOf, regionName } from "../../regions/region-codes";
import { isUnit, ocrOf } from "../document-view";
import { NOT_GIVEN } from "../param-texts";
import { at } from "../results";
import type { EvidenceRef, ParamValue, Text } from "../rule";
import type { RuleInput } from "../rule-input";

/** What the rules about the sponsor read alike: its certificate, the province of it, and its values for messages. */

/** Authorities of the whole country issue for every province. */
const NATIONAL_AUTHORITY = /^(?:国家|中央|中共中央|国务院|中华人民共和国)/u;

/** The paper that proves the entity: its certificate, of an individual the ID. */
export function certificateKind(input: RuleInput): "ENTITY_CERTIFICATE" | "ERP_ID_FRONT" {
  return isUnit(input) ? "ENTITY_CERTIFICATE" : "ERP_ID_FRONT";
}

export interface Reading {
  readonly value: string;
  readonly path: string;
}

/**
 * What was read of one field off the entity's certificate; several readings when it was handed in more than once. An
 * individual's ID may also have come as the entity certificate.
 */
export function certificateReadings(input: RuleInput, field: "name" | "address" | "issuer"): Reading[] {
  const own = readingsOf(input, certificateKind(input), field);
  return own.length > 0 ? own : readingsOf(input, "ENTITY_CERTIFICATE", field);
}

function readingsOf(input: RuleInput, kind: MaterialKind, field: "name" | "address" | "issuer"): Reading[] {
  return ocrOf(input, kind).flatMap(({ fields, path }) => {
    const value = fields[field];
    return value && !isNoName(value) ? [{ value, path: `${path}.${field}` }] : [];
  });
}

/** `*`, `***`, `无`: what a sole trader's licence says where others have a name. */
export function isNoName(name: string): boolean {
  return /^(?:\*+|-+|\/|无|无字号|无名称)$/u.test(canonicalText(name));
}

/**
 * Whether the name in the form is the one on a document. In Zhejiang a sole trader without trade name writes
 * 个体工商户 after the own name, which no document has.
 */
export function sameName(input: RuleInput, written: string, documented: string): boolean {
  if (!isUnit(input)) return canonicalPersonName(written) === canonicalPersonName(documented);
  const plain = canonicalText(written);
  const wanted = canonicalText(documented);
  return plain === wanted || (input.province.id === "ZJ" && plain === `${wanted}(个体工商户)`);
}

/** A province and where it is seen. */
export interface ProvinceSeen {
  readonly code: string;
  readonly evidence: EvidenceRef;
}

/**
 * Province whose authority issued a unit's certificate: characters 3 and 4 of the unified code, else the
 * issuer on the certificate, else the address on it. Null when a national authority issued it or nothing tells.
 */
export function issuingProvince(input: RuleInput): ProvinceSeen | null {
  const { certNumber } = input.application.entity;
  if (isCreditCodeForm(certNumber)) {
    const code = issuingProvinceOf(certNumber);
    if (code === null) return null;
    if (isKnownRegion(code)) return { code, evidence: at("entity.certNumber") };
  }
  const issuers = certificateReadings(input, "issuer");
  if (issuers.some(({ value }) => NATIONAL_AUTHORITY.test(value.trim()))) return null;
  return firstProvince(issuers) ?? firstProvince(certificateReadings(input, "address"));
}

function firstProvince(readings: readonly Reading[]): ProvinceSeen | null {
  for (const { value, path } of readings) {
    const code = provinceOfAddress(value);
    if (code !== null) return { code, evidence: at(path) };
  }
  return null;
}

/** Province of a person's ID: the address read off it, else an address the form states, else the resident number. */
export function idProvince(
  addresses: readonly Reading[],
  number: { readonly type: number; readonly value: string; readonly path: string } | null,
): ProvinceSeen | null {
  const seen = firstProvince(addresses);
  if (seen !== null || number === null || number.type !== PERSON_DOCUMENTS.RESIDENT_ID) return seen;
  const code = provinceCodeOf(number.value);
  return isKnownRegion(code) ? { code, evidence: at(number.path) } : null;
}

/** A value of the entity for a message: masked when the entity is a person, and never blank. */
export function shown(input: RuleInput, kind: PersonalKind, value: string | null | undefined): ParamValue {
  if (value == null || value.trim() === "") return NOT_GIVEN;
  return input.application.entity.nature === INDIVIDUAL_NATURE ? maskValue(kind, value) : value;
}

/** A certificate number for a message; always masked, and never blank. */
export function maskedNumber(certNumber: string): ParamValue {
  return certNumber === "" ? NOT_GIVEN : maskValue("ID_NUMBER", certNumber);
}

/** The name of a province in both languages. */
export function provinceText(code: string): Text {
  const province = PROVINCES.find(({ adcode }) => adcode === code);
  if (province !== undefined) return { zh: province.zh, en: province.en };
  const name = regionName(code) ?? code;
  return { zh: name, en: name };
}
