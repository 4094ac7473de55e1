import { dateOfDay, yearsLater } from "../calendar-days";
import { withWrongCheck } from "../checksums";
import type { Draft } from "../draft";
import type { Paper } from "../papers";
import { contactName, type Human } from "../people";
import {
  both,
  type Defect,
  editsContacts,
  filesEntity,
  filesServices,
  found,
  hasOneService,
  hasOwnSrp,
  inProvince,
  isFull,
  isMainlander,
  isPerson,
  isUnit,
  opensServices,
  type Planted,
  paperOf,
  typeIn,
  withoutPaper,
} from "./defect";

const ERP = "entity.responsiblePerson";
const SRP = "services[0].responsiblePerson";

/** The pictures of one side of a person's ID, in each role the person has. */
function sidesOf(draft: Draft, side: "FRONT" | "BACK", role: "ERP" | "SRP"): Paper[] {
  const wanted =
    role === "ERP" && draft.srp === null ? [`ERP_ID_${side}`, `SRP_ID_${side}`] : [`${role}_ID_${side}`];
  return draft.papers.filter((paper) => wanted.includes(paper.kind));
}

function expireSoon(draft: Draft, human: Human, role: "ERP" | "SRP", path: string): Planted[] {
  const rng = draft.order.stream(`expiry ${role}`);
  const validTo = dateOfDay(draft.order.today + rng.pick([-40, -5, 20, 45, 60]));
  human.idValidTo = validTo;
  human.idValidFrom = yearsLater(validTo, -20);
  for (const { ocr } of sidesOf(draft, "BACK", role)) {
    if (ocr === null) continue;
    ocr.validTo = validTo;
    ocr.validFrom = human.idValidFrom;
  }
  const filed = role === "ERP" ? draft.filed?.entity.responsiblePerson : undefined;
  if (filed != null) Object.assign(filed, { idValidTo: validTo, idValidFrom: human.idValidFrom });
  return [found("R-047", `${path}.idValidTo`)];
}

/** Faults of who the responsible persons are and of their documents (group ERP, first half). */
export const PERSON_DEFECTS: readonly Defect[] = [
  {
    id: "erp-not-legal-representative",
    touches: ["erp", "company", "certificate"],
    suits: (shape) =>
      editsContacts(shape) &&
      isUnit(shape) &&
      isMainlander(shape) &&
      !POLICY_ALLOWS_OTHERS.includes(shape.province.id) &&
      shape.province.srpLetter !== true,
    plant: (draft) => {
      const ocr = paperOf(draft, "ENTITY_CERTIFICATE")?.ocr;
      if (draft.company === null || ocr == null) return [];
      const other = contactName(draft.order, 9);
      if (other === draft.erp.name) return [];
      draft.erp.isLegalRepresentative = false;
      draft.company.legalRepresentative = other;
      ocr.legalRepresentative = other;
      return [found("R-042", `${ERP}.isLegalRepresentative`)];
    },
  },
  {
    id: "erp-letter-missing",
    touches: ["erp", "srp"],
    rare: true,
    suits: (shape) =>
      filesEntity(shape) &&
      isUnit(shape) &&
      shape.province.delegate === true &&
      !shape.changes.some((item) => item === "LEGAL_REP" || item === "CONTACTS"),
    bend: (shape) => {
      shape.delegate = true;
      if (shape.province.delegateIsSrp === true) shape.sameAsEntity = true;
    },
    bendStays: true,
    plant: (draft) => withoutPaper(draft, "R-043", "ERP_AUTHORIZATION"),
  },
  {
    id: "name-not-as-on-id",
    touches: ["erp", "id front"],
    suits: (shape) =>
      isUnit(shape) &&
      ((filesServices(shape) && hasOwnSrp(shape)) || typeIn("CHANGE_ENTITY", "CLAIM")(shape)),
    plant: (draft) => {
      const ocr = paperOf(draft, "ERP_ID_FRONT")?.ocr;
      if (ocr?.name === undefined) return [];
      ocr.name = ocr.name.endsWith("辉") ? `${ocr.name.slice(0, 1)}晖` : `${ocr.name.slice(0, 1)}辉`;
      return [found("R-045", `${ERP}.name`)];
    },
  },
  {
    id: "srp-number-not-as-on-id",
    touches: ["srp", "id front"],
    suits: both(filesServices, isUnit, hasOwnSrp, hasOneService),
    plant: (draft) => {
      const ocr = paperOf(draft, "SRP_ID_FRONT")?.ocr;
      if (ocr?.idNumber === undefined) return [];
      ocr.idNumber = `${ocr.idNumber.slice(0, 14)}${ocr.idNumber.slice(14, 17) === "888" ? "666" : "888"}${ocr.idNumber.slice(17)}`;
      return [found("R-045", `${SRP}.idNumber`)];
    },
  },
  {
    id: "srp-number-fails-check",
    touches: ["srp", "id front"],
    suits: both(
      typeIn("FIRST_FILING", "ADD_SERVICE", "CHANGE_SERVICE", "CHANGE_BOTH"),
      isUnit,
      hasOwnSrp,
      hasOneService,
    ),
    plant: (draft) => {
      if (draft.srp === null) return [];
      draft.srp.idNumber = withWrongCheck(draft.srp.idNumber);
      for (const { ocr } of sidesOf(draft, "FRONT", "SRP"))
        if (ocr !== null) ocr.idNumber = draft.srp.idNumber;
      return [found("R-046", `${SRP}.idNumber`)];
    },
  },
  {
    id: "erp-id-expires",
    touches: ["erp validity"],
    suits: both(isFull, isUnit, isMainlander),
    plant: (draft) => expireSoon(draft, draft.erp, "ERP", ERP),
  },
  {
    id: "srp-id-expires",
    touches: ["srp validity"],
    suits: both(
      typeIn("FIRST_FILING", "ADD_SERVICE", "CHANGE_SERVICE", "CHANGE_BOTH"),
      isUnit,
      hasOwnSrp,
      hasOneService,
    ),
    plant: (draft) => (draft.srp === null ? [] : expireSoon(draft, draft.srp, "SRP", SRP)),
  },
  {
    id: "under-age",
    touches: ["erp"],
    rare: true,
    suits: (shape) =>
      opensServices(shape) && isPerson(shape) && shape.province.minAge?.individual !== undefined,
    bend: (shape) => {
      shape.erpAge = (shape.province.minAge?.individual ?? 18) - 1;
    },
    plant: () => [found("R-048", `${ERP}.idNumber`)],
  },
  {
    id: "minor-without-employment-proof",
    touches: ["erp"],
    rare: true,
    suits: both(opensServices, isPerson, inProvince("GD", "JS")),
    bend: (shape) => {
      shape.erpAge = 16;
    },
    bendStays: true,
    plant: (draft) => withoutPaper(draft, "R-049", "EMPLOYMENT_PROOF"),
  },
  {
    id: "temporary-id",
    touches: ["erp", "id front"],
    rare: true,
    suits: (shape) =>
      filesServices(shape) &&
      isUnit(shape) &&
      hasOwnSrp(shape) &&
      isMainlander(shape) &&
      shape.province.noTemporaryId === true,
    plant: (draft) => {
      const paper = paperOf(draft, "ERP_ID_FRONT");
      if (paper?.page.form !== "ID_FRONT") return [];
      paper.page = { ...paper.page, temporary: true };
      paper.documentKind = "TEMPORARY_ID_CARD";
      return [found("R-050", `${ERP}.idType`)];
    },
  },
  {
    id: "foreigner-refused",
    touches: ["erp", "srp", "services"],
    rare: true,
    suits: both(opensServices, (shape) => shape.nature === "ENTERPRISE", inProvince("HE"), hasOneService),
    bend: (shape) => {
      shape.foreignDocument = 7;
      shape.sameAsEntity = false;
      shape.delegate = false;
      shape.holderIsErp = false;
    },
    plant: () => [found("R-051", `${ERP}.idType`)],
  },
];

/** Provinces in which somebody else than the legal representative may be named, always or for foreigners. */
const POLICY_ALLOWS_OTHERS = ["JL", "JS", "AH", "HI", "SC", "GS", "SX", "SD"];
