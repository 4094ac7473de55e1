/**
 * Text for the bigram index. Chinese has no blanks between words, so each pair of neighbouring characters is a
 * token; a query matches when all its pairs occur, and a look at the text itself removes the false ones.
 */

/** ASCII characters that the index's tokenizer would take for separators, moved where it takes them for letters. */
const PRIVATE_AREA = 0xe000;

/** Letter case, width and composition folded: what is indexed and what is searched for look alike. */
export function foldSearchText(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** The distinct folded words of a query, at most eight. */
export function searchWords(text: string): string[] {
  const words = foldSearchText(text)
    .split(/\s+/u)
    .filter((word) => word !== "");
  return [...new Set(words)].slice(0, 8);
}

/** Tokens of a folded text, as one text for the index: all pairs, and the last character of each word alone. */
export function indexTokens(body: string): string {
  const tokens = new Set<string>();
  for (const word of body.split(/\s+/u)) {
    const characters = Array.from(word);
    for (const [index, character] of characters.entries()) {
      tokens.add(protect(character) + protect(characters[index + 1] ?? ""));
    }
  }
  return [...tokens].join(" ");
}

/** The index's query for folded words; null when there is none. A single character asks for a prefix. */
export function matchExpression(words: readonly string[]): string | null {
  const terms = words.flatMap((word) => {
    const characters = Array.from(word);
    if (characters.length === 1) return [`"${protect(word)}"*`];
    return characters
      .slice(1)
      .map((character, index) => `"${protect(characters[index] ?? "")}${protect(character)}"`);
  });
  return terms.length === 0 ? null : [...new Set(terms)].slice(0, 64).join(" ");
}

function protect(character: string): string {
  const code = character.codePointAt(0);
  if (code === undefined || code >= 0x80 || /[0-9a-z]/u.test(character)) return character;
  return String.fromCodePoint(PRIVATE_AREA + code);
}
