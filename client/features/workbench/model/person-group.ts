import type { Application } from "#shared/domain/filing/application";
import type { MaterialKind } from "#shared/domain/filing/materials";
import type { EntityPerson } from "#shared/domain/filing/person";
import type { FieldBuilder } from "./field-builder";
import { paperFields } from "./papers";
import { answer, coded, type Field, type Group, period, type Shown, text } from "./section";

interface Input {
  document: Application;
  person: EntityPerson;
  /** Null for the ERP; the service's index for an SRP. */
  serviceIndex: number | null;
  field: FieldBuilder;
}

const ERP_PAPERS: readonly MaterialKind[] = ["ERP_ID_FRONT", "ERP_ID_BACK"];
const SRP_PAPERS: readonly MaterialKind[] = ["SRP_ID_FRONT", "SRP_ID_BACK"];

/** A responsible person beside his ID card, the filed record and what is known of his phone. */
export function personGroup({ document, person, serviceIndex, field }: Input): Group {
  const owner = serviceIndex === null ? "entity" : `services[${serviceIndex}]`;
  const path = `${owner}.responsiblePerson`;
  const papers = serviceIndex === null ? ERP_PAPERS : SRP_PAPERS;
  const paper = paperFields(document, papers, serviceIndex);
  const filed = filedPerson(document, serviceIndex);
  const common = { papers, serviceIndex };
  return {
    id: path,
    title: serviceIndex === null ? "erp" : "srp",
    fields: [
      ...field(`${path}.name`, text(person.name), {
        ...common,
        evidence: [
          ["OCR", text(paper?.name)],
          ["FILED", text(filed?.name)],
        ],
      }),
      ...field(`${path}.idType`, coded("certType", person.idType), common),
      ...field(`${path}.idNumber`, text(person.idNumber), {
        ...common,
        evidence: [
          ["OCR", text(paper?.idNumber || paper?.certNumber)],
          ["FILED", text(filed?.idNumber)],
        ],
      }),
      ...field(`${path}.idValidTo`, period(person.idValidFrom, person.idValidTo), {
        ...common,
        alsoMarks: [`${path}.idValidFrom`],
        evidence: [["OCR", period(paper?.validFrom, paper?.validTo)]],
      }),
      ...legalRepresentative(document, person, path, field),
      ...contacts({ document, person, serviceIndex, field }, path, filed),
    ],
  };
}

function contacts(
  { document, person, field, serviceIndex }: Input,
  path: string,
  filed: EntityPerson | null,
): Field[] {
  const rare = { onlyIfGiven: true, serviceIndex };
  return [
    ...field(`${path}.mobile`, text(person.mobile), {
      serviceIndex,
      evidence: [
        ["PHONE", phoneProvince(document, person.mobile)],
        ["FILED", text(filed?.mobile)],
      ],
    }),
    ...field(`${path}.emergencyPhone`, text(person.emergencyPhone), {
      serviceIndex,
      evidence: [["FILED", text(filed?.emergencyPhone)]],
    }),
    ...field(`${path}.emergencyContactName`, text(person.emergencyContactName), rare),
    ...field(`${path}.emergencyContactRelation`, text(person.emergencyContactRelation), rare),
    ...field(`${path}.landline`, text(person.landline), rare),
    ...field(`${path}.email`, text(person.email), {
      serviceIndex,
      evidence: [["FILED", text(filed?.email)]],
    }),
  ];
}

function legalRepresentative(
  document: Application,
  person: EntityPerson,
  path: string,
  field: FieldBuilder,
): Field[] {
  const licence = paperFields(document, ["ENTITY_CERTIFICATE"], null);
  return field(`${path}.isLegalRepresentative`, answer(person.isLegalRepresentative), {
    onlyIfGiven: true,
    papers: ["ENTITY_CERTIFICATE"],
    evidence: [
      ["OCR", text(licence?.legalRepresentative)],
      ["REGISTRY", text(document.evidence?.companyRegistry?.legalRepresentative)],
    ],
  });
}

function filedPerson(document: Application, serviceIndex: number | null): EntityPerson | null {
  const filed = document.evidence?.filedRecord;
  if (serviceIndex === null) return filed?.entity.responsiblePerson ?? null;
  const number = document.services[serviceIndex]?.filingNumber;
  const person = filed?.services.find(
    (one) => one.filingNumber && one.filingNumber === number,
  )?.responsiblePerson;
  return (person?.sameAsEntity ? filed?.entity.responsiblePerson : person) ?? null;
}

/** Where the number is registered. Masked numbers find themselves: both sides are masked alike. */
function phoneProvince(document: Application, mobile: string | null | undefined): Shown {
  const found = document.evidence?.phones?.find((one) => one.phone === mobile);
  return coded("province", found?.provinceCode);
}
