import { baseOrder, company } from "../base-orders";
import { srpOf } from "../bending";
import { all, rename } from "../bends";
import { asItIs, type CorpusCase, cannotTell, nearMiss, violates } from "../case";
import { anotherLegalRepresentative, ERP, otherEntity, SRP } from "../persons";

const CHONGQING = company("FIRST_FILING", { province: "500000", sameSrp: false });
const CHONGQING_CHANGE = company("CHANGE_SERVICE", { province: "500000", sameSrp: false });
const ZHEJIANG = company("FIRST_FILING", { sameSrp: false });

/** Another entity whose SRP is that of the base order. */
function sharesSrp(base: ReturnType<typeof company>) {
  const { idNumber } = srpOf(baseOrder(base).application);
  return { facts: { otherEntities: [otherEntity({ srp: { idNumber: idNumber ?? null } })] } };
}

/** an SRP of several entities in Chongqing. */
export const SHARED_SRP_CASES: readonly CorpusCase[] = [
  violates(
    "R-069",
    "also another company's",
    CHONGQING,
    asItIs,
    [`R-069 ${SRP}.idNumber`],
    sharesSrp(CHONGQING),
  ),
  violates(
    "R-069",
    "a change while also another company's",
    CHONGQING_CHANGE,
    asItIs,
    [`R-069 ${SRP}.idNumber`],
    sharesSrp(CHONGQING_CHANGE),
  ),
  nearMiss("R-069", "another company's in Zhejiang", ZHEJIANG, asItIs, [], sharesSrp(ZHEJIANG)),
  nearMiss("R-069", "another company has another SRP", CHONGQING, asItIs, [], {
    facts: { otherEntities: [otherEntity({ srp: {} })] },
  }),
  cannotTell(
    "R-069",
    "nobody looked",
    CHONGQING_CHANGE,
    asItIs,
    [
      `R-055? ${ERP}.mobile`,
      `R-055? ${SRP}.mobile`,
      `R-057? ${ERP}.emergencyPhone`,
      `R-057? ${SRP}.emergencyPhone`,
      `R-059? ${ERP}.email`,
      `R-059? ${SRP}.email`,
      `R-069? ${SRP}.idNumber`,
    ],
    { facts: { otherEntities: null } },
  ),
];

const LIAONING = { province: "210000" };
const manages = rename((name) => name.replace("有限公司", "投资管理有限公司"));
const keepsWealth = rename((name) => name.replace("有限公司", "理财服务有限公司"));

/** finance words in the names of Liaoning's units. */
export const FINANCE_NAME_CASES: readonly CorpusCase[] = [
  violates(
    "R-070",
    "an investment manager with another SRP",
    company("FIRST_FILING", { ...LIAONING, sameSrp: false }),
    manages,
    [`R-070 ${SRP}.isLegalRepresentative`],
  ),
  violates(
    "R-070",
    "an investment manager with another legal representative",
    company("FIRST_FILING", { ...LIAONING, sameSrp: true }),
    all(manages, anotherLegalRepresentative()),
    [`R-042 ${ERP}.isLegalRepresentative`, `R-070 ${ERP}.isLegalRepresentative`],
  ),
  violates(
    "R-070",
    "a word that asks for the permit as well",
    company("ADD_SERVICE/OURS", { ...LIAONING, sameSrp: false }),
    keepsWealth,
    [`R-070 ${SRP}.isLegalRepresentative`, "R-146 materials"],
  ),
  nearMiss(
    "R-070",
    "an investment manager, both persons one",
    company("FIRST_FILING", { ...LIAONING, sameSrp: true }),
    manages,
  ),
  nearMiss(
    "R-070",
    "an investment manager in Zhejiang",
    company("FIRST_FILING", { sameSrp: false }),
    manages,
  ),
  nearMiss(
    "R-070",
    "an investor in Liaoning",
    company("FIRST_FILING", { ...LIAONING, sameSrp: false }),
    rename((name) => name.replace("有限公司", "投资有限公司")),
  ),
];
