import { canonicalPhone } from "./normalise";

/** What a personal value is; decides how it is masked. */
export const PERSONAL_KINDS = [
  "PERSON_NAME",
  "ID_NUMBER",
  "PHONE",
  "EMAIL",
  "ADDRESS",
  "BIRTH_DATE",
] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** First characters of an address that name the region, and nothing finer than a district. */
const REGION_PREFIX =
  /^(?:\p{sc=Han}{2,8}?(?:省|自治区|特别行政区))?(?:[^路街道巷弄村镇乡号\d\s]{1,10}?(?:自治州|地区|盟|市))?(?:[^路街道巷弄村镇乡号\d\s]{1,6}?(?:自治县|自治旗|区|县|旗|市))?/u;

const MASKS = {
  PERSON_NAME: maskPersonName,
  ID_NUMBER: maskIdNumber,
  PHONE: maskPhone,
  EMAIL: maskEmail,
  ADDRESS: maskAddress,
  BIRTH_DATE: () => "****-**-**",
} satisfies Record<PersonalKind, (value: string) => string>;

/** A personal value as anybody may see it before `orders.reveal` (assurance.md §3). Empty stays empty. */
export function maskValue(kind: PersonalKind, value: string): string {
  return value === "" ? "" : MASKS[kind](value);
}

/** `张三` → `张*`: the first character, a star for each further one. */
export function maskPersonName(name: string): string {
  return keepEnds(name, 1, 0);
}

/** `11010519491231851X` → `110***********851X`; shorter numbers show less. */
export function maskIdNumber(idNumber: string): string {
  const { length } = Array.from(idNumber);
  if (length >= 15) return keepEnds(idNumber, 3, 4);
  return length >= 8 ? keepEnds(idNumber, 1, 2) : keepEnds(idNumber, 0, 0);
}

/** A mobile as `138****1234`, a landline as `0755-****5678`, anything else by its ends. */
export function maskPhone(phone: string): string {
  const canonical = canonicalPhone(phone);
  if (/^1[3-9]\d{9}$/u.test(canonical)) return `${canonical.slice(0, 3)}****${canonical.slice(-4)}`;
  const landline = /^(0(?:10|2\d|\d{3}))(\d{7,8})(-\d+)?$/u.exec(canonical);
  if (landline === null) return Array.from(phone).length >= 7 ? keepEnds(phone, 2, 2) : keepEnds(phone, 0, 0);
  const [, area = "", local = "", extension] = landline;
  return `${area}-****${local.slice(-4)}${extension === undefined ? "" : "-*"}`;
}

/** `zhang.san@example.com` → `z***@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  if (at <= 0) return keepEnds(email, 1, 0);
  const [first = ""] = Array.from(email);
  return `${at > first.length ? first : ""}***${email.slice(at)}`;
}

/** Address of an individual: the region stays readable, street and door do not. */
export function maskAddress(address: string): string {
  const region = REGION_PREFIX.exec(address)?.[0] ?? "";
  return region !== "" && region.length < address.length ? `${region}******` : keepEnds(address, 2, 0);
}

/** Characters between `head` first and `tail` last ones as stars; everything, when nothing would be hidden. */
function keepEnds(value: string, head: number, tail: number): string {
  const characters = Array.from(value);
  const hidden = characters.length - head - tail;
  if (hidden <= 0) return "*".repeat(characters.length);
  return characters.slice(0, head).join("") + "*".repeat(hidden) + characters.slice(head + hidden).join("");
}
