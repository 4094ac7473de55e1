import { company, individual } from "../base-orders";
import { erpOf, srpOf } from "../bending";
import { all, entity, erp, srp } from "../bends";
import { asItIs, type CorpusCase, cannotTell, nearMiss, violates } from "../case";
import { EMAIL, ERP, erpElsewhere, MOBILE, otherEntity, SRP } from "../persons";

const OWN_SRP = { sameSrp: false };
const EMERGENCY = `${ERP}.emergencyPhone`;
const MAILBOX = `${ERP}.email`;
const LONE = company("FIRST_FILING", { sameSrp: true });
const KNOWN = erpElsewhere(LONE);
const NOBODY_LOOKED = { facts: { otherEntities: null } };

/** the emergency phone. */
export const EMERGENCY_PHONE_CASES: readonly CorpusCase[] = [
  violates("R-057", "seven digits", company("FIRST_FILING"), erp({ emergencyPhone: "8800123" }), [
    `R-057 ${EMERGENCY}`,
  ]),
  violates(
    "R-057",
    "the person's own mobile",
    company("CHANGE_BOTH"),
    (application) => {
      erpOf(application).emergencyPhone = erpOf(application).mobile ?? "";
    },
    [`R-057 ${EMERGENCY}`],
  ),
  violates(
    "R-057",
    "an SRP's own mobile",
    company("FIRST_FILING", OWN_SRP),
    (application) => {
      srpOf(application).emergencyPhone = srpOf(application).mobile ?? "";
    },
    [`R-057 ${SRP}.emergencyPhone`],
  ),
  violates(
    "R-057",
    "another company's",
    company("FIRST_FILING"),
    erp({ emergencyPhone: MOBILE }),
    [`R-057 ${EMERGENCY}`],
    {
      facts: { otherEntities: [otherEntity({ erp: { emergencyPhone: MOBILE } })] },
    },
  ),
  nearMiss("R-057", "a landline", company("FIRST_FILING"), erp({ emergencyPhone: "0571-88001234" })),
  nearMiss("R-057", "the same legal representative's in another company", LONE, asItIs, [], {
    facts: { otherEntities: [otherEntity({ erp: KNOWN })] },
  }),
  cannotTell(
    "R-057",
    "nobody looked at other companies",
    individual("FIRST_FILING"),
    asItIs,
    [`R-055? ${ERP}.mobile`, `R-057? ${EMERGENCY}`, `R-059? ${MAILBOX}`],
    NOBODY_LOOKED,
  ),
];

const BEIJING = { province: "110000" };
const TIANJIN = { province: "120000" };
const UNNAMED = { emergencyContactName: null, emergencyContactRelation: null };

/** a third person for emergencies. */
export const THIRD_PERSON_CASES: readonly CorpusCase[] = [
  violates("R-058", "nobody named in Beijing", individual("FIRST_FILING", BEIJING), erp(UNNAMED), [
    `R-058 ${ERP}.emergencyContactName`,
  ]),
  violates(
    "R-058",
    "the relation left out in Sichuan",
    individual("CHANGE_BOTH", { province: "510000" }),
    erp({ emergencyContactRelation: null }),
    [`R-058 ${ERP}.emergencyContactRelation`],
  ),
  violates(
    "R-058",
    "a unit's SRP in Tianjin",
    company("FIRST_FILING", { ...TIANJIN, ...OWN_SRP }),
    (application) => {
      erpOf(application).emergencyPhone = srpOf(application).mobile ?? "";
    },
    [`R-058 ${EMERGENCY}`],
  ),
  violates(
    "R-058",
    "the person's own mobile in Beijing",
    individual("FIRST_FILING", BEIJING),
    (application) => {
      erpOf(application).emergencyPhone = erpOf(application).mobile ?? "";
    },
    [`R-057 ${EMERGENCY}`, `R-058 ${EMERGENCY}`],
  ),
  nearMiss(
    "R-058",
    "named in the remark in Beijing",
    individual("FIRST_FILING", BEIJING),
    all(erp(UNNAMED), entity({ remark: "应急联系人：张示例，与负责人关系：配偶" })),
  ),
  nearMiss("R-058", "a unit in Beijing", company("FIRST_FILING", BEIJING), erp(UNNAMED)),
  nearMiss(
    "R-058",
    "a person in Guangdong",
    individual("FIRST_FILING", { province: "440000" }),
    erp(UNNAMED),
  ),
];

/** the mailbox. */
export const MAILBOX_CASES: readonly CorpusCase[] = [
  violates("R-059", "no at sign", company("FIRST_FILING"), erp({ email: "stranger.163.com" }), [
    `R-059 ${MAILBOX}`,
  ]),
  violates(
    "R-059",
    "an SRP's with two at signs",
    company("FIRST_FILING", OWN_SRP),
    srp({ email: "a@b@163.com" }),
    [`R-059 ${SRP}.email`],
  ),
  violates(
    "R-059",
    "another company's",
    company("FIRST_FILING"),
    erp({ email: EMAIL }),
    [`R-059 ${MAILBOX}`],
    {
      facts: { otherEntities: [otherEntity({ srp: { email: EMAIL } })] },
    },
  ),
  nearMiss(
    "R-059",
    "signs that a mailbox may have",
    company("FIRST_FILING"),
    erp({ email: "icp.office+zj_1@mail.example.com" }),
  ),
  nearMiss("R-059", "the same legal representative's in another company", LONE, asItIs, [], {
    facts: { otherEntities: [otherEntity({ erp: KNOWN })] },
  }),
  cannotTell(
    "R-059",
    "nobody looked at other companies",
    company("CHANGE_ENTITY"),
    asItIs,
    [`R-055? ${ERP}.mobile`, `R-056? ${ERP}.mobile`, `R-057? ${EMERGENCY}`, `R-059? ${MAILBOX}`],
    NOBODY_LOOKED,
  ),
];
