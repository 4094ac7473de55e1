import { company, individual } from "../base-orders";
import { erpOf, evidenceOf, srpOf } from "../bending";
import { erp, srp } from "../bends";
import { asItIs, type Bend, type CorpusCase, cannotTell, nearMiss, violates } from "../case";
import { ERP, erpElsewhere, MOBILE, otherEntity, SRP } from "../persons";

const OWN_SRP = { sameSrp: false };
const OWN_MOBILE = `${ERP}.mobile`;
const NOT_LOCAL = [`R-054 ${OWN_MOBILE}`];

/** Where the phone of the ERP, or of the SRP, is from; null = the service did not know. */
function from(
  provinceCode: string | null,
  whose: (order: Parameters<Bend>[0]) => { mobile?: string | null } = erpOf,
): Bend {
  return (application) => {
    const { mobile } = whose(application);
    for (const known of evidenceOf(application).phones ?? [])
      if (known.phone === mobile) known.provinceCode = provinceCode;
  };
}

/** the number itself. */
export const MOBILE_CASES: readonly CorpusCase[] = [
  violates("R-053", "ten digits", company("FIRST_FILING"), erp({ mobile: "1385710123" }), [
    `R-053 ${OWN_MOBILE}`,
  ]),
  violates("R-053", "no such segment", company("CHANGE_BOTH"), erp({ mobile: "12857101234" }), [
    `R-053 ${OWN_MOBILE}`,
  ]),
  violates("R-053", "an SRP's landline", company("FIRST_FILING", OWN_SRP), srp({ mobile: "0571-88001234" }), [
    `R-053 ${SRP}.mobile`,
  ]),
  nearMiss("R-053", "the highest segment", company("FIRST_FILING"), erp({ mobile: "19957101234" })),
  nearMiss("R-053", "the lowest segment", company("CHANGE_BOTH"), erp({ mobile: "13057101234" })),

  violates(
    "R-054",
    "a number of Guangdong in Liaoning",
    company("FIRST_FILING", { province: "210000" }),
    from("440000"),
    NOT_LOCAL,
  ),
  violates(
    "R-054",
    "a person's number of Guangxi in Hunan",
    individual("FIRST_FILING", { province: "430000" }),
    from("450000"),
    NOT_LOCAL,
  ),
  violates(
    "R-054",
    "an SRP's number of Guangdong in Jiangsu",
    company("FIRST_FILING", { province: "320000", ...OWN_SRP }),
    from("440000", srpOf),
    [`R-054 ${SRP}.mobile`],
  ),
  nearMiss(
    "R-054",
    "a unit's number of Guangxi in Hunan",
    company("FIRST_FILING", { province: "430000" }),
    from("450000"),
  ),
  nearMiss("R-054", "a number of Guangdong in Zhejiang", company("FIRST_FILING"), from("440000")),
  cannotTell(
    "R-054",
    "not known where it is from",
    company("FIRST_FILING", { province: "210000" }),
    from(null),
    [`R-054? ${OWN_MOBILE}`],
  ),

  violates(
    "R-060",
    "a segment that may not receive",
    company("FIRST_FILING"),
    erp({ mobile: "17057101234" }),
    [`R-060 ${OWN_MOBILE} warn`],
  ),
  violates("R-060", "an SRP's", company("ADD_SERVICE/OURS", OWN_SRP), srp({ mobile: "16257101234" }), [
    `R-060 ${SRP}.mobile warn`,
  ]),
  nearMiss("R-060", "the segment beside it", company("FIRST_FILING"), erp({ mobile: "17257101234" })),
];

const LONE = company("FIRST_FILING", { sameSrp: true });
const CHANGE = company("CHANGE_SERVICE", { sameSrp: true });
const nobodyLooked = { facts: { otherEntities: null } };
const KNOWN = erpElsewhere(LONE);

/** the number elsewhere. */
export const SHARED_MOBILE_CASES: readonly CorpusCase[] = [
  violates(
    "R-055",
    "another company's ERP has it",
    company("FIRST_FILING"),
    erp({ mobile: MOBILE }),
    [`R-055 ${OWN_MOBILE}`],
    {
      facts: { otherEntities: [otherEntity({ erp: { mobile: MOBILE } })] },
    },
  ),
  violates(
    "R-055",
    "another company's SRP has the SRP's",
    company("ADD_SERVICE/OURS", OWN_SRP),
    srp({ mobile: MOBILE }),
    [`R-055 ${SRP}.mobile`],
    { facts: { otherEntities: [otherEntity({ srp: { mobile: MOBILE } })] } },
  ),
  nearMiss("R-055", "the same legal representative has another company", LONE, asItIs, [], {
    facts: { otherEntities: [otherEntity({ erp: KNOWN })] },
  }),
  cannotTell(
    "R-055",
    "nobody looked",
    CHANGE,
    asItIs,
    [`R-055? ${OWN_MOBILE}`, `R-057? ${ERP}.emergencyPhone`, `R-059? ${ERP}.email`],
    nobodyLooked,
  ),

  violates("R-056", "another mailbox in the other company", LONE, asItIs, [`R-056 ${ERP}.email warn`], {
    facts: { otherEntities: [otherEntity({ erp: { ...KNOWN, email: "other@163.com" } })] },
  }),
  violates("R-056", "another mobile in the other company", LONE, asItIs, [`R-056 ${OWN_MOBILE} warn`], {
    facts: { otherEntities: [otherEntity({ erp: { ...KNOWN, mobile: MOBILE } })] },
  }),
  nearMiss("R-056", "the same contacts in the other company", LONE, asItIs, [], {
    facts: { otherEntities: [otherEntity({ erp: KNOWN })] },
  }),
  nearMiss("R-056", "another person in the other company", LONE, asItIs, [], {
    facts: { otherEntities: [otherEntity({ erp: { mobile: MOBILE, email: "other@163.com" } })] },
  }),
  cannotTell(
    "R-056",
    "nobody looked",
    LONE,
    asItIs,
    [`R-055? ${OWN_MOBILE}`, `R-056? ${OWN_MOBILE}`, `R-057? ${ERP}.emergencyPhone`, `R-059? ${ERP}.email`],
    nobodyLooked,
  ),
];
