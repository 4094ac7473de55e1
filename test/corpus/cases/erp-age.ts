import { PROVINCES } from "#shared/domain/provinces/province";
import { company, individual } from "../base-orders";
import { erpOf } from "../bending";
import { all, paper, reading } from "../bends";
import { type Bend, type CorpusCase, cannotTell, nearMiss, violates } from "../case";
import { ERP, erpBornOn } from "../persons";

/** age on the day of the submission. What the provinces ask is read from the bible's table. */

const TOO_YOUNG = `R-048 ${ERP}.idNumber block`;
const HINT = `R-048 ${ERP}.idNumber warn`;
const NO_PROOF = "R-049 materials";

/** Born `years` before the day of the submission, or a day later. */
function aged(years: number, dayShort = false): Bend {
  return erpBornOn(`${2026 - years}-03-0${dayShort ? 3 : 2}`);
}

const MIN_AGES: readonly (readonly [code: string, who: "unit" | "individual", age: number])[] = [
  ...(["TJ", "HE", "NM", "ZJ", "HA", "HB", "HN", "SC", "GZ", "XZ"] as const).map(
    (code) => [code, "individual", 18] as const,
  ),
  ["SD", "individual", 17],
  ["JS", "individual", 16],
  ["GD", "individual", 16],
  ...(["NM", "LN", "HL", "FJ", "HA", "HB", "HN", "SC", "GZ"] as const).map(
    (code) => [code, "unit", 18] as const,
  ),
  ["GD", "unit", 16],
];

/** Where a person under 18 who files needs a proof of employment as well. */
const ALSO_NEEDS_PROOF = ["JS individual", "GD individual"];

function at(code: string): { province: string } {
  const adcode = PROVINCES.find((province) => province.code === code)?.adcode;
  if (adcode === undefined) throw new Error(`no province ${code}`);
  return { province: adcode };
}

export const MIN_AGE_CASES: readonly CorpusCase[] = MIN_AGES.flatMap(([code, who, age]) => {
  const of = who === "unit" ? company : individual;
  const base = of("FIRST_FILING", { ...at(code), sameSrp: code !== "TJ" || who === "individual" });
  const proof = ALSO_NEEDS_PROOF.includes(`${code} ${who}`) ? [NO_PROOF] : [];
  return [
    violates("R-048", `${code}: a day under ${age}, ${who}`, base, aged(age, true), [TOO_YOUNG]),
    nearMiss("R-048", `${code}: ${age} today, ${who}`, base, aged(age), proof),
  ];
});

const PASSPORT_HOLDER = {
  kind: "FIRST_FILING",
  province: "350000",
  where: ({ entity }: Parameters<Bend>[0]) => entity.nature === 4 && entity.responsiblePerson?.idType === 7,
};

export const AGE_CASES: readonly CorpusCase[] = [
  violates(
    "R-048",
    "a person under 18 where no source names an age",
    individual("FIRST_FILING", at("SH")),
    aged(18, true),
    [HINT],
  ),
  nearMiss(
    "R-048",
    "a person of 18 where no source names an age",
    individual("FIRST_FILING", at("SH")),
    aged(18),
  ),
  nearMiss("R-048", "staff under 18 where no source names an age", company("FIRST_FILING"), aged(17)),
  violates(
    "R-048",
    "a passport holder under 18 in Fujian, as the paper tells",
    PASSPORT_HOLDER,
    reading("ERP_ID_FRONT", { birthDate: "2008-03-03" }),
    [TOO_YOUNG],
  ),
  cannotTell(
    "R-048",
    "a passport holder in Fujian whose birth date nobody read",
    PASSPORT_HOLDER,
    (application) => {
      if (erpOf(application).idType !== 7) throw new Error("the ERP has a mainland ID");
      reading("ERP_ID_FRONT", { birthDate: null })(application, []);
    },
    [`R-048? ${ERP}.idNumber`],
  ),

  violates("R-049", "a day under 18 in Guangdong", individual("FIRST_FILING", at("GD")), aged(18, true), [
    NO_PROOF,
  ]),
  violates("R-049", "seventeen in Jiangsu", individual("CHANGE_BOTH", at("JS")), aged(17), [NO_PROOF]),
  violates("R-049", "a day under 18 in Jiangsu", individual("FIRST_FILING", at("JS")), aged(18, true), [
    NO_PROOF,
  ]),
  violates(
    "R-049",
    "staff a day under 18 in Yunnan",
    company("FIRST_FILING", { ...at("YN"), sameSrp: true }),
    aged(18, true),
    [NO_PROOF],
  ),
  violates(
    "R-049",
    "a person a day under 18 in Yunnan",
    individual("FIRST_FILING", at("YN")),
    aged(18, true),
    [HINT, NO_PROOF],
  ),
  nearMiss("R-049", "eighteen today in Guangdong", individual("FIRST_FILING", at("GD")), aged(18)),
  nearMiss("R-049", "eighteen today in Jiangsu", individual("FIRST_FILING", at("JS")), aged(18)),
  nearMiss("R-049", "eighteen today in Yunnan", individual("FIRST_FILING", at("YN")), aged(18)),
  nearMiss(
    "R-049",
    "staff of eighteen today in Yunnan",
    company("FIRST_FILING", { ...at("YN"), sameSrp: true }),
    aged(18),
  ),
  nearMiss(
    "R-049",
    "seventeen in Guangdong with the proof",
    individual("FIRST_FILING", at("GD")),
    all(aged(17), paper("EMPLOYMENT_PROOF")),
  ),
  nearMiss(
    "R-049",
    "staff of seventeen in Guangdong",
    company("FIRST_FILING", { ...at("GD"), sameSrp: true }),
    aged(17),
  ),
  cannotTell(
    "R-049",
    "a passport holder whose birth date nobody read",
    PASSPORT_HOLDER,
    reading("ERP_ID_FRONT", { birthDate: null }),
    ["R-049? materials"],
    {
      switches: {
        minAge: { unit: null, individual: null },
        employmentProofUnder: { unit: 18, individual: null },
      },
    },
  ),
];
