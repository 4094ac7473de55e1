import type { Application } from "#shared/domain/filing/application";
import type { MatchMark } from "#shared/domain/privacy/match";
import { entitySection } from "./entity-section";
import { fieldBuilder } from "./field-builder";
import { orderSection } from "./order-section";
import { authenticitySection, materialsSection } from "./proof-sections";
import type { Field, Section } from "./section";
import { serviceSection } from "./service-section";

/** All sections of an order in reading order; empty groups and sections are left out. */
export function sectionsOf(document: Application, kind: string, marks: readonly MatchMark[]): Section[] {
  const field = fieldBuilder(marks);
  const sections = [
    orderSection(document, kind, field),
    entitySection(document, field),
    ...document.services.flatMap((_, index) => serviceSection(document, index, field)),
    materialsSection(document, field),
    authenticitySection(document, field),
  ];
  return sections
    .map((section) => ({ ...section, groups: section.groups.filter((group) => group.fields.length > 0) }))
    .filter((section) => section.groups.length > 0);
}

export function fieldsOf(section: Section): Field[] {
  return section.groups.flatMap((group) => group.fields);
}
