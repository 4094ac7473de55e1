import type { FindingView, QuestionView } from "#shared/contract/staff-review";
import type { Text } from "#shared/domain/rules/rule";
import { fieldFor } from "../model/place-of";
import type { Field, Section } from "../model/section";
import { fieldsOf } from "../model/sections-of";

/** One point that a person has to look at: a question, or a rule whose evidence is not there. */
export interface ChecklistItem {
  /** As the draft keeps it: `ruleId fieldPath`. */
  readonly key: string;
  readonly kind: "QUESTION" | "UNCHECKED";
  readonly ruleId: string;
  readonly fieldPath: string;
  readonly text: Text;
  readonly title: Text;
  readonly source: string;
  /** A machine saw a sign against it. */
  readonly hinted: boolean;
  readonly evidence: QuestionView["evidence"];
  /** Inputs that were not there; of a question none. */
  readonly missing: readonly string[];
  readonly lookAt: readonly string[];
}

/** Everything the machine leaves to the person: hinted questions first, the others, then what it could not check. */
export function checklistOf(
  questions: readonly QuestionView[],
  findings: readonly FindingView[],
): ChecklistItem[] {
  const asked = questions.map(questionItem);
  const unchecked = findings.filter(({ state }) => state === "CANNOT_CHECK").map(uncheckedItem);
  return [
    ...asked.filter(({ hinted }) => hinted),
    ...asked.filter(({ hinted }) => !hinted),
    // One rule may ask and miss its evidence at one place: one tick answers both.
    ...unchecked.filter(({ key }) => !asked.some((item) => item.key === key)),
  ];
}

export function openItems(items: readonly ChecklistItem[], checked: readonly string[]): ChecklistItem[] {
  return items.filter(({ key }) => !checked.includes(key));
}

function questionItem(view: QuestionView): ChecklistItem {
  const { ruleId, fieldPath, question, title, source, hinted, evidence, lookAt } = view;
  const key = `${ruleId} ${fieldPath}`;
  const common = { key, ruleId, fieldPath, title, source, hinted, evidence, lookAt };
  return { ...common, kind: "QUESTION", text: question, missing: [] };
}

function uncheckedItem({ ruleId, fieldPath, title, source, evidence, missing }: FindingView): ChecklistItem {
  const key = `${ruleId} ${fieldPath}`;
  const common = { key, ruleId, fieldPath, title, source, evidence, missing };
  return { ...common, kind: "UNCHECKED", text: title, hinted: false, lookAt: [] };
}

const MATERIAL = /^materials(?:\.|\[(?:kind=)?)([A-Z_]+)\]?/;
const SERVICE = /^services\[(\d+)\]/;
const PERSON = /^.*\.responsiblePerson/;

/**
 * The fields to look at before answering: the place itself, then what the rule names (`services[].domains[]`, a kind
 * of material) as far as it stands on the page. A question about one service or one person leads to no other one.
 */
export function placesToLook(
  { fieldPath, lookAt }: Pick<ChecklistItem, "fieldPath" | "lookAt">,
  sections: readonly Section[],
): Field[] {
  const own = fieldFor(fieldPath, sections);
  const service = SERVICE.exec(fieldPath)?.[1];
  const person = PERSON.exec(fieldPath)?.[0];
  const others = ({ path }: Field) => person !== undefined && PERSON.test(path) && !path.startsWith(person);
  const fields = sections.flatMap(fieldsOf).filter((field) => !others(field));
  const named = lookAt.flatMap((pattern) => fields.filter((field) => matches(field, pattern, service)));
  return [...new Set([...(own === null ? [] : [own]), ...named])];
}

function matches(field: Field, pattern: string, service: string | undefined): boolean {
  const kind = MATERIAL.exec(pattern)?.[1];
  if (kind !== undefined) {
    return field.path.startsWith("materials[") && field.papers.some((paper) => paper === kind);
  }
  const other = SERVICE.exec(field.path)?.[1];
  if (service !== undefined && other !== undefined && other !== service) return false;
  const plain = pattern.replace(/\[\]/g, "");
  const path = field.path.replace(/\[\d+\]/g, "");
  return plain === path || plain.startsWith(`${path}.`);
}
