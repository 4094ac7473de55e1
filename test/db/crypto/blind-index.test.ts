import { describe, expect, it } from "vitest";
import { blindIndex } from "#db/crypto/blind-index";
import { deriveKeyring } from "#db/crypto/keyring";
import { INDEXED_KINDS } from "#shared/domain/privacy/normalise";

const keyring = deriveKeyring(Buffer.alloc(32, 7));

describe("blindIndex", () => {
  it.each([
    ["PHONE", "138 1234 5678", "+86 13812345678"],
    ["ID_NUMBER", "11010519491231002x", "11010519491231002X"],
    ["EMAIL", "A@Example.com", "a@example.com"],
    ["PERSON_NAME", "张 三", "张三"],
  ] as const)("%s: %s and %s are found as one", (kind, one, other) => {
    expect(blindIndex(keyring, kind, one)).toMatch(/^[0-9a-f]{32}$/);
    expect(blindIndex(keyring, kind, one)).toBe(blindIndex(keyring, kind, other));
  });

  it("tells values, kinds and keys apart", () => {
    const indexes = [
      blindIndex(keyring, "PHONE", "13812345678"),
      blindIndex(keyring, "PHONE", "13812345679"),
      blindIndex(keyring, "ID_NUMBER", "13812345678"),
      blindIndex(deriveKeyring(Buffer.alloc(32, 8)), "PHONE", "13812345678"),
    ];
    expect(new Set(indexes).size).toBe(4);
  });

  it("stays the same from one release to the next", () => {
    expect(blindIndex(keyring, "PHONE", "13812345678")).toBe("2f396c1dc2d8986c152d9375783ae45c");
  });

  it.each(INDEXED_KINDS)("has none for an empty %s", (kind) => {
    expect(blindIndex(keyring, kind, " 　")).toBeNull();
  });
});
