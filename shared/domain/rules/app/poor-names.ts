import { wordsIn } from "../website/name-form";

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const PRICE = /[¥￥$€]|\d\s*(?:元(?!素)|块钱|折)/u;
/** Names that stand where a name is still to come. */
const PLACEHOLDER =
  /^(?:(.)\1{2,}|(?:app|test|demo|null|none|undefined|untitled|name|未命名|待定|暂无|无)\d*)$/iu;
const PLACEHOLDER_PART = /[x×]{3,}|某某|\*{2,}/iu;

/** What makes the name of an APP too generic, promotional or not yet a name; none = nothing does. */
export function poorNameParts(name: string, genericWords: readonly string[]): string[] {
  const signs = [EMOJI, PRICE, PLACEHOLDER, PLACEHOLDER_PART].flatMap(
    (sign) => sign.exec(name.trim())?.[0] ?? [],
  );
  return [...new Set([...wordsIn(name, genericWords), ...signs])];
}
