import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHAIN_START, canonicalJson, chainHash } from "#db/crypto/chain";
import { deriveKeyring } from "#db/crypto/keyring";

const key = deriveKeyring(Buffer.alloc(32, 7)).audit;

type Row = { readonly seq: number; readonly text: string; readonly hash: Buffer };

function chainOf(texts: readonly string[]): Row[] {
  const rows: Row[] = [];
  for (const [index, text] of texts.entries()) {
    const prevHash = rows.at(-1)?.hash ?? CHAIN_START;
    rows.push({ seq: index + 1, text, hash: chainHash(key, prevHash, index + 1, text) });
  }
  return rows;
}

/** Sequence number of the first row whose hash does not follow from the row before it. */
function firstBadSeq(rows: readonly Row[]): number | null {
  let prevHash: Buffer = CHAIN_START;
  for (const [index, row] of rows.entries()) {
    if (row.seq !== index + 1 || chainHash(key, prevHash, row.seq, row.text).equals(row.hash) === false)
      return row.seq;
    prevHash = row.hash;
  }
  return null;
}

describe("chainHash", () => {
  const rows = chainOf(["a", "b", "c", "d"]);

  it("accepts an untouched chain", () => {
    expect(rows.every((row) => row.hash.length === 32)).toBe(true);
    expect(firstBadSeq(rows)).toBeNull();
  });

  it.each<[string, readonly Row[], number]>([
    ["an edited row", rows.map((row) => (row.seq === 2 ? { ...row, text: "B" } : row)), 2],
    [
      "a row replaced together with its hash",
      [...rows.slice(0, 1), ...chainOf(["a", "B"]).slice(1), ...rows.slice(2)],
      3,
    ],
    ["a dropped row", rows.filter((row) => row.seq !== 2), 3],
    ["two swapped texts", rows.map((row) => ({ ...row, text: { 2: "c", 3: "b" }[row.seq] ?? row.text })), 2],
    [
      "a dropped row with the later ones renumbered",
      rows.filter((row) => row.seq !== 2).map((row, index) => ({ ...row, seq: index + 1 })),
      2,
    ],
    ["an inserted row", [...rows.slice(0, 2), { seq: 3, text: "x", hash: CHAIN_START }, ...rows.slice(2)], 3],
  ])("shows %s", (_what, tampered, seq) => {
    expect(firstBadSeq(tampered)).toBe(seq);
  });

  it("stays the same from one release to the next", () => {
    expect(rows[0]?.hash.toString("hex")).toBe(
      "495a121e59ba4f703ebc5cb47ba7f7954c231079b88a32ebf6a412da2f2586e3",
    );
  });

  it("cannot be continued with another key", () => {
    const forged = chainHash(deriveKeyring(Buffer.alloc(32, 8)).audit, CHAIN_START, 1, "a");
    expect(forged).not.toEqual(rows[0]?.hash);
  });

  it("keeps sequence number and text apart", () => {
    expect(chainHash(key, CHAIN_START, 1, "x")).not.toEqual(chainHash(key, CHAIN_START, 2, "x"));
    expect(chainHash(key, CHAIN_START, 1, "2\nx")).not.toEqual(chainHash(key, CHAIN_START, 12, "x"));
  });
});

describe("canonicalJson", () => {
  it("does not depend on the order of keys, at any depth", () => {
    const one = { b: [{ y: 1, x: null }], a: "张三", 中: true };
    const other = { 中: true, a: "张三", b: [{ x: null, y: 1 }] };
    expect(canonicalJson(one)).toBe(canonicalJson(other));
    expect(canonicalJson(one)).toBe('{"a":"张三","b":[{"x":null,"y":1}],"中":true}');
  });

  it("is JSON that reads back as the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
      }),
    );
  });

  it("refuses numbers that JSON cannot hold", () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError);
  });
});
