import {
  DIALLING_CODES,
  FEMALE_GIVEN_NAMES,
  FOREIGN_NAMES,
  MALE_GIVEN_NAMES,
  MOBILE_PREFIXES,
  ROADS,
  SURNAMES,
} from "../data/people";
import { dateOfDay, dayOfDate, yearsLater } from "./calendar-days";
import { residentNumber } from "./checksums";
import { type OrderSeed, uniqueDigits, uniqueNumber } from "./order-seed";
import type { Rng } from "./random";
import { addressHead, isMunicipality, type Place } from "./regions";

/** A person of an order, with what stands on the ID document and is not part of the form. */
export interface Human {
  name: string;
  /** 2 resident ID, 7 passport, 14 Hong Kong and Macau travel permit. */
  idType: number;
  idNumber: string;
  idValidFrom: string;
  /** null = long-term. */
  idValidTo: string | null;
  mobile: string;
  /** Province of the mobile number, as the number location service answers. */
  mobileProvince: string;
  emergencyPhone: string;
  emergencyContactName: string | null;
  emergencyContactRelation: string | null;
  landline: string | null;
  email: string;
  isLegalRepresentative: boolean;
  readonly birth: string;
  readonly male: boolean;
  readonly address: string;
  readonly issuer: string;
  /** What the portrait on the ID and in the verification photo is drawn from. */
  readonly face: number;
}

export interface HumanTraits {
  readonly slot: number;
  readonly home: Place;
  readonly mobileProvince: string;
  readonly workCity: string;
  readonly isLegalRepresentative: boolean;
  readonly document?: 2 | 7 | 14;
  /** Age in years on the day of the order; adults of any age where not given. */
  readonly age?: number;
}

/** Adults of the demo were born from 1966 to 2003, 900 to a day at most. */
const FIRST_BIRTH = dayOfDate("1966-01-01");
const BIRTH_DAYS = dayOfDate("2003-12-31") - FIRST_BIRTH;
const NUMBERS_A_DAY = 900;

export function makeHuman(order: OrderSeed, traits: HumanTraits): Human {
  const rng = order.stream(`person ${traits.slot}`);
  const birth = birthOf(order, traits);
  const male = birth.number % 2 === 1;
  const surname = rng.pick(SURNAMES);
  const given = rng.pick(male ? MALE_GIVEN_NAMES : FEMALE_GIVEN_NAMES);
  const document = traits.document ?? 2;
  const validity = document === 2 ? validityOf(order, rng, birth.date) : tenYears(order, rng);
  const mobile = rng.pick(MOBILE_PREFIXES) + uniqueDigits(order, traits.slot * 2, 1);
  const landlineDigits = String(20_000_000 + (Number(uniqueDigits(order, traits.slot, 2)) % 60_000_000));
  const code = DIALLING_CODES[traits.workCity];
  return {
    name: document === 2 ? surname + given : foreignName(rng, document, male),
    idType: document,
    idNumber:
      document === 2
        ? residentNumber(traits.home.county.code, birth.compact, birth.number)
        : permitNumber(order, traits),
    idValidFrom: validity.from,
    idValidTo: validity.to,
    mobile,
    mobileProvince: traits.mobileProvince,
    emergencyPhone: rng.pick(MOBILE_PREFIXES) + uniqueDigits(order, traits.slot * 2 + 1, 1),
    emergencyContactName: null,
    emergencyContactRelation: null,
    landline: code === undefined ? null : `${code}-${landlineDigits.slice(code.length === 4 ? 1 : 0)}`,
    email: mailbox(order, traits.slot, rng),
    isLegalRepresentative: traits.isLegalRepresentative,
    birth: birth.date,
    male,
    address: homeAddress(rng, traits.home),
    issuer: policeStation(traits.home),
    face: rng.int(1 << 30),
  };
}

/** The name of an emergency contact: somebody who is neither responsible person. */
export function contactName(order: OrderSeed, slot: number): string {
  const rng = order.stream(`contact ${slot}`);
  return rng.pick(SURNAMES) + rng.pick(rng.chance(0.5) ? MALE_GIVEN_NAMES : FEMALE_GIVEN_NAMES);
}

interface Birth {
  readonly date: string;
  readonly compact: string;
  readonly number: number;
}

/** Birth date and order number, together unlike any other person's of the run, whatever the area. */
function birthOf(order: OrderSeed, traits: HumanTraits): Birth {
  const place = uniqueNumber(order, traits.slot, BIRTH_DAYS * NUMBERS_A_DAY, 1);
  const number = (place % NUMBERS_A_DAY) + 1;
  if (traits.age === undefined) return birth(FIRST_BIRTH + Math.floor(place / NUMBERS_A_DAY), number);
  // The same person at another age: the last digit of the order number, and with it the sex, stays.
  const birthday = dayOfDate(yearsLater(dateOfDay(order.today), -traits.age));
  const half = uniqueNumber(order, traits.slot, 90 * (NUMBERS_A_DAY / 2), 2);
  const other = 2 * (half % (NUMBERS_A_DAY / 2)) + (number % 2);
  return birth(birthday - 10 - Math.floor(half / (NUMBERS_A_DAY / 2)), other);
}

function birth(day: number, number: number): Birth {
  const date = dateOfDay(day);
  return { date, compact: date.replaceAll("-", ""), number };
}

/** A card as the law issues it by age: ten years from 16, twenty from 26, long-term from 46. */
function validityOf(order: OrderSeed, rng: Rng, birthDate: string): { from: string; to: string | null } {
  const terms = [
    { age: 46, years: null },
    { age: 26, years: 20 },
    { age: 16, years: 10 },
    { age: 0, years: 5 },
  ];
  for (const term of terms) {
    const years = term.years ?? 12;
    const earliest = Math.max(dayOfDate(yearsLater(birthDate, term.age)), order.today - years * 365 + 500);
    const latest = order.today - 40;
    if (earliest > latest) continue;
    const from = dateOfDay(earliest + rng.int(latest - earliest + 1));
    return { from, to: term.years === null ? null : yearsLater(from, term.years) };
  }
  const from = dateOfDay(order.today - 60);
  return { from, to: yearsLater(from, 5) };
}

/** Passports and permits run ten years; at least two of them are left. */
function tenYears(order: OrderSeed, rng: Rng): { from: string; to: string } {
  const from = dateOfDay(order.today - 100 - rng.int(2_700));
  return { from, to: yearsLater(from, 10) };
}

function foreignName(rng: Rng, document: 7 | 14, male: boolean): string {
  const names = document === 14 ? FOREIGN_NAMES.permit : FOREIGN_NAMES.passport;
  return rng.pick(male ? names.male : names.female);
}

function permitNumber(order: OrderSeed, traits: HumanTraits): string {
  const digits = uniqueDigits(order, traits.slot, 4);
  return traits.document === 14 ? `H${digits}` : `E${digits}`;
}

function mailbox(order: OrderSeed, slot: number, rng: Rng): string {
  const digits = uniqueDigits(order, slot, 5);
  const host = rng.pick(["163.com", "126.com", "qq.com", "foxmail.com", "sina.com"]);
  return host === "qq.com" || host === "foxmail.com"
    ? `1${digits}@${host}`
    : `${rng.pick(["li", "wang", "chen", "hr", "icp", "office"])}${digits}@${host}`;
}

function homeAddress(rng: Rng, home: Place): string {
  return `${addressHead(home)}${rng.pick(ROADS)}${1 + rng.int(380)}号${1 + rng.int(26)}栋${1 + rng.int(4)}单元${1 + rng.int(28)}0${1 + rng.int(4)}室`;
}

/** The office that issues IDs: a branch of the city's police for districts, an office of its own for counties. */
function policeStation(home: Place): string {
  const city = isMunicipality(home.province.code) ? home.province.name : home.city.name;
  const county = home.county.name;
  return county.endsWith("区") ? `${city}公安局${county.slice(0, -1)}分局` : `${county}公安局`;
}
