import { company, individual } from "../base-orders";
import { all, ministry } from "../bends";
import { type CorpusCase, cannotTell, nearMiss, violates } from "../case";
import { anotherDomain, anotherWebsite } from "../more-services";

const HUBEI = { province: "420000" };
const HUNAN = { province: "430000" };
const HENAN = { province: "410000" };
const SHANXI = { province: "140000" };
const HAINAN = { province: "460000" };
const JIANGXI = { province: "360000" };
const TOO_MANY = ["R-012 services"];

/** how many services one order may hold. */
export const SERVICE_COUNT_CASES: readonly CorpusCase[] = [
  violates("R-012", "two websites in Hubei", company("FIRST_FILING", HUBEI), anotherWebsite(), TOO_MANY),
  violates(
    "R-012",
    "a person's two websites in Hubei",
    individual("FIRST_FILING", HUBEI),
    anotherWebsite(),
    TOO_MANY,
  ),
  violates("R-012", "two websites in Hunan", company("ADD_SERVICE/OURS", HUNAN), anotherWebsite(), TOO_MANY),
  violates(
    "R-012",
    "a person's two websites in Hunan",
    individual("FIRST_FILING", HUNAN),
    anotherWebsite(),
    TOO_MANY,
  ),
  violates("R-012", "six domains in Henan", company("FIRST_FILING", HENAN), anotherWebsite(5), TOO_MANY),
  nearMiss("R-012", "five domains in Henan", company("FIRST_FILING", HENAN), anotherWebsite(4)),
  violates(
    "R-012",
    "a person's two domains in Henan",
    individual("FIRST_FILING", HENAN),
    anotherWebsite(),
    TOO_MANY,
  ),
  violates(
    "R-012",
    "four new domains in Shanxi",
    company("FIRST_FILING", SHANXI),
    anotherWebsite(3),
    TOO_MANY,
  ),
  nearMiss("R-012", "three new domains in Shanxi", company("FIRST_FILING", SHANXI), anotherWebsite(2)),
  nearMiss(
    "R-012",
    "access for many domains in Shanxi",
    company("ADD_ACCESS/OTHER", SHANXI),
    (application) => {
      const filed = application.evidence?.filedRecord?.services[0];
      for (const tail of ["two.", "three.", "four."]) {
        anotherDomain((first) => first.replace(".", tail))(application, []);
        filed?.domains.push(application.services[0]?.domains.at(-1) ?? "");
      }
    },
  ),
  violates(
    "R-012",
    "a person's first two domains in Hainan",
    individual("FIRST_FILING", HAINAN),
    anotherWebsite(),
    TOO_MANY,
  ),
  nearMiss(
    "R-012",
    "a person's later two domains in Hainan",
    individual("ADD_SERVICE/OURS", HAINAN),
    anotherWebsite(),
  ),
  violates(
    "R-012",
    "two more after sixteen in Jiangxi",
    company("ADD_SERVICE/OURS", JIANGXI),
    all(anotherWebsite(), ministry({ servicesTotal: 16 })),
    TOO_MANY,
  ),
  nearMiss(
    "R-012",
    "two more after fifteen in Jiangxi",
    company("ADD_SERVICE/OURS", JIANGXI),
    all(anotherWebsite(), ministry({ servicesTotal: 15 })),
  ),
  nearMiss(
    "R-012",
    "one more after sixteen in Jiangxi",
    company("ADD_SERVICE/OURS", JIANGXI),
    ministry({ servicesTotal: 16 }),
  ),
  violates(
    "R-012",
    "a person's two more after eight in Jiangxi",
    individual("ADD_SERVICE/OURS", JIANGXI),
    all(anotherWebsite(), ministry({ servicesTotal: 8 })),
    ["R-012 services", "R-122 services"],
  ),
  nearMiss(
    "R-012",
    "a person's two more after seven in Jiangxi",
    individual("ADD_SERVICE/OURS", JIANGXI),
    all(anotherWebsite(), ministry({ servicesTotal: 7 })),
    ["R-122 services"],
  ),
  nearMiss(
    "R-012",
    "a person's one more after eight in Jiangxi",
    individual("ADD_SERVICE/OURS", JIANGXI),
    ministry({ servicesTotal: 8 }),
    ["R-122 services"],
  ),
  cannotTell(
    "R-012",
    "not known how many are filed in Jiangxi",
    company("ADD_SERVICE/OURS", JIANGXI),
    all(anotherWebsite(), ministry({ servicesTotal: null })),
    ["R-012? services"],
  ),
];
