import type { Text } from "./rule";

/** Texts that rules put into the params of a violation. None of them is ever blank. */

/** Stands where the customer left a place empty. */
export const NOT_GIVEN: Text = { zh: "（未填写）", en: "(not given)" };

/** A value of the form as it stands there; a word for "nothing" where the customer left it empty. */
export function stated(value: string | null | undefined): string | Text {
  return value && value.trim() !== "" ? value : NOT_GIVEN;
}

/** Several texts as one list; null when there are none. */
export function listed(texts: readonly Text[]): Text | null {
  if (texts.length === 0) return null;
  return { zh: texts.map(({ zh }) => zh).join("、"), en: texts.map(({ en }) => en).join(", ") };
}
