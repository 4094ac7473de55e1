import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compactPublicKey, publicKeyNotation } from "#shared/domain/identifiers/public-key";

describe("publicKeyNotation", () => {
  it.each([
    ["a decimal modulus", "2519590847565789349402718324004839857142928212620403202777713783", "DECIMAL"],
    ["a hexadecimal modulus", "00C2A3F1D5E6B7", "HEX"],
    ["a dump with colons and line breaks", "00:c2:a3:\n f1:d5:e6", "HEX"],
    ["a marked hexadecimal number", "0x00c2a3f1", "HEX"],
    ["base64", "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA+/w==", "BASE64"],
    ["base64 for addresses", "MIIBIjANBgkq_w-8", "BASE64"],
    [
      "a PEM file",
      "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkq\nhkiG9w0B\n-----END PUBLIC KEY-----\n",
      "BASE64",
    ],
    ["a sentence", "公钥见附件截图", null],
    ["a sentence of symbols", "see: attachment!", null],
    ["two alphabets at once", "MIIB+_w", null],
    ["padding in the middle", "MII=BIj", null],
    ["nothing", "", null],
    ["separators only", " : ", null],
  ])("reads %s", (_name, value, notation) => {
    expect(publicKeyNotation(value)).toBe(notation);
  });

  it("finds any bytes written in base64 or hexadecimal", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), (bytes) => {
        const buffer = Buffer.from(bytes);
        expect(publicKeyNotation(buffer.toString("base64"))).not.toBeNull();
        expect(publicKeyNotation(buffer.toString("hex"))).toMatch(/DECIMAL|HEX/);
      }),
    );
  });
});

describe("compactPublicKey", () => {
  it("leaves the key alone", () => {
    expect(compactPublicKey("-----BEGIN PUBLIC KEY-----\n AB:CD \n-----END PUBLIC KEY-----")).toBe("ABCD");
  });
});
