import type { Text } from "./rule";

/** Several short texts as one: `太短；含符号`. */
export function joinedTexts(texts: readonly Text[]): Text {
  return { zh: texts.map(({ zh }) => zh).join("；"), en: texts.map(({ en }) => en).join("; ") };
}
