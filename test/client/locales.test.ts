import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { FILING_KINDS, FILING_TYPES, kindCode } from "#shared/domain/filing/filing-type";
import { MATERIAL_KINDS } from "#shared/domain/filing/materials";
import { COMMAND_TYPES } from "#shared/domain/order/command";
import { HOLD_REASONS } from "#shared/domain/order/order";
import { ORDER_STATUSES } from "#shared/domain/order/status";
import { VERDICT_OUTCOMES } from "#shared/domain/review/verdict";
import { ROLES } from "#shared/domain/staff/role";
import { PROVINCE_CODES } from "../../client/lib/provinces";

const CLIENT = path.join(import.meta.dirname, "../../client");
const LOCALES = ["zh-CN", "en-US"] as const;
const HAN = /\p{Script=Han}/u;
const PLURAL = /_(zero|one|two|few|many|other)$/;

type Texts = { [key: string]: string | Texts };

function texts(locale: string, namespace: string): Texts {
  return JSON.parse(readFileSync(path.join(CLIENT, "locales", locale, `${namespace}.json`), "utf8"));
}

function namespaces(locale: string): string[] {
  return readdirSync(path.join(CLIENT, "locales", locale))
    .map((file) => file.replace(/\.json$/, ""))
    .sort();
}

function flat(tree: Texts, prefix = ""): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );
}

/** Keys as the code asks for them: the forms of a plural are one key. */
function keys(locale: string, namespace: string): string[] {
  return [...new Set(flat(texts(locale, namespace)).map(([key]) => key.replace(PLURAL, "")))].sort();
}

function sources(folder = CLIENT): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "locales" ? [] : sources(full);
    return /\.tsx?$/.test(entry.name) ? [full] : [];
  });
}

/** The file without comments, which may speak about the trade in its own words. */
function code(file: string): string {
  return readFileSync(file, "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|[\s,])\/\/ .*$/gm, "$1");
}

describe("texts", () => {
  it("exist in both languages, key for key", () => {
    expect(namespaces("en-US")).toEqual(namespaces("zh-CN"));
    for (const namespace of namespaces("zh-CN")) {
      expect(keys("en-US", namespace), namespace).toEqual(keys("zh-CN", namespace));
    }
  });

  it("are never empty, and name the same values in both languages", () => {
    const values = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();
    for (const namespace of namespaces("zh-CN")) {
      const zh = new Map(
        flat(texts("zh-CN", namespace)).map(([key, text]) => [key.replace(PLURAL, ""), text]),
      );
      for (const [key, text] of flat(texts("en-US", namespace))) {
        expect(text.trim(), `${namespace}:${key}`).not.toBe("");
        const counterpart = zh.get(key.replace(PLURAL, "")) ?? "";
        expect(counterpart.trim(), `${namespace}:${key}`).not.toBe("");
        expect(values(text), `${namespace}:${key}`).toEqual(values(counterpart));
      }
    }
  });

  it("are English in the English files", () => {
    for (const namespace of namespaces("en-US")) {
      const chinese = flat(texts("en-US", namespace)).filter(
        ([key, text]) => HAN.test(text) && key !== "language.zh-CN",
      );
      expect(chinese, namespace).toEqual([]);
    }
  });

  it("never stand in the code itself", () => {
    const patterns = path.join(CLIENT, "lib/private-text.ts");
    const found = sources().filter((file) => file !== patterns && HAN.test(code(file)));
    expect(found.map((file) => path.relative(CLIENT, file))).toEqual([]);
  });

  it("exist for every key that the code names", () => {
    const known = new Set(
      namespaces("zh-CN").flatMap((namespace) =>
        keys("zh-CN", namespace).map((key) => `${namespace}:${key}`),
      ),
    );
    const missing = sources().flatMap((file) => {
      const source = code(file);
      const own = [...source.matchAll(/useTranslation\((?:"(\w+)")?\)/g)].map(
        (match) => match[1] ?? "common",
      );
      // Where `t` comes in as an argument, the file does not say which namespace it speaks.
      const spoken = own.length > 0 ? own : namespaces("zh-CN");
      const asked = [...source.matchAll(/\bt\(\s*"([\w:.-]+)"/g)].map((match) => match[1] ?? "");
      const labels = [...source.matchAll(/label: "(\w+:[\w.-]+)"/g)].map((match) => match[1] ?? "");
      return [...asked, ...labels]
        .filter(
          (key) =>
            !(key.includes(":") ? [key] : spoken.map((name) => `${name}:${key}`)).some((one) =>
              known.has(one),
            ),
        )
        .map((key) => `${path.relative(CLIENT, file)} ${key}`);
    });
    expect(missing).toEqual([]);
  });
});

describe("names of codes", () => {
  const groups: Record<string, readonly string[]> = {
    status: ORDER_STATUSES,
    kind: FILING_KINDS.map((kind) => kindCode(kind).replace("/", "_")),
    kindShort: FILING_KINDS.map((kind) => kindCode(kind).replace("/", "_")),
    filingType: FILING_TYPES,
    command: COMMAND_TYPES,
    transition: Array.from({ length: 59 }, (_, index) => `T${String(index + 1).padStart(2, "0")}`),
    outcome: VERDICT_OUTCOMES,
    outcomeDone: VERDICT_OUTCOMES,
    customerStatus: VERDICT_OUTCOMES,
    role: ROLES,
    province: PROVINCE_CODES,
    material: MATERIAL_KINDS,
    holdReason: HOLD_REASONS,
  };

  it.each(Object.entries(groups))("%s: every one has a name in both languages", (group, codes) => {
    for (const locale of LOCALES) {
      const named = texts(locale, "codes")[group];
      expect(Object.keys(typeof named === "object" ? named : {}).sort(), locale).toEqual([...codes].sort());
    }
  });
});
