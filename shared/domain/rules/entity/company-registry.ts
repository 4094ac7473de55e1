import { embeddedOrganisationCode, isCreditCodeForm } from "../../identifiers/credit-code";
import { plainOrganisationCode } from "../../identifiers/organisation-code";
import { maskValue } from "../../privacy/mask-value";
import { canonicalPersonName, canonicalText } from "../../privacy/normalise";
import { NOT_GIVEN, stated } from "../param-texts";
import { at, cannotCheck, violated } from "../results";
import type { ParamValue, RuleResult } from "../rule";
import type { RuleInput } from "../rule-input";
import { isNoName, maskedNumber, sameName, shown } from "./entity-view";
import { sameNumber } from "./replacement";

const NAME = "entity.name";
const NUMBER = "entity.certNumber";
const LEGAL_REPRESENTATIVE = "entity.responsiblePerson.isLegalRepresentative";

/** Words that make a status abnormal whatever else it says: `存续（经营异常）`. */
const TROUBLE = /异常|注销|吊销|撤销|歇业|停业|清算|迁出|严重违法/u;

/** Whether a registry's status is normal: `存续`, and also the long form `存续（在营、开业、在册）`. */
export function isNormalStatus(status: string, normal: readonly string[]): boolean {
  const plain = canonicalText(status);
  const head = plain.split(/[(、,，/]/u)[0] ?? "";
  return normal.some((word) => {
    const wanted = canonicalText(word);
    return plain === wanted || (head === wanted && !TROUBLE.test(plain));
  });
}

/** where name, number or legal representative differ from the company registry. */
export function registryDifferences(input: RuleInput): RuleResult[] {
  const registry = input.application.evidence?.companyRegistry;
  if (!registry) return [cannotCheck(NAME, "evidence.companyRegistry")];
  return [
    ...nameDifference(input, registry.name),
    ...numberDifference(input, registry.certNumber),
    ...representativeDifference(input, registry.legalRepresentative),
  ];
}

type Registered = string | null | undefined;

function nameDifference(input: RuleInput, registered: Registered): RuleResult[] {
  const { name } = input.application.entity;
  if (!registered || isNoName(registered)) return [cannotCheck(NAME, "evidence.companyRegistry.name")];
  if (sameName(input, name, registered)) return [];
  return [difference(NAME, shown(input, "PERSON_NAME", name), registered, "name")];
}

function numberDifference(input: RuleInput, registered: Registered): RuleResult[] {
  const { certNumber } = input.application.entity;
  if (!registered) return [cannotCheck(NUMBER, "evidence.companyRegistry.certNumber")];
  if (sameNumber(certNumber, registered) || isOrganisationCodeOf(certNumber, registered)) return [];
  return [difference(NUMBER, maskedNumber(certNumber), maskedNumber(registered), "certNumber")];
}

/** An organisation code certificate shows characters 9 to 17 of the registered unified code. */
function isOrganisationCodeOf(certNumber: string, registered: string): boolean {
  return (
    isCreditCodeForm(registered) && plainOrganisationCode(certNumber) === embeddedOrganisationCode(registered)
  );
}

function representativeDifference(input: RuleInput, registered: Registered): RuleResult[] {
  const erp = input.application.entity.responsiblePerson;
  if (erp?.isLegalRepresentative !== true) return [];
  if (!registered) {
    return [cannotCheck(LEGAL_REPRESENTATIVE, "evidence.companyRegistry.legalRepresentative")];
  }
  const name = erp.name ?? "";
  if (canonicalPersonName(name) === canonicalPersonName(registered)) return [];
  const actual: ParamValue = name === "" ? NOT_GIVEN : maskValue("PERSON_NAME", name);
  const expected = maskValue("PERSON_NAME", registered);
  return [difference(LEGAL_REPRESENTATIVE, actual, expected, "legalRepresentative")];
}

function difference(
  place: string,
  actual: ParamValue,
  expected: ParamValue,
  field: "name" | "certNumber" | "legalRepresentative",
): RuleResult {
  const formPlace = field === "legalRepresentative" ? "entity.responsiblePerson.name" : place;
  const params = { actual: neverBlank(actual), expected: neverBlank(expected) };
  return violated(place, params, [at(formPlace), at(`evidence.companyRegistry.${field}`)]);
}

/** A value of nothing but blanks differs too, and still needs a word. */
function neverBlank(value: ParamValue): ParamValue {
  return typeof value === "string" ? stated(value) : value;
}
