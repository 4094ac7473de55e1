import type { Application } from "#shared/domain/filing/application";
import type { FieldBuilder } from "./field-builder";
import { answer, coded, type Field, list, type Section, text } from "./section";

/** What is asked for: type, target, reason, and what the ministry's registry knows of the entity. */
export function orderSection(document: Application, kind: string, field: FieldBuilder): Section {
  const { target, transfer } = document;
  const rare = { onlyIfGiven: true };
  return {
    id: "order",
    title: "order",
    n: null,
    groups: [
      {
        id: "order",
        title: "order",
        fields: [
          ...field("filingType", coded("kind", kind.replace("/", "_"))),
          ...field("accountId", text(document.accountId), { flaggable: false }),
          ...field("channel", text(document.channel), { ...rare, flaggable: false }),
          ...field("target.entityFilingNumber", text(target?.entityFilingNumber), rare),
          ...field("target.serviceFilingNumbers", list((target?.serviceFilingNumbers ?? []).map(text)), rare),
          ...field("transfer.toAccountId", text(transfer?.toAccountId), rare),
          ...field("transfer.scope", coded("transferScope", transfer?.scope), rare),
          ...field("reason", text(document.reason), rare),
        ],
      },
      { id: "miit", title: "miit", fields: registryFacts(document, field) },
    ],
  };
}

function registryFacts(document: Application, field: FieldBuilder): Field[] {
  const miit = document.evidence?.miitRegistry;
  if (!miit) return [];
  const fact = { flaggable: false, onlyIfGiven: true };
  return [
    ...field("evidence.miitRegistry.entityFiled", answer(miit.entityFiled), fact),
    ...field("evidence.miitRegistry.entityFilingNumber", text(miit.entityFilingNumber), fact),
    ...field("evidence.miitRegistry.servicesTotal", text(miit.servicesTotal), fact),
    ...field("evidence.miitRegistry.domainsFiled", list((miit.domainsFiled ?? []).map(text)), fact),
    ...field("evidence.miitRegistry.entityReviewElsewhere", answer(miit.entityReviewElsewhere), fact),
  ];
}
