import type { MaterialKind } from "#shared/domain/filing/materials";
import { type BaseQuery, company, individual } from "../base-orders";
import { domainFacts, filedEntityOf, filedErpOf } from "../bending";
import { companyApp, livenessOf, withoutFile } from "../bending-services";
import { asItIs, type CaseWorld, type CorpusCase, nearMiss, violates } from "../case";

const MATERIALS = "materials";
const JIANGSU = { province: "320000" };
const GUANGDONG = { province: "440000" };
const QINGHAI = { province: "630000" };

/** Papers of these kinds are not there; `rule` alone says so. */
function missing(
  rule: string,
  name: string,
  base: BaseQuery,
  kinds: readonly MaterialKind[],
  world: CaseWorld = {},
): CorpusCase {
  return violates(
    rule,
    name,
    base,
    (application) => {
      for (const kind of kinds) withoutFile(application, kind);
    },
    [`${rule} ${MATERIALS}`],
    world,
  );
}

/** The verification photo is neither among the materials nor named by the liveness check. */
function withoutPhoto(rule: string, name: string, base: BaseQuery): CorpusCase {
  return violates(
    rule,
    name,
    base,
    (application) => {
      withoutFile(application, "LIVENESS_PHOTO");
      livenessOf(application).photoSha256 = null;
    },
    [`${rule} ${MATERIALS}`],
  );
}

/** Papers of these kinds are not there, and nobody asks for them. */
function spared(
  rule: string,
  name: string,
  base: BaseQuery,
  kinds: readonly MaterialKind[],
  world: CaseWorld = {},
): CorpusCase {
  return nearMiss(
    rule,
    name,
    base,
    (application) => {
      for (const kind of kinds) withoutFile(application, kind);
    },
    [],
    world,
  );
}

/** the undertakings of Jiangsu and Guangdong, from their first day on. */
const UNDERTAKING_CASES: readonly CorpusCase[] = [
  missing("R-078", "no truthfulness notice", company("FIRST_FILING", JIANGSU), ["TRUTH_NOTICE"]),
  missing("R-078", "no truthfulness undertaking", individual("FIRST_FILING", JIANGSU), ["TRUTH_UNDERTAKING"]),
  missing("R-078", "neither of the two", company("CHANGE_ENTITY", JIANGSU), [
    "TRUTH_NOTICE",
    "TRUTH_UNDERTAKING",
  ]),
  missing("R-078", "an access order without the notice", company("ADD_ACCESS/OTHER", JIANGSU), [
    "TRUTH_NOTICE",
  ]),
  nearMiss("R-078", "a claim in Jiangsu", company("CLAIM", JIANGSU), asItIs),
  nearMiss("R-080", "a claim in Guangdong", company("CLAIM", GUANGDONG), asItIs),
  missing("R-080", "no filing undertaking of a company", company("FIRST_FILING", GUANGDONG), [
    "FILING_UNDERTAKING",
  ]),
  missing("R-080", "no filing undertaking of an individual", individual("CHANGE_ENTITY", GUANGDONG), [
    "FILING_UNDERTAKING",
  ]),
  missing("R-080", "an APP without the undertaking", companyApp("FIRST_FILING", GUANGDONG), [
    "FILING_UNDERTAKING",
  ]),
  nearMiss("R-080", "Zhejiang asks for none", company("CHANGE_SERVICE"), asItIs),
  ...[
    { day: "2021-05-31", asked: false },
    { day: "2021-06-01", asked: true },
  ].map(({ day, asked }) => onDay("R-078", day, asked, company("FIRST_FILING", JIANGSU), "TRUTH_NOTICE")),
  ...[
    { day: "2021-06-20", asked: false },
    { day: "2021-06-21", asked: true },
  ].map(({ day, asked }) =>
    onDay("R-080", day, asked, company("FIRST_FILING", GUANGDONG), "FILING_UNDERTAKING"),
  ),
];

/** The paper is missing on that day; the domain was registered long before. */
function onDay(rule: string, today: string, asked: boolean, base: BaseQuery, kind: MaterialKind): CorpusCase {
  const make = asked ? violates : nearMiss;
  return make(
    rule,
    `on ${today}`,
    base,
    (application) => {
      withoutFile(application, kind);
      domainFacts(application).realNameOn = "2019-05-06";
    },
    asked ? [`${rule} ${MATERIALS}`] : [],
    { today },
  );
}

const RENAMED = company("CHANGE_ENTITY", {
  where: (application) => filedEntityOf(application).name !== application.entity.name,
});
const NEW_ERP = company("CHANGE_BOTH", {
  where: (application) => filedErpOf(application).idNumber !== application.entity.responsiblePerson?.idNumber,
});
/** A change of the remark alone: neither person nor certificate is touched. */
const NEW_REMARK = company("CHANGE_SERVICE", {
  where: ({ evidence, services }) => {
    const [filed] = evidence?.filedRecord?.services ?? [];
    const [now] = services;
    return filed?.remark !== now?.remark && filed?.name === now?.name;
  },
});

/** papers that every order of the type needs. */
const REQUIRED_CASES: readonly CorpusCase[] = [
  missing("R-081", "no certificate", company("FIRST_FILING"), ["ENTITY_CERTIFICATE"]),
  missing("R-081", "no certificate of an access order", company("ADD_ACCESS/OTHER"), ["ENTITY_CERTIFICATE"]),
  missing("R-081", "no certificate of a further service", companyApp("ADD_SERVICE/OURS"), [
    "ENTITY_CERTIFICATE",
  ]),
  missing("R-081", "no certificate with a new name", RENAMED, ["ENTITY_CERTIFICATE"]),
  missing("R-081", "no front of the ERP's ID", company("FIRST_FILING"), ["ERP_ID_FRONT"]),
  missing("R-081", "no back of the ERP's ID", company("FIRST_FILING"), ["ERP_ID_BACK"]),
  missing("R-081", "no front of an individual's ID", individual("FIRST_FILING"), ["ERP_ID_FRONT"]),
  missing("R-081", "no back of an individual's ID", individual("ADD_ACCESS/OURS"), ["ERP_ID_BACK"]),
  missing("R-081", "no ID of a new ERP", NEW_ERP, ["ERP_ID_FRONT", "ERP_ID_BACK"]),
  missing("R-081", "no front of the SRP's ID", company("FIRST_FILING", { sameSrp: false }), ["SRP_ID_FRONT"]),
  missing("R-081", "no back of the SRP's ID", company("ADD_SERVICE/OTHER", { sameSrp: false }), [
    "SRP_ID_BACK",
  ]),
  withoutPhoto("R-081", "no verification photo", company("FIRST_FILING")),
  withoutPhoto("R-081", "no verification photo with an entity change", company("CHANGE_ENTITY")),
  missing("R-081", "two papers at once", company("FIRST_FILING"), ["ENTITY_CERTIFICATE", "ERP_ID_BACK"]),
  missing("R-081", "no ID in a claim", company("CLAIM"), ["ERP_ID_FRONT"]),
  missing("R-081", "neither side of an individual's ID in a claim", individual("CLAIM"), [
    "ERP_ID_FRONT",
    "ERP_ID_BACK",
  ]),
  missing("R-081", "a forced cancellation without evidence", company("CANCEL_ACCESS/FORCED"), [
    "FORCED_CANCEL_EVIDENCE",
  ]),
  missing("R-081", "Shanghai's own undertaking", company("FIRST_FILING", { province: "310000" }), [
    "FILING_UNDERTAKING",
  ]),
  missing(
    "R-081",
    "Shanghai's own undertaking of an individual",
    individual("CHANGE_SERVICE", { province: "310000" }),
    ["FILING_UNDERTAKING"],
  ),
  missing("R-081", "a paper that a bureau asks for and no own rule covers", company("FIRST_FILING"), [], {
    switches: { requiredMaterials: [asked("DOMAIN_REALNAME_SCREENSHOT")] },
  }),
  nearMiss("R-081", "an individual's ID stands for the certificate", individual("FIRST_FILING"), asItIs),
  nearMiss("R-081", "a service change needs no certificate", company("CHANGE_SERVICE"), asItIs),
  nearMiss("R-081", "a voluntary cancellation needs no evidence", company("CANCEL_ACCESS/VOLUNTARY"), asItIs),
  spared("R-081", "the ID of an ERP that stays", NEW_REMARK, ["ERP_ID_FRONT", "ERP_ID_BACK"]),
  spared("R-081", "the ID of an SRP that stays", NEW_REMARK, ["SRP_ID_FRONT", "SRP_ID_BACK"]),
  nearMiss("R-081", "a paper that a bureau asks of others", company("FIRST_FILING"), asItIs, [], {
    switches: {
      requiredMaterials: [
        { ...asked("DOMAIN_REALNAME_SCREENSHOT"), natures: ["GOVERNMENT"] },
        { ...asked("OTHER"), filingTypes: ["ADD_ACCESS"] },
        { ...asked("DOMAIN_REALNAME_SCREENSHOT"), effectiveFrom: "2026-03-03" },
      ],
    },
  }),
];

function asked(kind: MaterialKind) {
  return { kind, filingTypes: null, natures: null, effectiveFrom: null, source: "a bureau" };
}

/** the five images of a change in Qinghai. */
const FIVE_IMAGE_CASES: readonly CorpusCase[] = [
  missing("R-090", "no verification sheet", company("CHANGE_BOTH", QINGHAI), ["VERIFICATION_SHEET"]),
  missing("R-090", "no certificate", company("CHANGE_BOTH", QINGHAI), ["ENTITY_CERTIFICATE"]),
  missing("R-090", "no ERP ID", company("CHANGE_BOTH", QINGHAI), ["ERP_ID_FRONT"]),
  missing("R-090", "no SRP ID", company("CHANGE_BOTH", { ...QINGHAI, sameSrp: false }), ["SRP_ID_FRONT"]),
  withoutPhoto("R-090", "no verification photo", company("CHANGE_BOTH", QINGHAI)),
  missing("R-090", "an individual without the sheet", individual("CHANGE_BOTH", QINGHAI), [
    "VERIFICATION_SHEET",
  ]),
  nearMiss("R-090", "a first filing in Qinghai", company("FIRST_FILING", QINGHAI), asItIs),
  nearMiss("R-090", "a change in Zhejiang", company("CHANGE_BOTH"), asItIs),
];

export const PAPER_CASES: readonly CorpusCase[] = [
  ...UNDERTAKING_CASES,
  ...REQUIRED_CASES,
  ...FIVE_IMAGE_CASES,
];
