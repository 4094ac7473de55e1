import { imageEvidence, isUnit, type MaterialAt, materialsOf, ocrOf, statedPersons } from "../document-view";
import { monthsLater } from "../person/months-later";
import { at, cannotCheck, fact, violated } from "../results";
import type { RuleResult } from "../rule";
import type { RuleInput } from "../rule-input";
import { certificateReadings, idProvince, type ProvinceSeen } from "./entity-view";

const ID_ADDRESS = "evidence.ocr[materialKind=ERP_ID_FRONT].fields.address";
/** Of `images[].documentKind`: nobody recognised the paper. */
const UNRECOGNISED = "OTHER";

/** Province of the ID of the individual who files; null when nothing tells. */
export function filerIdProvince(input: RuleInput): ProvinceSeen | null {
  const { certAddress, certType, certNumber } = input.application.entity;
  const stated = certAddress ? [{ value: certAddress, path: "entity.certAddress" }] : [];
  return idProvince([...certificateReadings(input, "address"), ...stated], {
    type: certType,
    value: certNumber,
    path: "entity.certNumber",
  });
}

/**
 * R-030 where residence proofs may be asked for: somebody's ID is of another province, and no proof of an accepted
 * kind, valid for as long as the province asks, is among the materials.
 */
export function judgeResidenceProof(input: RuleInput): RuleResult[] {
  const { individualPolicy, residenceProof } = input.province.switches;
  const homes = isUnit(input) ? personHomes(input) : [filerIdProvince(input)];
  const filedIn = input.application.entity.region.provinceCode;
  const away = homes.find((home) => home !== null && home.code !== filedIn) ?? null;
  if (away === null && !homes.includes(null)) return [];

  const proofs = materialsOf(input, "RESIDENCE_PROOF").map((proof) => ({
    proof,
    accepted: isAccepted(input, proof),
  }));
  if (proofs.some(({ accepted }) => accepted === true)) return [];
  if (away === null) return [cannotCheck("entity.certAddress", ID_ADDRESS)];
  if (individualPolicy === null) return [cannotCheck("entity.certAddress", "province.individualPolicy")];
  const unknown = proofs.find(({ accepted }) => accepted === null);
  if (unknown !== undefined) return [cannotCheck(unknown.proof.path, "evidence.images[].documentKind")];
  return [
    violated(proofs[0]?.proof.path ?? "materials", { province: input.province.name }, [
      at("entity.region.provinceCode"),
      away.evidence,
      fact("province.individualPolicy", individualPolicy),
      fact("province.residenceProof.kinds", residenceProof?.kinds.join(", ") ?? null),
    ]),
  ];
}

function personHomes(input: RuleInput): (ProvinceSeen | null)[] {
  return statedPersons(input).map(({ role, person, path, serviceIndex }) =>
    idProvince(
      role === "ERP"
        ? idAddresses(input, "ERP_ID_FRONT")
        : idAddresses(input, "SRP_ID_FRONT", serviceIndex ?? undefined),
      { type: person.idType ?? 0, value: person.idNumber ?? "", path: `${path}.idNumber` },
    ),
  );
}

function idAddresses(input: RuleInput, kind: "ERP_ID_FRONT" | "SRP_ID_FRONT", serviceIndex?: number) {
  return ocrOf(input, kind, serviceIndex).flatMap(({ fields, path }) =>
    fields.address ? [{ value: fields.address, path: `${path}.address` }] : [],
  );
}

/** Whether the province takes this proof; null when nobody recognised what it is. */
function isAccepted(input: RuleInput, { material }: MaterialAt): boolean | null {
  const asked = input.province.switches.residenceProof;
  const { today } = input;
  const validTo = ocrOf(input, "RESIDENCE_PROOF").flatMap(({ fields }) => fields.validTo ?? []);
  const leastDay = monthsLater(today, asked?.minMonthsLeft ?? 0);
  if (validTo.length > 0 && validTo.every((day) => day < leastDay)) return false;
  if (asked === null) return true;
  const kind = imageEvidence(input, material.sha256)?.image.documentKind;
  return kind == null || kind === UNRECOGNISED ? null : asked.kinds.includes(kind);
}
