import { company, individual } from "../base-orders";
import { replaceEverywhere } from "../bending";
import { entity, reading, region } from "../bends";
import { type Bend, type CorpusCase, cannotTell, nearMiss, violates } from "../case";

const CONTACT = "entity.contactAddress";
const IN_HANGZHOU = "浙江省杭州市西湖区文三路90号东部软件园1205室";
const IN_XIAMEN = "福建省厦门市思明区软件园路36号创新大厦1203室";

/** Another certificate address, on the certificate as in the order. */
function certAddress(to: (address: string) => string): Bend {
  return (application) => {
    const address = application.entity.certAddress ?? "";
    const contact = application.entity.contactAddress ?? null;
    replaceEverywhere(application, address, to(address));
    application.entity.contactAddress = contact;
  };
}

/** the address on the certificate. */
export const CERTIFICATE_ADDRESS_CASES: readonly CorpusCase[] = [
  violates(
    "R-031",
    "the certificate has another room",
    company("FIRST_FILING"),
    reading("ENTITY_CERTIFICATE", { address: "浙江省杭州市西湖区文三路90号东部软件园1206室" }),
    ["R-031 entity.certAddress"],
  ),
  violates(
    "R-031",
    "a person's ID has another address",
    individual("FIRST_FILING"),
    entity({ certAddress: IN_HANGZHOU }),
    ["R-031 entity.certAddress"],
  ),
  nearMiss("R-031", "the certificate has other widths and blanks", company("FIRST_FILING"), (application) => {
    certAddress((address) => `${address}(1幢)`)(application, []);
    const read = application.evidence?.ocr?.find(({ materialKind }) => materialKind === "ENTITY_CERTIFICATE");
    if (read) read.fields.address = read.fields.address?.replace("(1幢)", " （1幢）");
  }),
  cannotTell(
    "R-031",
    "nobody read the address",
    company("FIRST_FILING"),
    reading("ENTITY_CERTIFICATE", { address: null }),
    ["R-031? entity.certAddress"],
  ),
];

/** where the contact address is. */
export const CONTACT_PLACE_CASES: readonly CorpusCase[] = [
  violates("R-032", "a company in Fujian", company("FIRST_FILING"), entity({ contactAddress: IN_XIAMEN }), [
    `R-032 ${CONTACT}`,
  ]),
  violates(
    "R-032",
    "a person in Shanghai",
    individual("CHANGE_BOTH"),
    entity({ contactAddress: "上海市浦东新区世纪大道100号2001室" }),
    [`R-032 ${CONTACT}`],
  ),
  nearMiss(
    "R-032",
    "another city of the province",
    company("FIRST_FILING"),
    entity({ contactAddress: IN_HANGZHOU }),
  ),
  nearMiss(
    "R-032",
    "the city named without its province",
    company("FIRST_FILING"),
    entity({ contactAddress: IN_HANGZHOU.replace("浙江省", "") }),
  ),

  violates(
    "R-033",
    "another city in Hebei",
    company("FIRST_FILING", { province: "130000", where: seatedOutside("石家庄市") }),
    entity({ contactAddress: "河北省石家庄市长安区中山东路39号1605室" }),
    [`R-033 ${CONTACT}`],
  ),
  violates(
    "R-033",
    "another city in Guizhou",
    company("FIRST_FILING", { province: "520000", where: seatedOutside("贵阳市") }),
    entity({ contactAddress: "贵州省贵阳市南明区中华南路12号905室" }),
    [`R-033 ${CONTACT}`],
  ),
  nearMiss(
    "R-033",
    "another district of the city in Hebei",
    company("FIRST_FILING", {
      province: "130000",
      where: ({ entity: own }) => seat(own).includes("石家庄市"),
    }),
    entity({ contactAddress: "河北省石家庄市长安区中山东路39号1605室" }),
  ),
  nearMiss(
    "R-033",
    "a person's other city in Hebei",
    individual("FIRST_FILING", { province: "130000", where: seatedOutside("石家庄市") }),
    entity({ contactAddress: "河北省石家庄市长安区中山东路39号1605室" }),
  ),
  nearMiss(
    "R-033",
    "another city where nobody asks for the same",
    company("FIRST_FILING", { where: seatedOutside("杭州市") }),
    entity({ contactAddress: IN_HANGZHOU }),
  ),
];

function seat({ certAddress: address }: { certAddress?: string | null | undefined }): string {
  return address ?? "";
}

function seatedOutside(city: string) {
  return ({ entity: own }: Parameters<Bend>[0]) => !seat(own).includes(city);
}

const VILLAGE = "浙江省杭州市西湖区转塘街道外桐坞村";
const SPECIAL = [`R-035 ${CONTACT}`];

/** how the address is written. */
export const ADDRESS_FORM_CASES: readonly CorpusCase[] = [
  violates("R-034", "a village and no more", company("FIRST_FILING"), entity({ contactAddress: VILLAGE }), [
    `R-034 ${CONTACT}`,
  ]),
  violates(
    "R-034",
    "a road without a number",
    individual("CHANGE_BOTH"),
    entity({ contactAddress: "浙江省杭州市西湖区文三路" }),
    [`R-034 ${CONTACT}`],
  ),
  nearMiss(
    "R-034",
    "a group of the village",
    company("FIRST_FILING"),
    entity({ contactAddress: `${VILLAGE}三组` }),
  ),
  nearMiss(
    "R-034",
    "the remark says that there is no more",
    company("FIRST_FILING"),
    entity({ contactAddress: VILLAGE, remark: "该通信地址已是最详细地址，村内未编门牌号" }),
  ),

  violates(
    "R-035",
    "a star",
    company("FIRST_FILING"),
    entity({ contactAddress: `${IN_HANGZHOU}★` }),
    SPECIAL,
  ),
  violates(
    "R-035",
    "a comma",
    individual("CHANGE_BOTH"),
    entity({ contactAddress: `${IN_HANGZHOU}，东门` }),
    SPECIAL,
  ),
  violates(
    "R-035",
    "a slash on the certificate too",
    company("FIRST_FILING"),
    certAddress((text) => `${text}/2幢`),
    ["R-035 entity.certAddress"],
  ),
  nearMiss(
    "R-035",
    "every sign that is allowed",
    company("FIRST_FILING"),
    entity({ contactAddress: "浙江省杭州市西湖区文三路90号 A-1#(东)（西）·1205室" }),
  ),
];

/** R-036: region codes. */
export const REGION_CASES: readonly CorpusCase[] = [
  violates(
    "R-036",
    "a county of another city",
    company("FIRST_FILING"),
    region({ cityCode: "330100", countyCode: "330203" }),
    ["R-036 entity.region.countyCode"],
  ),
  violates(
    "R-036",
    "a city of another province",
    company("CHANGE_BOTH"),
    region({ cityCode: "320100", countyCode: "320102" }),
    ["R-036 entity.region.cityCode"],
  ),
  nearMiss(
    "R-036",
    "a county that the province runs itself",
    company("FIRST_FILING", { province: "420000" }),
    region({ cityCode: "429000", countyCode: "429004" }),
  ),
  nearMiss(
    "R-036",
    "a district of a municipality",
    company("FIRST_FILING", { province: "310000" }),
    region({ cityCode: "310100", countyCode: "310115" }),
  ),
  nearMiss(
    "R-036",
    "another city and its county",
    individual("FIRST_FILING"),
    region({
      cityCode: "330200",
      countyCode: "330203",
    }),
  ),
];
