import { dateOfDay } from "../calendar-days";
import { withWrongCheck } from "../checksums";
import { formerName } from "../company-names";
import type { Draft } from "../draft";
import { certificateNumber, officeAddress } from "../entity";
import {
  both,
  type Defect,
  filesEntity,
  found,
  isCompany,
  isUnit,
  outside,
  type Planted,
  paperOf,
  typeIn,
} from "./defect";

/** Writes another certificate number wherever the order and its evidence name the entity's. */
function renumber(draft: Draft, number: string): void {
  const former = draft.entity.certNumber;
  draft.entity.certNumber = number;
  if (draft.company !== null) draft.company.certNumber = number;
  for (const domain of draft.domains)
    if (domain.holderCertNumber === former) domain.holderCertNumber = number;
  const ocr = paperOf(draft, "ENTITY_CERTIFICATE")?.ocr;
  if (ocr != null) ocr.certNumber = number;
}

/** Faults of the entity's certificate and of what the registry says about it (group ENT, first half). */
export const CERTIFICATE_DEFECTS: readonly Defect[] = [
  {
    id: "name-not-as-on-certificate",
    touches: ["certificate", "name"],
    suits: (shape) => isUnit(shape) && (filesEntity(shape) || shape.kind.type === "CLAIM"),
    plant: (draft) => {
      const ocr = paperOf(draft, "ENTITY_CERTIFICATE")?.ocr;
      if (ocr?.name === undefined) return [];
      ocr.name = ocr.name.endsWith("有限公司")
        ? ocr.name.replace("有限公司", "有限责任公司")
        : `${ocr.name}总部`;
      return [found("R-021", "entity.name")];
    },
  },
  {
    id: "certificate-type-of-another-nature",
    touches: ["certificate type", "domain"],
    suits: both(typeIn("FIRST_FILING"), (shape) => shape.nature === "ENTERPRISE"),
    plant: ({ entity, domains }) => {
      const societyCertificate = 6;
      entity.certType = societyCertificate;
      for (const domain of domains)
        if (domain.holderRelation === "ENTITY") domain.holderCertType = societyCertificate;
      return [found("R-022", "entity.certType")];
    },
  },
  {
    id: "credit-code-mistyped",
    touches: ["certificate number", "domain", "company"],
    suits: both(typeIn("FIRST_FILING"), isCompany, outside("NX", "XZ")),
    plant: ({ entity, domains, services }) => {
      entity.certNumber = withWrongCheck(entity.certNumber);
      const heldByUnit = (domain: string) =>
        domains.some((record) => record.domain === domain && record.holderRelation === "ENTITY");
      const holders = services.flatMap((service, i) =>
        service.domains.flatMap((domain, k): Planted[] =>
          heldByUnit(domain) ? [found("R-096", `services[${i}].domains[${k}]`)] : [],
        ),
      );
      return [found("R-023", "entity.certNumber"), found("R-026", "entity.certNumber"), ...holders];
    },
  },
  {
    id: "old-registration-number",
    touches: ["certificate number", "domain", "company", "certificate"],
    suits: both(typeIn("FIRST_FILING"), isCompany),
    plant: (draft) => {
      const serial = String(draft.order.stream("registration").int(10 ** 8)).padStart(8, "0");
      renumber(draft, `${draft.entity.region.countyCode}${serial}${Number(serial) % 10}`);
      return [found("R-024", "entity.certNumber")];
    },
  },
  {
    id: "business-status-abnormal",
    touches: ["company status"],
    suits: both(filesEntity, isCompany),
    plant: ({ company, order }) => {
      if (company === null) return [];
      company.status = order.stream("status").pick(["经营异常", "吊销，未注销", "注销", "歇业"]);
      return [found("R-025", "entity.certNumber")];
    },
  },
  {
    id: "name-not-as-in-registry",
    touches: ["company", "name"],
    suits: both(filesEntity, isCompany),
    plant: ({ company, brand }) => {
      if (company === null) return [];
      company.name = formerName(company.name, brand);
      return [found("R-026", "entity.name")];
    },
  },
  {
    id: "certificate-expired",
    touches: ["certificate validity"],
    suits: both(filesEntity, isUnit),
    plant: (draft) => {
      const expired = dateOfDay(draft.order.today - 10 - draft.order.stream("expired").int(200));
      draft.entity.certValidTo = expired;
      if (draft.filed !== null) draft.filed.entity.certValidTo = expired;
      const ocr = paperOf(draft, "ENTITY_CERTIFICATE")?.ocr;
      if (ocr != null) ocr.validTo = expired;
      return [found("R-027", "entity.certValidTo")];
    },
  },
  {
    id: "certificate-of-another-province",
    touches: ["region", "certificate number", "contact address"],
    suits: both(typeIn("FIRST_FILING"), isUnit),
    bend: (shape) => {
      shape.issuingProvince = shape.province.id === "ZJ" ? "320000" : "330000";
    },
    plant: () => [found("R-028", "entity.region.provinceCode"), found("R-032", "entity.contactAddress")],
  },
  {
    id: "address-not-as-on-certificate",
    touches: ["certificate", "cert address"],
    suits: both(filesEntity, isUnit),
    plant: (draft) => {
      const ocr = paperOf(draft, "ENTITY_CERTIFICATE")?.ocr;
      if (ocr?.address === undefined) return [];
      const other = officeAddress(draft.order.stream("certificate address"), draft.place);
      ocr.address = other === draft.entity.certAddress ? `${other.slice(0, -1)}6室` : other;
      return [found("R-031", "entity.certAddress")];
    },
  },
  {
    id: "entity-replaced",
    touches: ["certificate number", "filed"],
    suits: (shape) =>
      typeIn("CHANGE_ENTITY", "CHANGE_BOTH")(shape) &&
      isUnit(shape) &&
      shape.province.replaceCompany !== true,
    plant: (draft) => {
      if (draft.filed === null) return [];
      draft.filed.entity.certNumber = certificateNumber(draft.order, draft.shape, draft.place, 5);
      return [found("R-041", "entity.certNumber")];
    },
  },
  {
    id: "new-name-without-proof",
    touches: ["name", "changes", "filed"],
    suits: (shape) =>
      typeIn("CHANGE_ENTITY", "CHANGE_BOTH")(shape) &&
      isUnit(shape) &&
      !NO_PROOF_LISTED.includes(shape.province.id),
    bend: (shape) => {
      shape.changes.splice(0, 1, "NAME");
    },
    bendStays: true,
    plant: (draft) => {
      const at = draft.papers.findIndex((paper) => paper.kind === "NAME_CHANGE_PROOF");
      if (at < 0) return [];
      draft.papers.splice(at, 1);
      return [found("R-040", "materials")];
    },
  },
];

/** Provinces whose list of papers does not name the proof, so that its absence might be read either way. */
const NO_PROOF_LISTED = [
  "HE",
  "SX",
  "NM",
  "JL",
  "HL",
  "AH",
  "HN",
  "GD",
  "HI",
  "GZ",
  "YN",
  "XZ",
  "GS",
  "QH",
  "NX",
  "XJ",
];
