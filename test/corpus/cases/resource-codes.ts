import { company, individual } from "../base-orders";
import { BY_CODE, companyApp, resource, UNUSED_CODE } from "../bending-services";
import { type CaseWorld, type CorpusCase, cannotTell, nearMiss, violates } from "../case";

const FIRST = company("FIRST_FILING", {
  where: ({ services }) => services[0]?.resource?.type === "ECS",
});
const AT = "services[0].resource";

function code(change: Partial<typeof UNUSED_CODE> | { used: null } | { issuerValid: null }) {
  return resource({ ...BY_CODE, authCode: { ...UNUSED_CODE, ...change } });
}

const BAD_CODE = [`R-137 ${AT}.authCode`];

function store(...authCodes: { code: string; issuerValid: boolean; used: boolean }[]): CaseWorld {
  return { facts: { authCodes } };
}

/** authorisation codes. */
const CODE_CASES: readonly CorpusCase[] = [
  violates("R-137", "used, as the document says", FIRST, code({ used: true }), BAD_CODE),
  violates(
    "R-137",
    "its server lapsed, as the document says",
    companyApp("ADD_SERVICE/OURS"),
    code({ issuerValid: false }),
    BAD_CODE,
  ),
  violates("R-137", "our store does not know it", FIRST, code({}), BAD_CODE, store()),
  violates(
    "R-137",
    "our store knows another one",
    FIRST,
    code({}),
    BAD_CODE,
    store({ ...UNUSED_CODE, code: "ICP-EXAMPLE02" }),
  ),
  violates(
    "R-137",
    "used, as our store says",
    individual("FIRST_FILING"),
    code({}),
    BAD_CODE,
    store({ ...UNUSED_CODE, used: true }),
  ),
  violates(
    "R-137",
    "its server lapsed, as our store says",
    FIRST,
    code({}),
    BAD_CODE,
    store({ ...UNUSED_CODE, issuerValid: false }),
  ),
  nearMiss("R-137", "unknown, where no store is kept", FIRST, code({})),
  nearMiss("R-137", "our store knows it, unused", FIRST, code({}), [], store(UNUSED_CODE)),
  nearMiss("R-137", "a server of one's own needs no code", FIRST, resource({ authCode: null }), [], store()),
  cannotTell("R-137", "nobody states the code", FIRST, resource({ ...BY_CODE, authCode: null }), [
    `R-137? ${AT}.authCode`,
  ]),
  cannotTell("R-137", "nobody says whether it is used", FIRST, code({ used: null }), [
    `R-137? ${AT}.authCode`,
  ]),
  cannotTell("R-137", "nobody says whether its server lapsed", FIRST, code({ issuerValid: null }), [
    `R-137? ${AT}.authCode`,
  ]),
];

/** twenty working days for the bureau; the twentieth after 2 March 2026 is the 30th. */
const EXPIRY_CASES: readonly CorpusCase[] = [
  violates("R-138", "a day before the twentieth", FIRST, resource({ expiresOn: "2026-03-29" }), [
    `R-138 ${AT}.expiresOn`,
  ]),
  violates("R-138", "expired", company("CHANGE_SERVICE"), resource({ expiresOn: "2026-02-27" }), [
    `R-138 ${AT}.expiresOn`,
  ]),
  violates(
    "R-138",
    "before the Spring Festival is over",
    FIRST,
    resource({ expiresOn: "2026-03-12" }),
    [`R-138 ${AT}.expiresOn`],
    { today: "2026-02-09" },
  ),
  cannotTell("R-138", "nobody states the day", FIRST, resource({ expiresOn: null }), [
    `R-138? ${AT}.expiresOn`,
  ]),
  nearMiss("R-138", "on the twentieth working day", FIRST, resource({ expiresOn: "2026-03-30" })),
  nearMiss(
    "R-138",
    "on the twentieth over the Spring Festival",
    FIRST,
    resource({ expiresOn: "2026-03-13" }),
    [],
    {
      today: "2026-02-09",
    },
  ),
];

export const RESOURCE_TIME_CASES: readonly CorpusCase[] = [...CODE_CASES, ...EXPIRY_CASES];
