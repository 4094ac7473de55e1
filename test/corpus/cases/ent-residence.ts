import { type BaseQuery, individual } from "../base-orders";
import { replaceEverywhere } from "../bending";
import { all, entity, image, reading, withoutPaper } from "../bends";
import { asItIs, type Bend, type CorpusCase, cannotTell, nearMiss, violates } from "../case";
import { idIssuedIn } from "../numbers";

const NOT_TAKEN = ["R-029 entity.region.provinceCode"];
const NO_PROOF = ["R-030 materials"];
const IN_GUANGDONG = "广东省深圳市南山区科技南路18号3栋1单元602室";

/** A person who files away from home, with the proof of residence that the province asks for. */
function outsider(province: string, kind = "FIRST_FILING"): BaseQuery {
  return {
    kind,
    province,
    nature: 5,
    services: ["WEBSITE"],
    where: ({ entity }) => entity.certNumber.slice(0, 2) !== province.slice(0, 2),
  };
}

/** The person's ID was issued elsewhere; the address on it stays. */
function issuedIn(area: string): Bend {
  return (application) => {
    const { certNumber } = application.entity;
    replaceEverywhere(application, certNumber, idIssuedIn(area, certNumber));
  };
}

/** The ID shows an address elsewhere; its number stays. */
function livingAt(address: string): Bend {
  return (application) => replaceEverywhere(application, application.entity.certAddress ?? "", address);
}

const GUANGXI = { province: "450000" };
const NINGXIA = { province: "640000" };

/** persons from elsewhere where only locals file. */
export const LOCAL_ONLY_CASES: readonly CorpusCase[] = [
  violates(
    "R-029",
    "an address in Guangdong",
    individual("FIRST_FILING", GUANGXI),
    livingAt(IN_GUANGDONG),
    NOT_TAKEN,
  ),
  violates(
    "R-029",
    "address and number of Guangdong",
    individual("ADD_SERVICE/OURS", NINGXIA),
    all(livingAt(IN_GUANGDONG), issuedIn("440305")),
    NOT_TAKEN,
  ),
  violates(
    "R-029",
    "a number of Guangdong, and no address to be seen",
    individual("FIRST_FILING", NINGXIA),
    all(issuedIn("440305"), entity({ certAddress: null }), reading("ERP_ID_FRONT", { address: null })),
    [...NOT_TAKEN, "R-031? entity.certAddress"],
  ),
  nearMiss(
    "R-029",
    "moved here, and the number is of Guangdong",
    individual("FIRST_FILING", GUANGXI),
    issuedIn("440305"),
  ),
  nearMiss("R-029", "from elsewhere where anybody files", outsider("610000"), asItIs),
  cannotTell(
    "R-029",
    "no source says who may file in Anhui",
    individual("FIRST_FILING", { province: "340000" }),
    all(livingAt(IN_GUANGDONG), issuedIn("440305")),
    ["R-029? entity.region.provinceCode", "R-030? entity.certAddress"],
  ),
];

/** proof of residence. */
export const RESIDENCE_PROOF_CASES: readonly CorpusCase[] = [
  violates("R-030", "no proof in Zhejiang", outsider("330000"), withoutPaper("RESIDENCE_PROOF"), NO_PROOF),
  violates(
    "R-030",
    "no proof in Shandong",
    outsider("370000", "CHANGE_BOTH"),
    withoutPaper("RESIDENCE_PROOF"),
    NO_PROOF,
  ),
  violates(
    "R-030",
    "a student card where only a permit counts",
    outsider("330000"),
    image("RESIDENCE_PROOF", { documentKind: "STUDENT_CARD" }),
    ["R-030 materials[6]"],
  ),
  violates(
    "R-030",
    "a permit in Shanghai that ends within a month",
    outsider("310000"),
    reading("RESIDENCE_PROOF", { validTo: "2026-04-01" }),
    ["R-030 materials[7]"],
  ),
  violates(
    "R-030",
    "staff of a unit in Jiangxi with an ID from elsewhere",
    {
      kind: "FIRST_FILING",
      province: "360000",
      nature: 4,
      sameSrp: true,
      where: ({ entity, evidence }) =>
        entity.responsiblePerson?.idType === 2 && evidence?.domains?.[0]?.holderRelation === "ENTITY",
    },
    (application) => {
      const number = application.entity.responsiblePerson?.idNumber ?? "";
      const address = application.evidence?.ocr?.find(({ materialKind }) => materialKind === "ERP_ID_FRONT");
      replaceEverywhere(application, number, idIssuedIn("440305", number));
      replaceEverywhere(application, address?.fields.address ?? "", IN_GUANGDONG);
    },
    NO_PROOF,
  ),
  nearMiss(
    "R-030",
    "a permit in Shanghai with a month left",
    outsider("310000"),
    reading("RESIDENCE_PROOF", { validTo: "2026-04-02" }),
  ),
  nearMiss(
    "R-030",
    "a student card in Shandong",
    outsider("370000"),
    image("RESIDENCE_PROOF", { documentKind: "STUDENT_CARD" }),
  ),
  nearMiss(
    "R-030",
    "staff of a unit in Zhejiang with an ID from elsewhere",
    {
      kind: "FIRST_FILING",
      province: "330000",
      nature: 4,
      where: ({ entity }) => entity.responsiblePerson?.idNumber?.startsWith("33") === false,
    },
    asItIs,
  ),
  nearMiss("R-030", "at home without a proof", individual("FIRST_FILING"), asItIs),
  cannotTell(
    "R-030",
    "nobody told what kind of proof it is",
    outsider("330000"),
    image("RESIDENCE_PROOF", { documentKind: null }),
    ["R-030? materials[6]"],
  ),
];
