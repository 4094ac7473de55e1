import { company } from "../base-orders";
import { domainFacts, serviceOf } from "../bending";
import { bindingOf, bound, companyApp, domainOf, range, resourceOf } from "../bending-services";
import { asItIs, type CaseWorld, type CorpusCase, cannotTell, nearMiss, violates } from "../case";

const FIRST = company("FIRST_FILING");
const APP = companyApp("FIRST_FILING", { where: ({ services }) => services[0]?.domains.length === 1 });
const RANGE = "services[0].ipRanges[0]";
const BINDING = "services[0].ipDomainBindings";

const BOTH_FAMILIES: CaseWorld = { lists: { ipPools: ["121.36.0.0/14", "2408:8000::/20"] } };

/** ranges run upwards, within one family. */
const RANGE_CASES: readonly CorpusCase[] = [
  violates("R-141", "upside down", FIRST, range("121.36.7.20", "121.36.7.10"), [`R-141 ${RANGE}`]),
  violates("R-141", "upside down by one", FIRST, range("121.36.8.0", "121.36.7.255"), [`R-141 ${RANGE}`]),
  violates(
    "R-141",
    "of two families",
    FIRST,
    range("121.36.7.8", "2408:8000::a"),
    [`R-141 ${RANGE}`],
    BOTH_FAMILIES,
  ),
  violates(
    "R-141",
    "IPv6 upside down",
    FIRST,
    range("2408:8000::a", "2408:8000::9"),
    [`R-141 ${RANGE}`],
    BOTH_FAMILIES,
  ),
  nearMiss("R-141", "a single address", FIRST, range("121.36.7.8")),
  nearMiss(
    "R-141",
    "a range that is upside down as a text only",
    FIRST,
    range("121.36.7.9", "121.36.7.10", ["121.36.7.9", "121.36.7.10"]),
  ),
  nearMiss("R-141", "a range over IPv6", FIRST, range("2408:8000::9", "2408:8000::a"), [], BOTH_FAMILIES),
  nearMiss("R-141", "an entity change names none", company("CHANGE_ENTITY"), asItIs),
];

/** what an APP's hosts resolve to. */
const RESOLVED_CASES: readonly CorpusCase[] = [
  violates(
    "R-142",
    "a host resolves to another address as well",
    APP,
    (application) => {
      domainFacts(application).resolvedIps?.push("121.36.0.9");
    },
    [`R-142 ${BINDING}`],
  ),
  violates(
    "R-142",
    "nothing is bound",
    companyApp("ADD_SERVICE/OURS"),
    (application) => {
      serviceOf(application).ipDomainBindings = [];
    },
    [`R-142 ${BINDING}`],
  ),
  violates(
    "R-142",
    "a bound host is not listed",
    APP,
    (application) => {
      bindingOf(application).domains.push(`old.${domainOf(application)}`);
    },
    [`R-142 ${BINDING}[0]`],
  ),
  nearMiss("R-142", "an address is bound that nothing resolves to", APP, (application) => {
    const { ip, domains } = bindingOf(application);
    const further = ip === "121.36.0.9" ? "121.36.0.10" : "121.36.0.9";
    serviceOf(application).ipDomainBindings?.push({ ip: further, domains });
    resourceOf(application).publicIps?.push(further);
  }),
  nearMiss(
    "R-142",
    "an IPv6 address written in two ways",
    APP,
    (application) => {
      bound("2408:8000::a")(application);
      domainFacts(application).resolvedIps = ["2408:8000:0:0:0:0:0:a"];
    },
    [],
    { lists: { ipPools: ["2408:8000::/20"] } },
  ),
  nearMiss("R-142", "a website's domain resolves elsewhere", company("ADD_ACCESS/OTHER"), (application) => {
    domainFacts(application).resolvedIps = ["47.104.9.21"];
  }),
  cannotTell(
    "R-142",
    "nobody resolved the host",
    APP,
    (application) => {
      domainFacts(application).resolvedIps = null;
    },
    [`R-142? ${BINDING}`],
  ),
];

export const RANGE_BINDING_CASES: readonly CorpusCase[] = [...RANGE_CASES, ...RESOLVED_CASES];
