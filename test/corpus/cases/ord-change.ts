import { company, individual } from "../base-orders";
import { erpOf, filedEntityOf, filedRecordOf, filedServiceOf } from "../bending";
import { filedEntity, filedErp, order } from "../bends";
import { asItIs, type Bend, type CorpusCase, nearMiss, violates } from "../case";
import { bornOn } from "../numbers";

const FORMER_MOBILE = "13857101234";
const WRONG_KIND = ["R-014 filingType"];
const CONSENTS = ["R-016 consents"];
const OTHER_LEGAL_REP = { name: "欧阳示例", idNumber: bornOn("1975-05-06"), email: "former@163.com" };

/** What a person was filed as before his own company takes the filing over. */
const wasFiledAsPerson: Bend = (application) => {
  const { name, idNumber } = erpOf(application);
  Object.assign(filedEntityOf(application), {
    nature: 5,
    name: name ?? "",
    certType: 2,
    certNumber: idNumber ?? "",
  });
};

/** the kind of change. */
export const CHANGE_KIND_CASES: readonly CorpusCase[] = [
  violates(
    "R-014",
    "a person's mobile changes",
    individual("CHANGE_ENTITY"),
    filedErp({ mobile: FORMER_MOBILE }),
    WRONG_KIND,
  ),
  violates(
    "R-014",
    "a person's emergency phone changes",
    individual("CHANGE_ENTITY"),
    filedErp({ emergencyPhone: FORMER_MOBILE }),
    WRONG_KIND,
  ),
  violates(
    "R-014",
    "the mailbox of a company's ERP who is its SRP changes",
    company("CHANGE_ENTITY", { where: ownSrp(true) }),
    filedErp({ email: "former@163.com" }),
    WRONG_KIND,
  ),
  violates(
    "R-014",
    "a new legal representative in Hunan",
    company("CHANGE_ENTITY", { province: "430000", where: ownSrp(false) }),
    filedErp({ ...OTHER_LEGAL_REP, mobile: FORMER_MOBILE }),
    WRONG_KIND,
  ),
  violates("R-014", "only joint changes are taken", company("CHANGE_SERVICE"), asItIs, WRONG_KIND, {
    switches: { changeBothOnly: true },
  }),
  nearMiss(
    "R-014",
    "the mobile of a company's ERP who is not its SRP changes",
    company("CHANGE_ENTITY", { where: ownSrp(false) }),
    filedErp({ mobile: FORMER_MOBILE }),
  ),
  nearMiss(
    "R-014",
    "a new legal representative outside Hunan and Guizhou",
    company("CHANGE_ENTITY", { where: ownSrp(false) }),
    filedErp({ ...OTHER_LEGAL_REP, mobile: FORMER_MOBILE }),
  ),
  nearMiss(
    "R-014",
    "a person's address changes",
    individual("CHANGE_ENTITY"),
    filedEntity({ contactAddress: "浙江省杭州市西湖区文三路90号东部软件园1205室" }),
  ),
  nearMiss(
    "R-014",
    "a person's mobile changes with the joint kind",
    individual("CHANGE_BOTH"),
    filedErp({ mobile: FORMER_MOBILE }),
  ),
];

function ownSrp(isErp: boolean) {
  return ({ evidence }: Parameters<Bend>[0]) =>
    (evidence?.filedRecord?.services ?? []).every(
      ({ responsiblePerson }) => responsiblePerson?.sameAsEntity === isErp,
    );
}

/** what no change can change. */
export const UNCHANGEABLE_CASES: readonly CorpusCase[] = [
  violates(
    "R-015",
    "the filing moves to another province",
    company("CHANGE_ENTITY"),
    (application) => {
      filedEntityOf(application).region = {
        provinceCode: "320000",
        cityCode: "320100",
        countyCode: "320102",
      };
    },
    ["R-015 entity.region.provinceCode"],
  ),
  violates("R-015", "another nature", company("CHANGE_BOTH"), filedEntity({ nature: 9 }), [
    "R-015 entity.nature",
  ]),
  violates(
    "R-015",
    "the domain is replaced",
    company("CHANGE_SERVICE"),
    (application) => {
      const filed = filedServiceOf(application);
      const { domains = [] } = application.services[0] ?? {};
      const former = "replaced-example.com";
      for (const site of application.evidence?.sites ?? [])
        if (filed.domains.includes(site.domain)) site.domain = former;
      const registry = application.evidence?.miitRegistry;
      if (registry) registry.domainsFiled = [former];
      filedRecordOf(application).services.splice(1);
      filed.domains = domains.map(() => former);
    },
    ["R-015 services[0].domains[0]"],
  ),
  nearMiss("R-015", "the filing moves to another city", company("CHANGE_ENTITY"), ({ entity, evidence }) => {
    const other = entity.region.cityCode === "330100" ? ["330200", "330203"] : ["330100", "330106"];
    if (evidence?.filedRecord)
      evidence.filedRecord.entity.region = {
        provinceCode: "330000",
        cityCode: other[0],
        countyCode: other[1],
      };
  }),
  nearMiss(
    "R-015",
    "a person hands over to the own company where that is allowed",
    company("CHANGE_BOTH", { where: keepsLegalRepresentative }),
    wasFiledAsPerson,
  ),
];

function keepsLegalRepresentative({ entity, evidence }: Parameters<Bend>[0]): boolean {
  const filed = evidence?.filedRecord?.entity.responsiblePerson;
  return filed?.idNumber === entity.responsiblePerson?.idNumber;
}

/** the ticks. */
export const CONSENT_CASES: readonly CorpusCase[] = [
  violates(
    "R-016",
    "one of three is not ticked",
    company("FIRST_FILING"),
    order({ consents: { informationSecurity: true, assistedEditing: true, filingUndertaking: false } }),
    CONSENTS,
  ),
  violates("R-016", "none is there", individual("CHANGE_ENTITY"), order({ consents: null }), CONSENTS),
  violates(
    "R-016",
    "the agreement of a claim is not ticked",
    company("CLAIM"),
    order({ consents: { claimAgreement: false } }),
    CONSENTS,
  ),
  violates("R-016", "a claim without any", company("CLAIM"), order({ consents: null }), CONSENTS),
  violates(
    "R-016",
    "the agreement refused beside the other three",
    company("CLAIM"),
    order({
      consents: {
        informationSecurity: true,
        assistedEditing: true,
        filingUndertaking: true,
        claimAgreement: false,
      },
    }),
    CONSENTS,
  ),
  nearMiss(
    "R-016",
    "a claim with the three consents in place of its agreement",
    company("CLAIM"),
    order({ consents: { informationSecurity: true, assistedEditing: true, filingUndertaking: true } }),
  ),
  nearMiss(
    "R-016",
    "a cancellation needs none",
    company("CANCEL_ACCESS/VOLUNTARY"),
    order({ consents: null }),
  ),
];
