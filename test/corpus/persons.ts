import type { OtherEntity, OtherPerson } from "#shared/domain/rules/rule-input";
import { type BaseQuery, baseOrder } from "./base-orders";
import { erpOf, evidenceOf, paperOf, replaceEverywhere, serviceOf } from "./bending";
import type { Bend } from "./case";
import { bornOn } from "./numbers";

/** Responsible persons for cases: paths of their fields, a stranger, and what other entities are filed with. */

export const ERP = "entity.responsiblePerson";
export const SRP = "services[0].responsiblePerson";

export const MOBILE = "13857101234";
export const EMAIL = "stranger@163.com";

const STRANGER = {
  name: "欧阳示例",
  idType: 2,
  idNumber: bornOn("1988-08-08"),
  idValidFrom: "2019-05-01",
  idValidTo: "2039-05-01",
  mobile: MOBILE,
  emergencyPhone: "13957105678",
  email: EMAIL,
  isLegalRepresentative: false,
};

/** Somebody else looks after the first service, with papers that show it; `same` is taken from the ERP. */
export function anotherSrp(same: readonly (keyof typeof STRANGER)[] = []): Bend {
  return (application) => {
    const own = erpOf(application);
    const kept = Object.fromEntries(same.map((key) => [key, own[key]]));
    const person = { ...STRANGER, ...kept };
    serviceOf(application).responsiblePerson = { sameAsEntity: false, ...person };
    const { name, idNumber, idValidFrom, idValidTo } = person;
    Object.assign(paperOf(application, "SRP_ID_FRONT"), { name, idNumber, birthDate: null });
    Object.assign(paperOf(application, "SRP_ID_BACK"), { validFrom: idValidFrom, validTo: idValidTo });
    const { provinceCode } = application.entity.region;
    evidenceOf(application).phones?.push({ phone: person.mobile, provinceCode });
  };
}

/** The ERP stated once more as the SRP of the first service. */
export const erpStatedTwice: Bend = (application) => {
  serviceOf(application).responsiblePerson = { sameAsEntity: false, ...erpOf(application) };
};

/** The ERP was born on that day, in the form as on the papers; an individual's own number follows. */
export function erpBornOn(day: string): Bend {
  return (application) => {
    const { idNumber } = erpOf(application);
    const area = idNumber?.slice(0, 6) ?? "330106";
    replaceEverywhere(application, idNumber ?? "", bornOn(day, area));
    for (const kind of ["ERP_ID_FRONT", "SRP_ID_FRONT"] as const)
      if (paperOf(application, kind).idNumber === bornOn(day, area))
        paperOf(application, kind).birthDate = day;
  };
}

/** Nobody of the unit is its legal representative any more: the papers name somebody else. */
export function anotherLegalRepresentative({ claimed = false } = {}): Bend {
  return (application) => {
    const { companyRegistry } = evidenceOf(application);
    if (companyRegistry) companyRegistry.legalRepresentative = "欧阳示例";
    paperOf(application, "ENTITY_CERTIFICATE").legalRepresentative = "欧阳示例";
    erpOf(application).isLegalRepresentative = claimed;
  };
}

const NOBODY: OtherPerson = {
  idNumber: bornOn("1969-01-02"),
  isLegalRepresentative: false,
  mobile: null,
  emergencyPhone: null,
  email: null,
};

/** Another entity, filed with these contacts. */
export function otherEntity(persons: {
  readonly erp?: Partial<OtherPerson>;
  readonly srp?: Partial<OtherPerson>;
}): OtherEntity {
  return {
    orderNo: "FO-20260105-0031",
    entityLabel: "示例乙有限公司",
    erp: { ...NOBODY, ...persons.erp },
    srps: persons.srp === undefined ? [] : [{ ...NOBODY, ...persons.srp }],
  };
}

/** What the ERP of a base order is elsewhere: legal representative of another company, with the same contacts. */
export function erpElsewhere(base: BaseQuery): OtherPerson {
  const { idNumber, mobile, emergencyPhone, email } = erpOf(baseOrder(base).application);
  return {
    idNumber: idNumber ?? null,
    isLegalRepresentative: true,
    mobile: mobile ?? null,
    emergencyPhone: emergencyPhone ?? null,
    email: email ?? null,
  };
}
