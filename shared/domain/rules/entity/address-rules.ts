import { cityOfAddress, provinceOfAddress, sameAddress, withinRegion } from "../../regions/address-region";
import { isUnit } from "../document-view";
import { ENTITY_FILINGS } from "../filing-sets";
import { at, cannotCheck, fact, violated } from "../results";
import { type Rule, rule } from "../rule";
import { explainsAddress, hasDoorToken, regionFaults, specialCharacters } from "./address-form";
import { certificateKind, certificateReadings, issuingProvince, provinceText, shown } from "./entity-view";

/** The addresses and the region codes. */
export const ADDRESS_RULES: readonly Rule[] = [
  rule({
    id: "R-031",
    group: "ENT",
    title: { zh: "证件住址不一致", en: "Certificate address mismatch" },
    applies: { filingTypes: ENTITY_FILINGS },
    fields: ["entity.certAddress"],
    needs: ["evidence.ocr[materialKind=ENTITY_CERTIFICATE].fields.address"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "证件住址须与证件一致",
      en: "Certificate address must match the certificate",
    },
    params: ["field", "actual", "expected"],
    templates: ["T-ENT-11"],
    source: "seed table 1-3; HW-KB 1.4",
    judge: (input) => {
      const { certAddress } = input.application.entity;
      const readings = certificateReadings(input, "address");
      const [first] = readings;
      if (first === undefined) {
        const kind = certificateKind(input);
        return [cannotCheck("entity.certAddress", `evidence.ocr[materialKind=${kind}].fields.address`)];
      }
      if (readings.some(({ value }) => sameAddress(certAddress ?? "", value))) return [];
      const params = {
        field: { zh: "证件住址", en: "The certificate address" },
        actual: shown(input, "ADDRESS", certAddress),
        expected: shown(input, "ADDRESS", first.value),
      };
      return [violated("entity.certAddress", params, [at("entity.certAddress"), at(first.path)])];
    },
  }),
  rule({
    id: "R-032",
    group: "ENT",
    title: { zh: "通信地址地域不符", en: "Contact address outside region" },
    applies: { filingTypes: ENTITY_FILINGS },
    fields: ["entity.contactAddress"],
    needs: ["list.regionCodes"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "通信地址须与证件签发地、备案地同一地域",
      en: "Contact address must be in the same region as certificate and filing",
    },
    params: ["reason", "scope", "actual"],
    templates: ["T-ENT-08"],
    source: "seed table 1-3",
    judge: (input) => {
      const { contactAddress, region } = input.application.entity;
      if (!contactAddress?.trim()) return [];
      const place = "entity.contactAddress";
      const lies = provinceOfAddress(contactAddress);
      if (lies === null) return [cannotCheck(place, "list.regionCodes")];
      const issuing = isUnit(input) ? issuingProvince(input) : null;
      const outside = lies !== region.provinceCode;
      if (!outside && (issuing === null || issuing.code === lies)) return [];
      const lying = provinceText(lies);
      const reason = outside
        ? {
            zh: `地址在${lying.zh}，备案地域为${input.province.name.zh}`,
            en: `it lies in ${lying.en}, the filing is for ${input.province.name.en}`,
          }
        : {
            zh: `地址在${lying.zh}，不在证件签发的省份`,
            en: `it lies in ${lying.en}, which is not the province that issued the certificate`,
          };
      return [
        violated(
          place,
          { reason, scope: { zh: "省份", en: "province" }, actual: shown(input, "ADDRESS", contactAddress) },
          [at(place), at("entity.region.provinceCode"), ...(issuing === null ? [] : [issuing.evidence])],
        ),
      ];
    },
  }),
  rule({
    id: "R-033",
    group: "ENT",
    title: { zh: "通信地址跨市", en: "Contact address in another city" },
    applies: { filingTypes: ENTITY_FILINGS, natures: ["UNIT"] },
    fields: ["entity.contactAddress", "entity.certAddress"],
    needs: ["province.sameCityAddress", "list.regionCodes"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "{province}要求通信地址与证件住址同市",
      en: "{province} requires the same city as the certificate address",
    },
    params: ["province", "reason", "scope", "actual"],
    templates: ["T-ENT-08"],
    source: "HW-KB doc_0216, doc_0232, doc_0244",
    judge: (input) => {
      const { contactAddress, certAddress } = input.application.entity;
      if (input.province.switches.sameCityAddress !== true) return [];
      if (!contactAddress?.trim() || !certAddress?.trim()) return [];
      const place = "entity.contactAddress";
      const differ = citiesDiffer(contactAddress, certAddress);
      if (differ === null) return [cannotCheck(place, "list.regionCodes")];
      if (!differ) return [];
      const params = {
        province: input.province.name,
        reason: {
          zh: `${input.province.name.zh}要求通信地址与证件住址在同一城市`,
          en: `${input.province.name.en} asks for the city of the certificate address`,
        },
        scope: { zh: "城市", en: "city" },
        actual: shown(input, "ADDRESS", contactAddress),
      };
      return [
        violated(place, params, [
          at(place),
          at("entity.certAddress"),
          fact("province.sameCityAddress", true),
        ]),
      ];
    },
  }),
  rule({
    id: "R-034",
    group: "ENT",
    title: { zh: "地址不完整", en: "Address not to door number" },
    applies: { filingTypes: ENTITY_FILINGS },
    fields: ["entity.contactAddress", "entity.remark"],
    needs: [],
    severity: "block",
    check: "partly",
    outcome: "REVISE",
    message: {
      zh: "通信地址须精确到门牌号，确已最详细请在备注说明",
      en: "Give the door number, or explain in the remark",
    },
    params: ["actual"],
    templates: ["T-ENT-15"],
    source: "seed fig 1-7",
    judge: (input) => {
      const { contactAddress, remark } = input.application.entity;
      if (hasDoorToken(withinRegion(contactAddress ?? "")) || explainsAddress(remark ?? "")) return [];
      return [
        violated("entity.contactAddress", { actual: shown(input, "ADDRESS", contactAddress) }, [
          at("entity.contactAddress"),
          at("entity.remark"),
        ]),
      ];
    },
  }),
  rule({
    id: "R-035",
    group: "ENT",
    title: { zh: "地址含特殊字符", en: "Special characters in address" },
    applies: { filingTypes: ENTITY_FILINGS },
    fields: ["entity.contactAddress", "entity.certAddress"],
    needs: ["list.addressCharacters"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "地址不得含特殊字符",
      en: "Address must not contain special characters",
    },
    params: ["reason", "scope", "actual"],
    templates: ["T-ENT-08"],
    source: "seed fig 1-7; V3.0 5008; character set [assumption]",
    judge: (input) =>
      (["contactAddress", "certAddress"] as const).flatMap((field) => {
        const address = input.application.entity[field] ?? "";
        const found = specialCharacters(address).join(" ");
        if (found === "") return [];
        const params = {
          reason: { zh: `含有特殊字符 ${found}`, en: `it has the special characters ${found}` },
          scope: { zh: "地域", en: "region" },
          actual: shown(input, "ADDRESS", address),
        };
        return [violated(`entity.${field}`, params, [at(`entity.${field}`)])];
      }),
  }),
  rule({
    id: "R-036",
    group: "ENT",
    title: { zh: "行政区划代码错误", en: "Region codes inconsistent" },
    applies: { filingTypes: ENTITY_FILINGS },
    fields: ["entity.region.provinceCode", "entity.region.cityCode", "entity.region.countyCode"],
    needs: ["list.regionCodes"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "省市县代码不对应",
      en: "Province, city and county codes do not nest",
    },
    params: ["field", "actual", "expected"],
    templates: ["T-ENT-11"],
    source: "V3.0 1019",
    judge: (input) =>
      regionFaults(input).map(({ field, actual, label, expected }) =>
        violated(`entity.region.${field}`, { field: label, actual, expected }, [
          at("entity.region.provinceCode"),
          at("entity.region.cityCode"),
          at("entity.region.countyCode"),
        ]),
      ),
  }),
];

/** Whether two addresses are in different cities; null when one of them does not tell. */
function citiesDiffer(left: string, right: string): boolean | null {
  const provinces = [provinceOfAddress(left), provinceOfAddress(right)];
  if (!provinces.includes(null) && provinces[0] !== provinces[1]) return true;
  const cities = [cityOfAddress(left), cityOfAddress(right)];
  return cities.includes(null) ? null : cities[0] !== cities[1];
}
