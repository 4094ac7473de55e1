import { baseOrder, company } from "../base-orders";
import { erpOf, filedRecordOf, filedServiceOf, ministryFacts, serviceOf, srpOf } from "../bending";
import { all } from "../bends";
import { asItIs, type Bend, type CorpusCase, nearMiss, violates } from "../case";
import { anotherWebsite } from "../more-services";
import { otherEntity, SRP } from "../persons";

const OWN_SRP = company("FIRST_FILING", { sameSrp: false });
const known = srpOf(baseOrder(OWN_SRP).application);

/** The second website is filed as well, under a number of its own. */
const secondIsFiled: Bend = (application) => {
  const second = serviceOf(application, 1);
  second.filingNumber = second.filingNumber?.replace(/\d+$/u, "9");
  const record = filedRecordOf(application);
  record.services.push({ ...structuredClone(filedServiceOf(application)), ...structuredClone(second) });
  ministryFacts(application).domainsFiled?.push(...second.domains);
};

/** Where two sentences come close to each other. */
export const CLOSE_CALL_CASES: readonly CorpusCase[] = [
  violates(
    "R-012",
    "access for two websites in Hubei",
    company("ADD_ACCESS/OTHER", { province: "420000" }),
    all(anotherWebsite(), secondIsFiled),
    ["R-012 services"],
  ),
  nearMiss(
    "R-012",
    "access for two websites in Zhejiang",
    company("ADD_ACCESS/OTHER"),
    all(anotherWebsite(), secondIsFiled),
  ),
  nearMiss(
    "R-015",
    "an APP takes another domain",
    company("CHANGE_SERVICE", { services: ["APP"] }),
    (application) => {
      filedServiceOf(application).domains = ["replaced-example.com"];
      ministryFacts(application).domainsFiled = ["replaced-example.com"];
    },
  ),
  nearMiss(
    "R-010",
    "another name of the service while adding access",
    company("ADD_ACCESS/OTHER", { province: "130000" }),
    (application) => {
      filedServiceOf(application).remark = "对外展示与联系";
    },
  ),
  violates(
    "R-055",
    "the same SRP in another company is no legal representative",
    OWN_SRP,
    asItIs,
    [`R-055 ${SRP}.mobile`],
    {
      facts: {
        otherEntities: [
          otherEntity({ srp: { idNumber: known.idNumber ?? null, mobile: known.mobile ?? null } }),
        ],
      },
    },
  ),
  violates(
    "R-064",
    "two persons with one mailbox in another case",
    OWN_SRP,
    (application) => {
      srpOf(application).email = erpOf(application).email?.toUpperCase() ?? "";
    },
    [`R-064 ${SRP}.email block`],
  ),
];
