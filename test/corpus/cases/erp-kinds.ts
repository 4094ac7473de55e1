import { company, individual } from "../base-orders";
import { all, erp, image } from "../bends";
import { asItIs, type Bend, type CorpusCase, cannotTell, nearMiss, violates } from "../case";
import { bornOn } from "../numbers";
import { ERP, SRP } from "../persons";

const PASSPORT_HOLDER = {
  kind: "FIRST_FILING",
  province: "330000",
  where: ({ entity }: Parameters<Bend>[0]) => entity.nature === 4 && entity.responsiblePerson?.idType === 7,
};

const TEMPORARY = { documentKind: "TEMPORARY_ID_CARD" };
const INNER_MONGOLIA = { province: "150000" };
const KIND = `${ERP}.idType`;

/** kinds of IDs, and that an individual files in person. */
export const ID_KIND_CASES: readonly CorpusCase[] = [
  violates(
    "R-050",
    "a temporary ID in Shanghai",
    company("FIRST_FILING", { province: "310000" }),
    image("ERP_ID_FRONT", TEMPORARY),
    [`R-050 ${KIND} block`],
  ),
  violates(
    "R-050",
    "an SRP's temporary ID in Inner Mongolia",
    company("FIRST_FILING", { ...INNER_MONGOLIA, sameSrp: false }),
    image("SRP_ID_FRONT", TEMPORARY),
    [`R-050 ${SRP}.idType block`],
  ),
  violates(
    "R-050",
    "a temporary ID where no source speaks about it",
    company("FIRST_FILING"),
    image("ERP_ID_FRONT", TEMPORARY),
    [`R-050 ${KIND} warn`],
  ),
  nearMiss(
    "R-050",
    "a temporary ID where it is taken",
    company("FIRST_FILING"),
    image("ERP_ID_FRONT", TEMPORARY),
    [],
    { switches: { temporaryIdRefused: false } },
  ),
  cannotTell(
    "R-050",
    "not known what card it is",
    company("FIRST_FILING", INNER_MONGOLIA),
    all(image("ERP_ID_FRONT", { documentKind: null }), image("ERP_ID_BACK", { documentKind: null })),
    [`R-050? ${KIND}`],
  ),

  violates("R-051", "no foreigner may be ERP", PASSPORT_HOLDER, asItIs, [`R-051 ${KIND}`], {
    switches: { nonMainlandErp: "REFUSED" },
  }),
  violates(
    "R-051",
    "a passport where the travel permit is asked",
    PASSPORT_HOLDER,
    asItIs,
    [`R-051 ${KIND}`],
    {
      switches: { nonMainlandErp: "TRAVEL_PERMIT" },
    },
  ),
  nearMiss("R-051", "a passport where it is taken", PASSPORT_HOLDER, asItIs),
  cannotTell("R-051", "no source says what is taken", PASSPORT_HOLDER, asItIs, [`R-051? ${KIND}`], {
    switches: { nonMainlandErp: null },
  }),

  violates("R-052", "an ERP of another name", individual("FIRST_FILING"), erp({ name: "欧阳示例" }), [
    `R-045 ${ERP}.name`,
    `R-052 ${ERP}.name`,
  ]),
  violates(
    "R-052",
    "an ERP of another number",
    individual("CHANGE_BOTH"),
    erp({ idNumber: bornOn("1988-08-08") }),
    [`R-045 ${ERP}.idNumber`, `R-052 ${ERP}.idNumber`],
  ),
  nearMiss(
    "R-052",
    "a small x at the end",
    individual("FIRST_FILING", { where: ({ entity }) => entity.certNumber.endsWith("X") }),
    ({ entity }) => {
      if (entity.responsiblePerson) entity.responsiblePerson.idNumber = entity.certNumber.toLowerCase();
    },
  ),
  nearMiss("R-052", "a company's ERP is not the company", company("FIRST_FILING"), asItIs),
];
