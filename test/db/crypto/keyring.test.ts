import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type KeyringResult, loadKeyring, MASTER_KEY_FILE_NAME } from "#db/crypto/keyring";

let dataDir = "";

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "keyring-"));
});

afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

const BYTES = Buffer.from(Array.from({ length: 32 }, (_, index) => 200 + index));

function load(settings: Partial<Parameters<typeof loadKeyring>[0]> = {}): KeyringResult {
  return loadKeyring({ masterKey: null, masterKeyFile: null, dataDir, mayGenerate: false, ...settings });
}

function idOf(result: KeyringResult): string {
  return result.ok ? result.keyring.keyId.toString("hex") : result.problem;
}

describe("loadKeyring", () => {
  it.each([
    ["hex", BYTES.toString("hex")],
    ["upper-case hex", BYTES.toString("hex").toUpperCase()],
    ["base64", BYTES.toString("base64")],
    ["base64url", BYTES.toString("base64url")],
    ["a trailing line feed", `${BYTES.toString("hex")}\n`],
  ])("reads the same key from %s", (_form, masterKey) => {
    expect(idOf(load({ masterKey }))).toBe(idOf(load({ masterKey: BYTES.toString("hex") })));
    expect(idOf(load({ masterKey }))).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each(["", "short", BYTES.subarray(1).toString("hex"), `${BYTES.toString("hex")}00`, "z".repeat(64)])(
    "refuses %s as malformed",
    (masterKey) => {
      expect(load({ masterKey })).toEqual({ ok: false, problem: "KEY_MALFORMED" });
    },
  );

  it("says that a key is missing, and makes none unless it may", () => {
    expect(load()).toEqual({ ok: false, problem: "KEY_MISSING" });
    expect(load({ masterKeyFile: path.join(dataDir, "elsewhere"), mayGenerate: true })).toEqual({
      ok: false,
      problem: "KEY_MISSING",
    });
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it("says that a key file cannot be read", () => {
    expect(load({ masterKeyFile: dataDir })).toEqual({ ok: false, problem: "KEY_FILE_UNREADABLE" });
  });

  it("makes a key for the owner's eyes only, and finds it again", () => {
    const first = idOf(load({ mayGenerate: true }));
    expect(first).toMatch(/^[0-9a-f]{16}$/);
    expect(idOf(load())).toBe(first);
    expect(idOf(load({ mayGenerate: true }))).toBe(first);
    expect(statSync(path.join(dataDir, MASTER_KEY_FILE_NAME)).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual([MASTER_KEY_FILE_NAME]);
  });

  it("does not replace a damaged key", () => {
    const file = path.join(dataDir, MASTER_KEY_FILE_NAME);
    writeFileSync(file, "half a k");
    expect(load({ mayGenerate: true })).toEqual({ ok: false, problem: "KEY_MALFORMED" });
    expect(readFileSync(file, "utf8")).toBe("half a k");
  });

  it("gives a different key to each purpose, none of them the master key", () => {
    const result = load({ masterKey: BYTES.toString("hex") });
    if (!result.ok) throw new Error(result.problem);
    const { wrapping, blindIndex, audit } = result.keyring;
    const keys = [wrapping, blindIndex, audit].map((key) => key.export().toString("hex"));
    expect(new Set([...keys, BYTES.toString("hex")]).size).toBe(4);
  });
});
