import type { Application } from "#shared/domain/filing/application";
import { company, individual } from "../base-orders";
import { addPaper, replaceEverywhere, srpOf } from "../bending";
import { companyApp, erpAsHolder, heldBy, PARTNER, STRANGER } from "../bending-services";
import { asItIs, type CorpusCase, cannotTell, nearMiss, violates } from "../case";

const FIRST = company("FIRST_FILING");
const NINGXIA = company("FIRST_FILING", { province: "640000" });
const TIBET = company("FIRST_FILING", { province: "540000" });
const DOMAIN = "services[0].domains[0]";
const PERSON = individual("FIRST_FILING");

/** who holds the domain. */
const HOLDER_CASES: readonly CorpusCase[] = [
  violates("R-096", "another company", FIRST, (application) => heldBy(application, STRANGER), [
    `R-096 ${DOMAIN}`,
  ]),
  violates(
    "R-096",
    "the second host of an APP",
    companyApp("FIRST_FILING", { where: ({ services }) => services[0]?.domains.length === 2 }),
    (application) => heldBy(application, STRANGER, 1),
    ["R-096 services[0].domains[1]"],
  ),
  violates("R-096", "another number", FIRST, holder({ holderCertNumber: "91110108MA01ABCD5T" }), [
    `R-096 ${DOMAIN}`,
  ]),
  violates("R-096", "another type of certificate", FIRST, holder({ holderCertType: 12 }), [
    `R-096 ${DOMAIN}`,
  ]),
  violates(
    "R-096",
    "another name",
    company("CHANGE_SERVICE"),
    holder({ realNameHolder: STRANGER.realNameHolder }),
    [`R-096 ${DOMAIN}`],
  ),
  violates(
    "R-096",
    "the ERP's name with another number",
    FIRST,
    (application) =>
      heldBy(application, { ...erpAsHolder(application), holderCertNumber: PARTNER.holderCertNumber }),
    [`R-096 ${DOMAIN}`],
  ),
  violates(
    "R-096",
    "the SRP of a unit",
    company("FIRST_FILING", { sameSrp: false }),
    (application) => {
      const { name, idType, idNumber } = srpOf(application);
      heldBy(application, {
        realNameHolder: name ?? "",
        holderCertType: idType ?? 0,
        holderCertNumber: idNumber ?? "",
        holderRelation: "NONE",
      });
    },
    [`R-096 ${DOMAIN}`],
  ),
  violates("R-096", "another person than the filer", PERSON, holder({ ...PARTNER, holderRelation: "NONE" }), [
    `R-096 ${DOMAIN}`,
  ]),
  violates("R-096", "a company in an individual's order", individual("ADD_SERVICE/OTHER"), holder(STRANGER), [
    `R-096 ${DOMAIN}`,
  ]),
  violates(
    "R-096",
    "an individual's domain of another in Ningxia",
    individual("FIRST_FILING", { province: "640000" }),
    holder(STRANGER),
    [`R-096 ${DOMAIN}`],
  ),
  nearMiss("R-096", "the ERP", FIRST, (application) => heldBy(application, erpAsHolder(application))),
  nearMiss("R-096", "the ERP in Guangdong", company("FIRST_FILING", { province: "440000" }), (application) =>
    heldBy(application, erpAsHolder(application)),
  ),
  nearMiss("R-096", "the unit with full-width brackets", FIRST, (application) => {
    const { name } = application.entity;
    replaceEverywhere(application, name, `${name}(示例)`);
    heldBy(application, { realNameHolder: `${name}（示例）` });
  }),
  cannotTell("R-096", "nobody knows the holder's name", FIRST, holder({ realNameHolder: undefined }), [
    `R-096? ${DOMAIN}`,
  ]),
  cannotTell("R-096", "nobody knows the holder's number", PERSON, holder({ holderCertNumber: undefined }), [
    `R-096? ${DOMAIN}`,
  ]),
  cannotTell(
    "R-096",
    "nobody knows the type of the holder's certificate",
    FIRST,
    holder({ holderCertType: undefined }),
    [`R-096? ${DOMAIN}`],
  ),
];

function holder(change: { [K in keyof typeof STRANGER]?: (typeof STRANGER)[K] | undefined }) {
  return (application: Application) => {
    const known = Object.entries(change).map(([key, value]) => [key, value ?? null]);
    heldBy(application, Object.fromEntries(known));
  };
}

/** a shareholder, principal or executive brings a proof. */
const RELATION_CASES: readonly CorpusCase[] = [
  ...["SHAREHOLDER", "PRINCIPAL", "EXECUTIVE"].map((holderRelation) =>
    violates("R-097", `${holderRelation} without proof`, FIRST, holder({ ...PARTNER, holderRelation }), [
      "R-097 materials",
    ]),
  ),
  violates("R-097", "a shareholder of a unit with an APP", companyApp("ADD_ACCESS/OURS"), holder(PARTNER), [
    "R-097 materials",
  ]),
  violates(
    "R-097",
    "a shareholder where the unit or its ERP may hold",
    company("CHANGE_SERVICE", { province: "440000" }),
    holder(PARTNER),
    ["R-097 materials"],
  ),
  ...["SHAREHOLDER", "PRINCIPAL", "EXECUTIVE"].map((holderRelation) =>
    nearMiss("R-097", `${holderRelation} with proof`, FIRST, (application) => {
      heldBy(application, { ...PARTNER, holderRelation });
      addPaper(application, "HOLDER_RELATION_PROOF", {
        serviceIndex: 0,
        ...(application.services[0]?.domains[0] === undefined
          ? {}
          : { domain: application.services[0].domains[0] }),
      });
    }),
  ),
  nearMiss("R-097", "the ERP needs no proof", company("ADD_SERVICE/OURS"), (application) =>
    heldBy(application, erpAsHolder(application)),
  ),
  cannotTell(
    "R-097",
    "nobody knows how the holder is related",
    FIRST,
    holder({ ...PARTNER, holderRelation: undefined }),
    [`R-096 ${DOMAIN}`, "R-097? materials"],
  ),
];

/** provinces in which the unit itself holds the domain. */
const UNIT_HOLDER_CASES: readonly CorpusCase[] = [
  violates(
    "R-098",
    "the ERP in Ningxia",
    NINGXIA,
    (application) => heldBy(application, erpAsHolder(application)),
    [`R-098 ${DOMAIN}`],
  ),
  violates("R-098", "another company in Tibet", TIBET, holder(STRANGER), [`R-098 ${DOMAIN}`]),
  violates("R-098", "a shareholder without proof in Tibet", TIBET, holder(PARTNER), [`R-098 ${DOMAIN}`]),
  violates(
    "R-098",
    "a shareholder with proof in Ningxia",
    NINGXIA,
    (application) => {
      heldBy(application, PARTNER);
      addPaper(application, "HOLDER_RELATION_PROOF", { serviceIndex: 0 });
    },
    [`R-098 ${DOMAIN}`],
  ),
  violates(
    "R-098",
    "the ERP where the switch is set",
    FIRST,
    (application) => heldBy(application, erpAsHolder(application)),
    [`R-098 ${DOMAIN}`],
    { switches: { holderMustBeUnit: true } },
  ),
  nearMiss("R-098", "the unit in Ningxia", NINGXIA, asItIs),
  nearMiss("R-098", "an individual in Tibet", individual("FIRST_FILING", { province: "540000" }), asItIs),
  nearMiss("R-098", "the unit with full-width brackets in Tibet", TIBET, (application) => {
    const { name } = application.entity;
    replaceEverywhere(application, name, `${name}(示例)`);
    heldBy(application, { realNameHolder: `${name}（示例）` });
  }),
  nearMiss("R-098", "the ERP in Fujian", company("FIRST_FILING", { province: "350000" }), (application) =>
    heldBy(application, erpAsHolder(application)),
  ),
  cannotTell("R-098", "nobody knows the holder", NINGXIA, holder({ realNameHolder: undefined }), [
    `R-098? ${DOMAIN}`,
  ]),
];

export const DOMAIN_HOLDER_CASES: readonly CorpusCase[] = [
  ...HOLDER_CASES,
  ...RELATION_CASES,
  ...UNIT_HOLDER_CASES,
];
