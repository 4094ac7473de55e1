import { maskValue, type PersonalKind } from "./mask-value";

/** A run of characters inside a free text that has the form of a personal value. */
export type TextFragment = { readonly kind: PersonalKind; readonly value: string };

/**
 * Forms looked for in remarks and file names, longest first. Filing numbers (up to ten digits after 备) and
 * credit codes (digits that touch letters) are public and stay.
 */
const FORMS: readonly (readonly [PersonalKind, RegExp])[] = [
  ["EMAIL", /[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/gu],
  ["ID_NUMBER", /(?<![0-9A-Za-z])\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx](?![0-9A-Za-z])/gu],
  ["PHONE", /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/gu],
  ["PHONE", /(?<![\d备])[(（]?0\d{2,3}[)）]?[ -]?\d{7,8}(?:-\d{1,6})?(?!\d)/gu],
  ["ID_NUMBER", /(?<![0-9A-Za-z])\d{11,}(?![0-9A-Za-z])/gu],
  ["ID_NUMBER", /(?<![0-9A-Za-z])[A-Za-z]{1,2}\d{7,10}(?![0-9A-Za-z])/gu],
];

/** The text with each such run masked; a text that holds none comes back unchanged. */
export function maskFreeText(text: string): string {
  const folded = foldWidth(text);
  let masked = folded;
  for (const [kind, form] of FORMS) masked = masked.replace(form, (run) => maskValue(kind, run));
  return masked === folded ? text : masked;
}

/** The runs that `maskFreeText` masks, as the text spells them after full-width folding. */
export function fragmentsIn(text: string): TextFragment[] {
  const fragments: TextFragment[] = [];
  let rest = foldWidth(text);
  for (const [kind, form] of FORMS) {
    rest = rest.replace(form, (value) => {
      fragments.push({ kind, value });
      return "*";
    });
  }
  return fragments;
}

/** Full-width letters, digits and `@ . - +` in their plain form; punctuation stays as it was written. */
function foldWidth(text: string): string {
  return text.replace(/[\uff10-\uff19\uff20-\uff3a\uff41-\uff5a\uff0b\uff0d\uff0e]/gu, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
}
