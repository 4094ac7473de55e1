import { company } from "../base-orders";
import { filedEntityOf } from "../bending";
import { filedEntity, filedErp, ministry } from "../bends";
import { asItIs, type CorpusCase, cannotTell, nearMiss, violates } from "../case";
import { anotherDomain } from "../more-services";

const FORMER_ADDRESS = "浙江省杭州市西湖区文三路90号东部软件园1205室";
const FORMER_MOBILE = "13857101234";
const HEBEI = { province: "130000" };

/** what else is under way. */
export const ORDER_CONFLICT_CASES: readonly CorpusCase[] = [
  violates(
    "R-009",
    "a first filing is in review elsewhere",
    company("FIRST_FILING"),
    ministry({ entityReviewElsewhere: true }),
    ["R-009 entity.certNumber"],
  ),
  violates("R-009", "a change is pending", company("CHANGE_SERVICE"), ministry({ pendingChange: true }), [
    "R-009 entity.certNumber",
  ]),
  nearMiss(
    "R-009",
    "a review elsewhere does not hinder a change",
    company("CHANGE_ENTITY"),
    ministry({ entityReviewElsewhere: true }),
  ),
  nearMiss(
    "R-009",
    "a review elsewhere does not hinder an addition",
    company("ADD_SERVICE/OTHER"),
    ministry({ entityReviewElsewhere: true }),
  ),
  cannotTell(
    "R-009",
    "not known what is in review elsewhere",
    company("FIRST_FILING"),
    ministry({ entityReviewElsewhere: null }),
    ["R-009? entity.certNumber"],
  ),
  cannotTell(
    "R-009",
    "not known whether a change is pending",
    company("CHANGE_ENTITY"),
    ministry({ pendingChange: null }),
    ["R-009? entity.certNumber"],
  ),

  violates(
    "R-010",
    "another address while adding a service here",
    company("ADD_SERVICE/OURS"),
    filedEntity({ contactAddress: FORMER_ADDRESS }),
    ["R-010 entity.contactAddress"],
  ),
  violates(
    "R-010",
    "another mobile in a province that does not combine",
    company("ADD_ACCESS/OTHER", HEBEI),
    filedErp({ mobile: FORMER_MOBILE }),
    ["R-010 entity.responsiblePerson.mobile"],
  ),
  violates("R-010", "a change is pending", company("ADD_ACCESS/OURS"), ministry({ pendingChange: true }), [
    "R-010 entity.name",
  ]),
  nearMiss(
    "R-010",
    "another address where both may be combined",
    company("ADD_ACCESS/OTHER"),
    filedEntity({ contactAddress: FORMER_ADDRESS }),
    [],
    { switches: { accessMayChange: true } },
  ),
  nearMiss(
    "R-010",
    "the filed address has other brackets and blanks",
    company("ADD_SERVICE/OURS"),
    (application) => {
      const { entity } = application;
      entity.contactAddress = `${entity.contactAddress}(东门)`;
      filedEntityOf(application).contactAddress = `${entity.contactAddress?.replace("(东门)", " （东门）")}`;
    },
  ),
  cannotTell(
    "R-010",
    "no source says whether both may be combined",
    company("ADD_ACCESS/OTHER"),
    filedEntity({ contactAddress: FORMER_ADDRESS }),
    ["R-010? entity.contactAddress"],
  ),
];

const twoDomains = (kind: string) => ({
  ...company(kind),
  where: ({ services }: { services: readonly { domains: readonly string[] }[] }) =>
    services[0]?.domains.length === 2,
});

/** the domains that belong to a service. */
export const SERVICE_DOMAIN_CASES: readonly CorpusCase[] = [
  violates(
    "R-011",
    "one of the filed domains is left out",
    twoDomains("ADD_ACCESS/OTHER"),
    ({ services }) => {
      services[0]?.domains.pop();
    },
    ["R-011 services[0].domains"],
  ),
  violates(
    "R-011",
    "the filed service has a domain that the order does not know",
    company("ADD_ACCESS/OURS"),
    ({ evidence, services }) => {
      const number = services[0]?.filingNumber;
      const filed = evidence?.filedRecord?.services.find(({ filingNumber }) => filingNumber === number);
      const forgotten = "forgotten-example.com";
      filed?.domains.push(forgotten);
      evidence?.miitRegistry?.domainsFiled?.push(forgotten);
      const visited = evidence?.sites?.find(({ domain }) => services[0]?.domains.includes(domain));
      if (visited) evidence?.sites?.push({ ...visited, domain: forgotten });
    },
    ["R-011 services[0].domains"],
  ),
  nearMiss("R-011", "the same domains in another order", twoDomains("ADD_ACCESS/OTHER"), ({ services }) => {
    services[0]?.domains.reverse();
  }),

  violates(
    "R-013",
    "a new website with two domains",
    company("FIRST_FILING"),
    anotherDomain((first) => first.replace(".", "two.")),
    ["R-013 services[0].domains"],
  ),
  violates(
    "R-013",
    "a new website without a domain",
    company("ADD_SERVICE/OURS"),
    ({ services: [service] }) => {
      if (service === undefined) return;
      service.domains = [];
      service.homepageUrl = null;
    },
    ["R-013 services[0].domains"],
  ),
  violates(
    "R-013",
    "a change that adds a domain",
    company("CHANGE_SERVICE"),
    anotherDomain((first) => first.replace(".", "two.")),
    ["R-013 services[0].domains[1]"],
  ),
  nearMiss(
    "R-013",
    "a change that drops one of two domains",
    {
      ...company("CHANGE_SERVICE"),
      where: ({ services, evidence }) =>
        services[0]?.domains.length === 1 && evidence?.filedRecord?.services[0]?.domains.length === 2,
    },
    asItIs,
  ),
  nearMiss(
    "R-013",
    "an APP with two domains",
    company("FIRST_FILING", {
      services: ["APP"],
      where: ({ services }) => services[0]?.domains.length === 2,
    }),
    asItIs,
  ),
];
