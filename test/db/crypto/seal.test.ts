import { type KeyObject, webcrypto } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deriveKeyring } from "#db/crypto/keyring";
import {
  AES_256_GCM,
  createDataKey,
  open,
  type RowIdentity,
  seal,
  unwrapDataKey,
  wrapDataKey,
} from "#db/crypto/seal";

const keyring = deriveKeyring(Buffer.alloc(32, 7));
const row: RowIdentity = { table: "order_revision", key: "BA20260302000001#1" };
const text = fc.string({ maxLength: 400, unit: "grapheme" });

function mutated(blob: Buffer, at: number, flip: number): Buffer {
  const copy = Buffer.from(blob);
  copy[at] = (copy[at] ?? 0) ^ flip;
  return copy;
}

function exported(key: KeyObject): string {
  return key.export().toString("hex");
}

describe("seal and open", () => {
  it("give back what was sealed", () => {
    const dataKey = createDataKey();
    fc.assert(
      fc.property(text, text, text, (plaintext, table, key) => {
        const opened = open(dataKey, { table, key }, seal(dataKey, { table, key }, plaintext));
        expect(opened.ok && opened.value.toString("utf8")).toBe(plaintext);
      }),
    );
  });

  it("give back bytes as they were", () => {
    const dataKey = createDataKey();
    const bytes = Buffer.from([0, 255, 128, 10, 0]);
    expect(open(dataKey, row, seal(dataKey, row, bytes))).toEqual({ ok: true, value: bytes });
  });

  it("keep to AES-256-GCM in the documented layout", async () => {
    const dataKey = createDataKey();
    const nonce = Buffer.alloc(12, 5);
    const additionalData = Buffer.from('[1,"order_revision","BA20260302000001#1"]');
    const key = await webcrypto.subtle.importKey("raw", dataKey.export(), "AES-GCM", false, ["encrypt"]);
    const made = Buffer.from(
      await webcrypto.subtle.encrypt(
        { name: "AES-GCM", iv: nonce, additionalData },
        key,
        Buffer.from("张三"),
      ),
    );
    const blob = Buffer.concat([Buffer.of(1), nonce, made.subarray(-16), made.subarray(0, -16)]);
    expect(open(dataKey, row, blob)).toEqual({ ok: true, value: Buffer.from("张三") });
  });

  it("show nothing of the text and never the same blob twice", () => {
    const dataKey = createDataKey();
    const first = seal(dataKey, row, "13812345678");
    expect(first[0]).toBe(AES_256_GCM);
    expect(first.includes("13812345678")).toBe(false);
    expect(first.equals(seal(dataKey, row, "13812345678"))).toBe(false);
  });

  it("refuse a blob of which any byte was changed", () => {
    const dataKey = createDataKey();
    const sealed = seal(dataKey, row, "张三 13812345678");
    fc.assert(
      fc.property(fc.nat({ max: sealed.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const problem = at === 0 ? "UNKNOWN_ALGORITHM" : "NOT_AUTHENTIC";
        expect(open(dataKey, row, mutated(sealed, at, flip))).toEqual({ ok: false, problem });
      }),
    );
  });

  it("refuse a blob that was cut short", () => {
    const dataKey = createDataKey();
    const sealed = seal(dataKey, row, "x".repeat(20));
    for (let length = 0; length < sealed.length; length++) {
      const problem = length < 29 ? "MALFORMED" : "NOT_AUTHENTIC";
      expect(open(dataKey, row, sealed.subarray(0, length))).toEqual({ ok: false, problem });
    }
  });

  it.each<[string, RowIdentity]>([
    ["another row", { ...row, key: "BA20260302000001#2" }],
    ["another table", { ...row, table: "material" }],
    ["a shifted boundary between table and key", { table: "order_revisionB", key: "A20260302000001#1" }],
  ])("refuse a blob moved to %s", (_where, elsewhere) => {
    const dataKey = createDataKey();
    expect(open(dataKey, elsewhere, seal(dataKey, row, "x"))).toEqual({
      ok: false,
      problem: "NOT_AUTHENTIC",
    });
  });

  it("refuse the data key of another order", () => {
    expect(open(createDataKey(), row, seal(createDataKey(), row, "x"))).toEqual({
      ok: false,
      problem: "NOT_AUTHENTIC",
    });
  });
});

describe("wrapped data keys", () => {
  it("come back under the same master key and row", () => {
    const dataKey = createDataKey();
    const unwrapped = unwrapDataKey(keyring, row, wrapDataKey(keyring, row, dataKey));
    expect(unwrapped.ok && exported(unwrapped.value)).toBe(exported(dataKey));
  });

  it("tell a wrong master key from a damaged or moved row", () => {
    const wrapped = wrapDataKey(keyring, row, createDataKey());
    const other = deriveKeyring(Buffer.alloc(32, 8));
    expect(unwrapDataKey(other, row, wrapped)).toEqual({ ok: false, problem: "WRONG_KEY" });
    expect(unwrapDataKey(keyring, { ...row, key: "x" }, wrapped)).toEqual({
      ok: false,
      problem: "NOT_AUTHENTIC",
    });
    expect(unwrapDataKey(keyring, row, wrapped.subarray(1))).toEqual({ ok: false, problem: "MALFORMED" });
    expect(unwrapDataKey(keyring, row, mutated(wrapped, 0, 3))).toEqual({
      ok: false,
      problem: "UNKNOWN_ALGORITHM",
    });
    expect(unwrapDataKey(keyring, row, mutated(wrapped, wrapped.length - 1, 1))).toEqual({
      ok: false,
      problem: "NOT_AUTHENTIC",
    });
  });

  it("hold nothing of the key in clear", () => {
    const dataKey = createDataKey();
    expect(wrapDataKey(keyring, row, dataKey).includes(dataKey.export())).toBe(false);
  });
});
