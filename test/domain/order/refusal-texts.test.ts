import { describe, expect, it } from "vitest";
import { REFUSAL_CODES, type RefusalCode, refuse } from "#shared/domain/order/refusal";
import { REFUSAL_TEXTS, refusalSentences } from "#shared/domain/order/refusal-texts";

const PLACEHOLDER = /\{(\w+)\}/g;

function placeholders(sentence: string): string[] {
  return [...sentence.matchAll(PLACEHOLDER)].map(([, name = ""]) => name).sort();
}

describe("the sentences of a refusal", () => {
  it("exist for every code and for no other", () => {
    expect(Object.keys(REFUSAL_TEXTS).sort()).toEqual([...REFUSAL_CODES].sort());
  });

  it.each(REFUSAL_CODES)(
    "%s has a Chinese and an English sentence with the same parameters",
    (code: RefusalCode) => {
      const { zh, en } = REFUSAL_TEXTS[code];
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^(\{\w+\}|[A-Z]).* .*[^.]$/);
      expect(en).not.toMatch(/\p{Script=Han}/u);
      expect(placeholders(zh)).toEqual(placeholders(en));
    },
  );

  it.each(REFUSAL_CODES)("%s can be filled completely", (code) => {
    const names = placeholders(REFUSAL_TEXTS[code].zh);
    const params = Object.fromEntries(names.map((name, index) => [name, `value${index}`]));
    const { zh, en } = refusalSentences(refuse(code, params));
    for (const sentence of [zh, en]) {
      expect(sentence).not.toMatch(/[{}]/);
      for (const value of Object.values(params)) expect(sentence).toContain(value);
    }
  });

  it("zero and negative numbers are values, not gaps", () => {
    expect(refusalSentences(refuse("CLAIM_LIMIT", { limit: 0 })).en).toContain("0");
  });
});
