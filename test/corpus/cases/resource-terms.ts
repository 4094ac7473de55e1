import type { Application } from "#shared/domain/filing/application";
import { type BaseQuery, company, individual } from "../base-orders";
import { serviceOf } from "../bending";
import { BY_CODE, companyApp, instanceOf, resource, resourceOf } from "../bending-services";
import { asItIs, type CaseWorld, type CorpusCase, cannotTell, nearMiss, violates } from "../case";

const FIRST = company("FIRST_FILING", { where: isOnEcs });
const TWO_SITES = company("FIRST_FILING", { services: ["WEBSITE", "WEBSITE"], where: isOnEcs });
const AT = "services[0].resource";

function isOnEcs({ services }: Application): boolean {
  return services[0]?.resource?.type === "ECS";
}

/** Least months of a resource: on the number it is enough, below it is not. */
const TERMS: readonly (readonly [string, number])[] = [
  ["ECS", 3],
  ["ENTERPRISE_PORTAL", 3],
  ["NAT_GATEWAY", 3],
  ["DEDICATED_CLOUD", 12],
];

/** resources that may carry a filing. */
const ELIGIBLE_CASES: readonly CorpusCase[] = [
  ...TERMS.map(([type, months]) =>
    violates(
      "R-135",
      `${type} for ${months - 1} months`,
      FIRST,
      resource({ type, months: months - 1, filingsUsed: 0 }),
      [`R-135 ${AT}.months`],
    ),
  ),
  ...TERMS.map(([type, months]) =>
    nearMiss("R-135", `${type} for ${months} months`, FIRST, resource({ type, months, filingsUsed: 0 })),
  ),
  violates("R-135", "an unknown type", FIRST, resource({ type: "EIP" }), [`R-135 ${AT}.type`]),
  violates(
    "R-135",
    "paid by use",
    company("CHANGE_SERVICE"),
    resource({ type: "ECS", billing: "PAY_PER_USE" }),
    [`R-135 ${AT}.billing`],
  ),
  violates(
    "R-135",
    "outside the mainland",
    individual("ADD_ACCESS/OTHER"),
    resource({ type: "ECS", regionMainland: false }),
    [`R-135 ${AT}.regionMainland`],
  ),
  violates("R-135", "a term of our own list", FIRST, resource({ months: 5 }), [`R-135 ${AT}.months`], {
    lists: { resourceTerms: { ECS: 6 } },
  }),
  ...(["billing", "months", "regionMainland"] as const).map((field) =>
    cannotTell("R-135", `nobody states ${field}`, FIRST, resource({ [field]: null }), [
      `R-135? ${AT}.${field}`,
    ]),
  ),
  nearMiss(
    "R-135",
    "a privileged customer without a term",
    FIRST,
    resource({ type: "PRIVILEGED", months: 0 }),
  ),
  nearMiss("R-135", "an authorisation code without a term", FIRST, resource(BY_CODE)),
  nearMiss("R-135", "an entity change names none", company("CHANGE_ENTITY"), asItIs),
];

/** Services that a resource may carry. */
const QUOTAS: readonly (readonly [string, number])[] = [
  ["ECS", 5],
  ["ENTERPRISE_PORTAL", 3],
];

/** Limits that our own list may set. */
const CONFIGURED: CaseWorld = { lists: { resourceQuota: { DEDICATED_CLOUD: 8, NAT_GATEWAY: 2 } } };
const CONFIGURED_QUOTAS: typeof QUOTAS = [
  ["DEDICATED_CLOUD", 8],
  ["NAT_GATEWAY", 2],
];

const USED_UP = [`R-136 ${AT}.filingsUsed`];

function usedElsewhere(base: BaseQuery, count: number): CaseWorld {
  return { facts: { quotaUsed: { [instanceOf(base)]: count } } };
}

/** how many services one resource carries. */
const QUOTA_CASES: readonly CorpusCase[] = [
  ...QUOTAS.map(([type, most]) =>
    violates("R-136", `${type} with ${most} used`, FIRST, resource({ type, filingsUsed: most }), USED_UP),
  ),
  ...QUOTAS.map(([type, most]) =>
    nearMiss("R-136", `${type} with ${most - 1} used`, FIRST, resource({ type, filingsUsed: most - 1 })),
  ),
  ...CONFIGURED_QUOTAS.flatMap(([type, most]) => [
    violates(
      "R-136",
      `${type} with a limit of ${most} used up`,
      FIRST,
      resource({ type, months: 24, filingsUsed: most }),
      USED_UP,
      CONFIGURED,
    ),
    nearMiss(
      "R-136",
      `${type} with one left of ${most}`,
      FIRST,
      resource({ type, months: 24, filingsUsed: most - 1 }),
      [],
      CONFIGURED,
    ),
  ]),
  violates(
    "R-136",
    "a code used once, as the resource counts",
    FIRST,
    resource({ ...BY_CODE, filingsUsed: 1 }),
    USED_UP,
  ),
  violates(
    "R-136",
    "five in other orders here",
    FIRST,
    resource({ filingsUsed: 0 }),
    USED_UP,
    usedElsewhere(FIRST, 5),
  ),
  violates(
    "R-136",
    "an APP on a full server",
    companyApp("ADD_SERVICE/OURS"),
    resource({ type: "ECS", filingsUsed: 5 }),
    USED_UP,
  ),
  nearMiss(
    "R-136",
    "four in other orders here",
    FIRST,
    resource({ filingsUsed: 0 }),
    [],
    usedElsewhere(FIRST, 4),
  ),
  nearMiss("R-136", "five in other orders on another server", FIRST, resource({ filingsUsed: 0 }), [], {
    facts: { quotaUsed: { "i-another": 5 } },
  }),
  nearMiss("R-136", "two sites on a server with three used", TWO_SITES, (application) => {
    Object.assign(resourceOf(application), { type: "ECS", filingsUsed: 3 });
    serviceOf(application, 1).resource = structuredClone(resourceOf(application));
    serviceOf(application, 1).ipRanges = structuredClone(serviceOf(application).ipRanges);
  }),
  nearMiss("R-136", "a code that is not used", FIRST, resource(BY_CODE)),
  nearMiss(
    "R-136",
    "a resource without a limit",
    FIRST,
    resource({ type: "DEDICATED_CLOUD", filingsUsed: 400 }),
  ),
  nearMiss(
    "R-136",
    "a change takes no further place",
    company("CHANGE_SERVICE"),
    resource({ type: "ECS", filingsUsed: 5 }),
  ),
  cannotTell(
    "R-136",
    "nobody counted, neither there nor here",
    FIRST,
    resource({ filingsUsed: null }),
    [`R-136? ${AT}.filingsUsed`],
    {
      facts: { quotaUsed: null },
    },
  ),
];

export const RESOURCE_CASES: readonly CorpusCase[] = [...ELIGIBLE_CASES, ...QUOTA_CASES];
