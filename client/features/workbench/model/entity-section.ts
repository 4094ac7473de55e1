import type { Application } from "#shared/domain/filing/application";
import type { FieldBuilder } from "./field-builder";
import { paperFields } from "./papers";
import { personGroup } from "./person-group";
import { coded, period, type Section, type Shown, text } from "./section";

const CERTIFICATE = ["ENTITY_CERTIFICATE"] as const;

/** The sponsor, 主体, beside its certificate, the companies' registry and the filed record. */
export function entitySection(document: Application, field: FieldBuilder): Section {
  const { entity, evidence } = document;
  const registry = evidence?.companyRegistry;
  const filed = evidence?.filedRecord?.entity;
  const paper = paperFields(document, CERTIFICATE, null);
  const papers = [...CERTIFICATE];
  return {
    id: "entity",
    title: "entity",
    n: null,
    groups: [
      {
        id: "entity",
        title: "entity",
        fields: [
          ...field("entity.region", regionOf(entity.region)),
          ...field("entity.nature", coded("nature", entity.nature)),
          ...field("entity.name", text(entity.name), {
            papers,
            evidence: [
              ["OCR", text(paper?.name)],
              ["REGISTRY", text(registry?.name)],
              ["FILED", text(filed?.name)],
            ],
          }),
          ...field("entity.certType", coded("certType", entity.certType), { papers }),
          ...field("entity.certNumber", text(entity.certNumber), {
            papers,
            evidence: [
              ["OCR", text(paper?.certNumber || paper?.idNumber)],
              ["REGISTRY", text(registry?.certNumber)],
              ["FILED", text(filed?.certNumber)],
            ],
          }),
          ...field("entity.certAddress", text(entity.certAddress), {
            papers,
            evidence: [
              ["OCR", text(paper?.address)],
              ["FILED", text(filed?.certAddress)],
            ],
          }),
          ...field("entity.contactAddress", text(entity.contactAddress), {
            evidence: [["FILED", text(filed?.contactAddress)]],
          }),
          ...field("entity.certValidTo", period(entity.certValidFrom, entity.certValidTo), {
            papers,
            alsoMarks: ["entity.certValidFrom"],
            evidence: [["OCR", period(paper?.validFrom, paper?.validTo)]],
          }),
          ...field("entity.filingNumber", text(entity.filingNumber), {
            onlyIfGiven: true,
            evidence: [["MIIT", text(evidence?.miitRegistry?.entityFilingNumber)]],
          }),
          ...field("entity.investor", text(entity.investor), { onlyIfGiven: true }),
          ...field("entity.remark", text(entity.remark), { onlyIfGiven: true }),
        ],
      },
      registryGroup(document, field),
      personGroup({ document, person: entity.responsiblePerson ?? {}, serviceIndex: null, field }),
    ],
  };
}

function registryGroup(document: Application, field: FieldBuilder) {
  const registry = document.evidence?.companyRegistry;
  const fact = { flaggable: false, onlyIfGiven: true };
  return {
    id: "registry",
    title: "registry",
    fields: [
      ...field("evidence.companyRegistry.status", text(registry?.status), fact),
      ...field("evidence.companyRegistry.entityKind", text(registry?.entityKind), fact),
      ...field("evidence.companyRegistry.legalRepresentative", text(registry?.legalRepresentative), fact),
      ...field("evidence.companyRegistry.businessScope", text(registry?.businessScope), fact),
    ],
  };
}

function regionOf(region: Application["entity"]["region"]): Shown {
  const rest = [region.cityCode, region.countyCode].filter(Boolean).join(" / ");
  return { as: "province", code: region.provinceCode, rest };
}
