import { canonicalText } from "../../privacy/normalise";
import { type ServiceAt, servicesAt } from "../document-view";
import type { RuleInput } from "../rule-input";
import { SERVICE_CONTENT_NAMES } from "./service-content-names";

/** A word of a list that a text shows. */
export interface WordHit {
  readonly word: string;
  /** Pre-approval type code. */
  readonly type: string;
}

/** The listed pre-approval words that a text contains, letter case and width apart. */
export function preApprovalWordsIn({ lists }: RuleInput, text: string): WordHit[] {
  return Object.entries(lists.preApprovalWords).flatMap(([type, words]) =>
    wordsIn(words, text).map((word) => ({ type, word })),
  );
}

export function wordsIn(words: readonly string[], text: string): string[] {
  const searched = canonicalText(text);
  return searchForms(words)
    .filter(({ form }) => form !== "" && searched.includes(form))
    .map(({ word }) => word);
}

interface SearchForm {
  readonly word: string;
  readonly form: string;
}

const FORMS = new WeakMap<readonly string[], readonly SearchForm[]>();

/** A list's words as they are searched for; worked out once per list. */
function searchForms(words: readonly string[]): readonly SearchForm[] {
  const known = FORMS.get(words);
  if (known !== undefined) return known;
  const forms = words.map((word) => ({ word, form: canonicalText(word) }));
  FORMS.set(words, forms);
  return forms;
}

export interface ShownWords {
  readonly hits: readonly WordHit[];
  /** `services[0].name` or `services[0].serviceContent[1]` */
  readonly path: string;
}

/** What the name and each chosen content of a service show. */
export function shownWords(input: RuleInput, { service, path }: ServiceAt): ShownWords[] {
  const contents = (service.serviceContent ?? []).map((code, place) => ({
    text: SERVICE_CONTENT_NAMES.get(code) ?? "",
    path: `${path}.serviceContent[${place}]`,
  }));
  return [{ text: service.name, path: `${path}.name` }, ...contents].flatMap((shown) => {
    const hits = preApprovalWordsIn(input, shown.text);
    return hits.length > 0 ? [{ hits, path: shown.path }] : [];
  });
}

/** The words that names or contents of the order's services show. */
export function wordsShownByServices(input: RuleInput): Set<string> {
  const shown = servicesAt(input).flatMap((place) => shownWords(input, place));
  return new Set(shown.flatMap(({ hits }) => hits.map(({ word }) => word)));
}
