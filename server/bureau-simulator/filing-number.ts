import { provinceShortName } from "#shared/contract/bureau-provinces";
import { wholeBelow } from "./chance";

const BEIJING_OFFSET_MS = 8 * 3_600_000;
const FIRST_SIX_DIGITS = 100_000;
const MOST_TRIES = 10_000;

/**
 * A number never given before: `粤ICP备26123456号`, the year being the bureau's (domain.md §11.4). It depends on the
 * sponsor rather than on who came first, except where two sponsors would get the same digits.
 */
export function newEntityNumber(
  seed: string,
  provinceCode: string,
  certDigest: string,
  atMs: number,
  isTaken: (number: string) => boolean,
): string {
  const year = new Date(atMs + BEIJING_OFFSET_MS).getUTCFullYear() % 100;
  const prefix = `${provinceShortName(provinceCode) ?? ""}ICP备${String(year).padStart(2, "0")}`;
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const digits = FIRST_SIX_DIGITS + wholeBelow(900_000, seed, "entity-number", certDigest, attempt);
    const number = `${prefix}${digits}号`;
    if (!isTaken(number)) return number;
  }
  throw new Error(`no filing number left for province ${provinceCode}`);
}

/** `…号-3` for a website, `…号-3A` for an APP; index and suffix belong to the service for good. */
export function serviceNumber(entityNumber: string, index: number, kind: "WEBSITE" | "APP"): string {
  return `${entityNumber}-${index}${kind === "APP" ? "A" : ""}`;
}

/** The index in a service number, or 0 when there is none to be read. */
export function serviceIndexOf(serviceFilingNumber: string): number {
  return Number(/-(\d{1,6})[A-Z]?$/.exec(serviceFilingNumber)?.[1] ?? 0);
}
