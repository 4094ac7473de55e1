import { canonicalText } from "../../privacy/normalise";
import { isUnit } from "../document-view";
import { stated } from "../param-texts";
import type { Text } from "../rule";
import type { RuleInput } from "../rule-input";
import { plainName, shortNames } from "./unit-names";

/** A symbol: neither Han, letter (with its marks) nor digit. */
const SYMBOL = /[^\p{Script=Han}\p{L}\p{M}\p{Nd}]/u;

export type NameFault = "TOO_SHORT" | "DIGITS_ONLY" | "LATIN_ONLY" | "SYMBOL";

/** What is wrong with the form of a site's name; none = it is fine. */
export function nameFaults(name: string, minCharacters: number): NameFault[] {
  const faults: [NameFault, boolean][] = [
    ["TOO_SHORT", Array.from(name).length < minCharacters],
    ["DIGITS_ONLY", /^\p{Nd}+$/u.test(name)],
    ["LATIN_ONLY", /^\p{Script=Latin}+$/u.test(name)],
    ["SYMBOL", SYMBOL.test(name)],
  ];
  return faults.flatMap(([fault, found]) => (found ? [fault] : []));
}

/** Listed words that a name contains, blanks and letter case aside. A word of blanks stands for nothing. */
export function wordsIn(name: string, words: readonly string[]): string[] {
  const text = canonicalText(name);
  return words.filter((word) => word.trim() !== "" && text.includes(canonicalText(word)));
}

/** The reserved prefix that a name begins with, or null. */
export function nationalPrefixOf(name: string, prefixes: readonly string[]): string | null {
  const text = canonicalText(name);
  return prefixes.find((prefix) => prefix.trim() !== "" && text.startsWith(canonicalText(prefix))) ?? null;
}

/** The name as a message quotes it. */
export function quoted(name: string): string | Text {
  return stated(name);
}

const FOR_AN_INDIVIDUAL: Text = {
  zh: "能说明内容的中文名称（如“生活随想录”）",
  en: "a Chinese name that tells the content, such as 生活随想录",
};
const FOR_A_UNIT: Text = {
  zh: "单位全称或简称（不少于3个字，不含符号）",
  en: "the unit's full or short name of 3 or more characters without symbols",
};

/** A name that would pass the rules of site names: the unit's own where it would, else in words. */
export function suggestedName(input: RuleInput): string | Text {
  if (!isUnit(input)) return FOR_AN_INDIVIDUAL;
  const { nameRule } = input.province.switches;
  const full = input.application.entity.name;
  const tail = nameRule === "COMPANY_PLUS_OFFICIAL_SITE" ? "官网" : "";
  const candidates = [...shortNames(full), plainName(full)].map((name) => `${name}${tail}`);
  return candidates.find((name) => fits(name, input)) ?? FOR_A_UNIT;
}

const USUAL_MIN_CHARACTERS = 3;

function fits(name: string, { lists }: RuleInput): boolean {
  return (
    nameFaults(name, USUAL_MIN_CHARACTERS).length === 0 &&
    nationalPrefixOf(name, lists.nationalPrefixes) === null &&
    wordsIn(name, lists.sensitiveWords).length === 0
  );
}
