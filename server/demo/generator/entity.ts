import { OFFICE_BUILDINGS, RELATIONS_OF_INDIVIDUALS, RELATIONS_OF_UNITS, ROADS } from "../data/people";
import { DEMO_PROVINCES } from "../data/provinces";
import { dateOfDay } from "./calendar-days";
import { creditCode, organisationBody, organisationCode } from "./checksums";
import type { EntityNames } from "./company-names";
import { type OrderSeed, SLOT, uniqueOfOrder } from "./order-seed";
import { contactName, type Human, makeHuman } from "./people";
import type { Rng } from "./random";
import { addressHead, type Place, pickPlace } from "./regions";
import type { DemoNature, OrderShape } from "./shape";

/** The sponsor as the form and its certificate name it. */
export interface DraftEntity {
  region: { provinceCode: string; cityCode: string; countyCode: string };
  nature: number;
  name: string;
  certType: number;
  certNumber: string;
  certAddress: string;
  contactAddress: string;
  certValidFrom: string;
  certValidTo: string | null;
  investor: string | null;
  remark: string;
  filingNumber: string | null;
}

/** Nature code, certificate type and the first characters of its credit code (`domain.md` §5.2). */
const NATURES: Readonly<Record<DemoNature, { nature: number; certType: number; classChars: string }>> = {
  ENTERPRISE: { nature: 4, certType: 1, classChars: "91" },
  SOLE_TRADER: { nature: 4, certType: 1, classChars: "92" },
  GOVERNMENT: { nature: 2, certType: 13, classChars: "11" },
  INSTITUTION: { nature: 3, certType: 4, classChars: "12" },
  SOCIAL_ORG: { nature: 6, certType: 6, classChars: "51" },
  PRIVATE_NON_ENTERPRISE: { nature: 9, certType: 17, classChars: "52" },
  LAW_FIRM: { nature: 11, certType: 21, classChars: "31" },
  INDIVIDUAL: { nature: 5, certType: 2, classChars: "" },
};
const ORGANISATIONS = 31 ** 6;

export function makeEntity(
  order: OrderSeed,
  shape: OrderShape,
  names: EntityNames,
  place: Place,
  erp: Human,
): DraftEntity {
  const rng = order.stream("entity");
  const individual = shape.nature === "INDIVIDUAL";
  const { nature, certType } = NATURES[shape.nature];
  const office = officeAddress(rng, place);
  const founded = dateOfDay(order.today - 500 - rng.int(5_000));
  return {
    region: { provinceCode: place.province.code, cityCode: place.city.code, countyCode: place.county.code },
    nature,
    name: individual ? erp.name : names.full,
    certType,
    certNumber: individual ? erp.idNumber : certificateNumber(order, shape, place),
    certAddress: individual ? erp.address : office,
    contactAddress: individual || rng.chance(0.3) ? officeAddress(rng, place) : office,
    certValidFrom: individual ? erp.idValidFrom : founded,
    certValidTo: individual
      ? erp.idValidTo
      : rng.chance(0.8)
        ? null
        : dateOfDay(order.today + 700 + rng.int(5_000)),
    investor: individual ? null : erp.name,
    remark: "",
    filingNumber: null,
  };
}

/** A credit code registered in the entity's county, unlike any other of the run. */
export function certificateNumber(order: OrderSeed, shape: OrderShape, place: Place, lane = 0): string {
  const organisation = organisationCode(organisationBody(uniqueOfOrder(order, ORGANISATIONS, 4 + lane)));
  const issuer =
    shape.issuingProvince === null ? place : pickPlace(order.stream("issuer"), shape.issuingProvince);
  return creditCode(NATURES[shape.nature].classChars, issuer.county.code, organisation);
}

export function officeAddress(rng: Rng, place: Place): string {
  return `${addressHead(place)}${rng.pick(ROADS)}${1 + rng.int(500)}号${rng.pick(OFFICE_BUILDINGS)}${1 + rng.int(26)}0${1 + rng.int(9)}室`;
}

/** The person responsible for the entity: of an individual filing the filer, of a unit its legal representative. */
export function makeErp(order: OrderSeed, shape: OrderShape, place: Place, slot: number = SLOT.erp): Human {
  const individual = shape.nature === "INDIVIDUAL";
  const erp = makeHuman(order, {
    slot,
    home: homeOf(order, shape, place, slot),
    mobileProvince: mobileProvinceOf(order, shape, slot),
    workCity: individual ? "" : place.city.code,
    isLegalRepresentative: !individual && !shape.delegate,
    document: shape.foreignDocument ?? 2,
    ...(shape.erpAge === null ? {} : { age: shape.erpAge }),
  });
  if (individual) erp.isLegalRepresentative = false;
  const asked = individual ? shape.province.thirdPersonIndividual : shape.province.thirdPersonUnit;
  if (asked === true || order.stream("contact").chance(0.35)) {
    erp.emergencyContactName = contactName(order, slot);
    erp.emergencyContactRelation = order
      .stream("relation")
      .pick(individual ? RELATIONS_OF_INDIVIDUALS : RELATIONS_OF_UNITS);
  }
  return erp;
}

/** Somebody of the unit who looks after its services. */
export function makeSrp(order: OrderSeed, shape: OrderShape, place: Place, slot: number = SLOT.srp): Human {
  return makeHuman(order, {
    slot,
    home: homeOf(order, { ...shape, outOfProvince: false }, place, slot),
    mobileProvince: mobileProvinceOf(order, shape, slot),
    workCity: place.city.code,
    isLegalRepresentative: false,
  });
}

/** Where a person's ID is from: individuals file at home or with a permit, staff of units come from anywhere. */
function homeOf(order: OrderSeed, shape: OrderShape, place: Place, slot: number): Place {
  const rng = order.stream(`home ${slot}`);
  const local = pickPlace(rng, place.province.code);
  const elsewhere = rng.pick(DEMO_PROVINCES.filter((province) => province.adcode !== place.province.code));
  const away =
    shape.nature === "INDIVIDUAL" ? shape.outOfProvince : shape.province.id !== "JX" && rng.chance(0.35);
  return away ? pickPlace(rng, elsewhere.adcode) : local;
}

function mobileProvinceOf(order: OrderSeed, shape: OrderShape, slot: number): string {
  const rng = order.stream(`mobile ${slot}`);
  const mustBeLocal =
    shape.province.mobile === "ALL" ||
    (shape.province.mobile === "INDIVIDUAL" && shape.nature === "INDIVIDUAL");
  const stays = rng.chance(0.85);
  return mustBeLocal || stays ? shape.province.adcode : rng.pick(DEMO_PROVINCES).adcode;
}

/** `粤ICP备2023012345号`: the year of the first filing and six digits; no other order of the run has the number. */
export function entityFilingNumber(order: OrderSeed, short: string): string {
  const place = uniqueOfOrder(order, 8_000_000, 5);
  return `${short}ICP备${2018 + Math.floor(place / 1_000_000)}${String(place % 1_000_000).padStart(6, "0")}号`;
}
