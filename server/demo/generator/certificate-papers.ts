import type { DocumentFields, Page } from "../images/page";
import type { DraftEntity } from "./entity";
import type { OrderSeed } from "./order-seed";
import type { Human } from "./people";
import { addressHead, isMunicipality, type Place, pickPlace } from "./regions";
import type { DemoNature, OrderShape } from "./shape";

const TITLES: Readonly<Record<DemoNature, string>> = {
  ENTERPRISE: "营业执照",
  SOLE_TRADER: "营业执照",
  GOVERNMENT: "统一社会信用代码证书",
  INSTITUTION: "事业单位法人证书",
  SOCIAL_ORG: "社会团体法人登记证书",
  PRIVATE_NON_ENTERPRISE: "民办非企业单位登记证书",
  LAW_FIRM: "律师事务所执业许可证",
  INDIVIDUAL: "",
};
const ISSUERS: Readonly<Record<DemoNature, string>> = {
  ENTERPRISE: "市场监督管理局",
  SOLE_TRADER: "市场监督管理局",
  GOVERNMENT: "机构编制委员会办公室",
  INSTITUTION: "事业单位登记管理局",
  SOCIAL_ORG: "民政局",
  PRIVATE_NON_ENTERPRISE: "民政局",
  LAW_FIRM: "司法局",
  INDIVIDUAL: "",
};

/** The licence or registration certificate of a unit, with the texts that recognition reads from it. */
export function certificatePage(
  order: OrderSeed,
  shape: OrderShape,
  entity: DraftEntity,
  place: Place,
  legalRepresentative: string,
  scope: string,
): { page: Page; fields: DocumentFields } {
  const seat =
    shape.issuingProvince === null ? place : pickPlace(order.stream("issuer"), shape.issuingProvince);
  const fields: DocumentFields = {
    name: entity.name,
    certNumber: entity.certNumber,
    legalRepresentative,
    address: entity.certAddress,
    validFrom: entity.certValidFrom,
    validTo: entity.certValidTo,
    issuer: `${seatName(seat)}${ISSUERS[shape.nature]}`,
  };
  return { page: { form: "LICENCE", title: TITLES[shape.nature], fields, scope }, fields };
}

function seatName(seat: Place): string {
  return isMunicipality(seat.province.code) ? addressHead(seat) : seat.province.name + seat.city.name;
}

/** The two sides of a resident ID, or the data page that a passport and a travel permit have on one side. */
export function idPages(human: Human): {
  front: { page: Page; fields: DocumentFields };
  back: { page: Page; fields: DocumentFields };
} {
  const front: DocumentFields = {
    name: human.name,
    idNumber: human.idNumber,
    birthDate: human.birth,
    ...(human.idType === 2 ? { address: human.address } : {}),
  };
  const back: DocumentFields = {
    validFrom: human.idValidFrom,
    validTo: human.idValidTo,
    issuer: human.issuer,
  };
  if (human.idType === 2) {
    return {
      front: {
        page: { form: "ID_FRONT", fields: front, male: human.male, face: human.face, temporary: false },
        fields: front,
      },
      back: { page: { form: "ID_BACK", fields: back }, fields: back },
    };
  }
  const title = human.idType === 14 ? "港澳居民来往内地通行证" : "PASSPORT 护照";
  back.issuer = human.idType === 14 ? "国家移民管理局" : "MINISTRY OF FOREIGN AFFAIRS";
  return {
    front: {
      page: { form: "PASSPORT", title, fields: front, male: human.male, face: human.face },
      fields: front,
    },
    back: {
      page: {
        form: "SCREENSHOT",
        title: `${title} (有效期页)`,
        rows: [
          ["有效期限", `${human.idValidFrom} 至 ${human.idValidTo ?? "长期"}`],
          ["签发机关", back.issuer],
        ],
      },
      fields: back,
    },
  };
}
